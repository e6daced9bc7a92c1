// Which folder may import what, as ESLint configurations. ESLint does not merge the options of a
// rule that several configurations set, so each folder gets all its restrictions in one place.

/**
 * @typedef {object} Restriction
 * @property {string} regex what an import may not be, matched against what stands in quotes
 * @property {string} message why, and what to do instead
 */

/**
 * A path that leads up and then down into one of these folders, from however deep it is written.
 * @param {readonly string[]} folders
 */
const upInto = (...folders) => String.raw`^(\.\./)+(${folders.join('|')})/`;

/** @type {Restriction} */
const NO_TESTS = { regex: upInto('tests'), message: 'Only tests import from tests/.' };

/** @type {Restriction} */
const NO_ELECTRON = {
  regex: '^electron(/|$)',
  message:
    'Only main/hosts/electron and preload/ know electron: take what you need as an argument.',
};

/** @type {Restriction} */
const NO_ELECTRON_STORE = {
  regex: '^electron-store(/|$)',
  message: 'Only main/store knows electron-store: take the store as an argument.',
};

/** @type {Restriction} */
const NO_WINDOW = {
  regex: upInto('renderer', 'preload'),
  message: 'main/ never imports what runs in the window.',
};

/** @type {Restriction} */
const NO_UPPER_LAYER = {
  regex: upInto('app', 'hosts', 'scenario', 'tools'),
  message: 'This layer does not know the ones above it.',
};

/** @type {Restriction} */
const NO_REAL_TIMERS = {
  regex: '^(node:)?timers(/|$)',
  message: 'Time comes from the injected clock.',
};

/** @type {readonly Restriction[]} */
const MAIN = [NO_ELECTRON, NO_ELECTRON_STORE, NO_WINDOW, NO_TESTS];

/** @type {readonly Restriction[]} */
const SHARED = [
  {
    regex: String.raw`^(?!\.{1,2}/)(?!zod(/|$))`,
    message: 'shared/ imports nothing but itself and zod: it runs in Node and in the window.',
  },
  {
    regex: upInto('main', 'renderer', 'preload', 'tests'),
    message: 'shared/ imports nothing of what imports it.',
  },
];

/** @type {readonly Restriction[]} */
const ENGINE = [
  ...MAIN,
  NO_REAL_TIMERS,
  {
    regex: '^(node:)?fs(/|$)',
    message: 'The engine does no I/O of its own: take the store or the file cache as an argument.',
  },
  {
    regex: '^undici(/|$)',
    message: 'The engine does no I/O of its own: take the HTTP client as an argument.',
  },
  NO_UPPER_LAYER,
  { regex: upInto('backend'), message: 'The engine does not know who answers it.' },
];

/** @type {readonly Restriction[]} */
const LOWER = [...MAIN, NO_REAL_TIMERS, NO_UPPER_LAYER];

const CLOCK = 'Time comes from the injected clock.';
const RANDOM = 'Randomness comes from the injected source.';

const REAL_TIME = [
  { object: 'Date', property: 'now', message: CLOCK },
  { object: 'AbortSignal', property: 'timeout', message: CLOCK },
  { object: 'Math', property: 'random', message: RANDOM },
  ...['setTimeout', 'setInterval', 'performance'].map((property) => ({
    object: 'globalThis',
    property,
    message: CLOCK,
  })),
];

/** @type {readonly { selector: string, message: string }[]} */
const DATE_OF_NOW = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
  { selector: 'CallExpression[callee.name="Date"]', message: CLOCK },
];

/**
 * For folders whose time and randomness are injected, so that a test can move them.
 * @type {Record<string, import('eslint').Linter.RuleEntry>}
 */
const INJECTED_TIME = {
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval', 'performance'].map((name) => ({ name, message: CLOCK })),
  ],
  'no-restricted-properties': ['error', ...REAL_TIME],
};

/**
 * @param {string} folder
 * @param {readonly Restriction[]} restrictions
 * @param {{ hasInjectedTime?: boolean }} [options]
 * @returns {import('eslint').Linter.Config}
 */
function layer(folder, restrictions, { hasInjectedTime = false } = {}) {
  return {
    name: `layers/${folder}`,
    files: [`${folder}/**/*.{ts,tsx,mjs}`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...restrictions] }],
      'no-restricted-syntax': [
        'error',
        ...restrictions.flatMap(otherImports),
        ...(hasInjectedTime ? DATE_OF_NOW : []),
      ],
      ...(hasInjectedTime ? INJECTED_TIME : {}),
    },
  };
}

/**
 * `import('x')` of a value and of a type, which no-restricted-imports does not look at.
 * @param {Restriction} restriction
 */
function otherImports({ regex, message }) {
  const pattern = `/${regex.replaceAll('/', String.raw`\/`)}/`;
  return [
    { selector: `ImportExpression[source.value=${pattern}]`, message },
    { selector: `TSImportType[source.value=${pattern}]`, message },
  ];
}

/** The layers, the more special folder after the more general one. */
export const LAYERS = [
  layer('shared', SHARED),
  layer('main', MAIN),
  layer('main/hosts/electron', [NO_ELECTRON_STORE, NO_WINDOW, NO_TESTS]),
  layer('main/engine', ENGINE, { hasInjectedTime: true }),
  layer('main/http', LOWER, { hasInjectedTime: true }),
  layer('main/cdn', LOWER, { hasInjectedTime: true }),
  layer('main/relay', LOWER, { hasInjectedTime: true }),
  layer('main/store', [NO_ELECTRON, NO_WINDOW, NO_TESTS, NO_REAL_TIMERS, NO_UPPER_LAYER], {
    hasInjectedTime: true,
  }),
  layer('preload', [
    NO_TESTS,
    { regex: upInto('main', 'renderer'), message: 'preload/ knows electron and shared/ only.' },
    { regex: '^node:', message: 'preload/ is sandboxed: Node is not there.' },
  ]),
  layer('renderer', [
    NO_TESTS,
    NO_ELECTRON,
    { regex: upInto('main', 'preload'), message: 'The window knows main/ by the bridge only.' },
    { regex: '^node:', message: 'The window has no Node.' },
  ]),
];
