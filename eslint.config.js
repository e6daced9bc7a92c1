import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { LAYERS } from './main/tools/lint/layers.mjs';

export default defineConfig(
  globalIgnores(['coverage', 'dist', 'release', 'test-results', 'tests/fixtures']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // `== null` is the short way to ask for null or undefined.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // With `verbatimModuleSyntax`, `import { type X }` alone would still load the module.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An environment variable that is set to nothing is not set: there `||` is what is meant.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      // An async function without await is how a function that throws keeps to a promised type.
      '@typescript-eslint/require-await': 'off',
      // Both read well, each in its place.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  LAYERS,
  {
    name: 'tests',
    files: ['tests/**/*.ts'],
    rules: {
      // `expect.any()` and its like are typed `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Stand-ins often do nothing, and a spy is handed on as a value.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
