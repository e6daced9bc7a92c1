// `npm run dist`: packages the app for this system.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { complain, endWithOutput, say } from '../scenario/output.ts';
import { typedPath } from '../scenario/typed-in.ts';
import { launch } from './browser/launch.ts';
import { ensureBuilt } from './build/ensure-built.ts';
import { distIn, partNames } from './build/parts.ts';
import { type DistOptions, distUsage, readDistArguments } from './dist/arguments.ts';
import { debArchitecture } from './dist/deb/architecture.ts';
import { buildDeb } from './dist/deb/build-deb.ts';
import { findRuntime } from './dist/find-runtime.ts';
import { type PackOrder, type PackedApp, packApp } from './dist/pack-app.ts';
import { sourceDate } from './dist/source-date.ts';
import { type System, chooseTargets, isSystem } from './dist/targets.ts';
import { withLock } from './run/lock.mjs';

const task = 'dist';
const root = path.resolve(import.meta.dirname, '..', '..');

/** What could not be done ends the task, and is told in one sentence. */
const refuse = (message: string): 2 => {
  complain(message);
  return 2;
};

const outFolderOf = ({ outFolder, isForTests }: DistOptions): string =>
  outFolder === null
    ? path.join(root, 'release', isForTests ? 'for-tests' : '.')
    : typedPath(task, outFolder);

/** Null: the package is made. Otherwise why not. */
const makeDeb = async ({ outFolder }: PackOrder, packed: PackedApp): Promise<string | null> => {
  const architecture = debArchitecture(process.arch);
  if (architecture === null) return `There is no Electron for Debian on ${process.arch}.`;
  const { unpackedFolder, version } = packed;
  const seconds = sourceDate(process.env);
  const built = await buildDeb({ root, unpackedFolder, version, seconds, architecture, outFolder });
  if (!built.ok) return built.message;
  say(built.file);
  return null;
};

const make = async (order: PackOrder): Promise<0 | 2> => {
  mkdirSync(order.outFolder, { recursive: true });
  // Nobody builds while what is built is read.
  const packed = await withLock(path.join(distIn(root), '.building'), () => packApp(order));
  say(packed.unpackedFolder);
  for (const file of packed.files) say(file);
  const problem = order.targets.includes('deb') ? await makeDeb(order, packed) : null;
  return problem === null ? 0 : refuse(problem);
};

const build = async (): Promise<string | null> => {
  const built = await ensureBuilt(root, partNames, () => {
    say('Building what has changed.');
  });
  return built.ok ? null : built.message;
};

const pack = async (system: System, options: DistOptions): Promise<0 | 2> => {
  const chosen = chooseTargets(system, options.targets);
  if (!chosen.ok) return refuse(chosen.message);
  const asked = options.runtimeFolder;
  const runtime = findRuntime(root, asked === null ? null : typedPath(task, asked));
  if (!runtime.ok) return refuse(runtime.message);
  const problem = await build();
  if (problem !== null) return refuse(problem);
  return make({
    root,
    system,
    architecture: process.arch,
    targets: chosen.targets,
    runtimeFolder: runtime.folder,
    outFolder: outFolderOf(options),
    isForTests: options.isForTests,
  });
};

const redrawIcons = async (): Promise<0 | 2> => {
  // The same pixels on every machine.
  const launched = await launch(process.env, '--force-color-profile=srgb', '--disable-gpu');
  if (!launched.ok) return refuse(launched.message);
  // It loads Playwright, which packaging has no need of.
  const { drawIcons } = await import('./dist/icons/draw-icons.ts');
  try {
    await drawIcons(launched.browser, path.join(root, 'main', 'packaging'));
  } finally {
    await launched.browser.close();
  }
  return 0;
};

const main = async (): Promise<0 | 2> => {
  const request = readDistArguments(process.argv.slice(2));
  switch (request.kind) {
    case 'refused':
      return refuse(request.sentence);
    case 'help':
      say(distUsage);
      return 0;
    case 'draw-icons':
      return redrawIcons();
    case 'pack':
      return isSystem(process.platform)
        ? pack(process.platform, request.options)
        : refuse(`There is no Electron for ${process.platform}.`);
  }
};

endWithOutput();
process.exitCode = await main();
