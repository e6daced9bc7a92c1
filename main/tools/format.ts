// `npm run format`: mends what ESLint can mend by itself, then formats every file.
import path from 'node:path';
import { runTool } from './test/command.ts';

const context = { root: path.resolve(import.meta.dirname, '..', '..'), env: process.env };

const lint = await runTool(context, 'node_modules/eslint/bin/eslint.js', {
  arguments: ['--fix', '.'],
});
// A signal that ended one is not followed by the other.
const format =
  lint.status === null
    ? lint
    : await runTool(context, 'node_modules/prettier/bin/prettier.cjs', {
        arguments: ['--write', '--log-level=warn', '.'],
      });
process.exitCode = lint.status === 0 && format.status === 0 ? 0 : 1;
