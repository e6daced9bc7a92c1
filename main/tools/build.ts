// `npm run build`: builds what is missing or older than its sources, into dist/.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { complain, endWithOutput, say } from '../scenario/output.ts';
import { BuildError, buildPart } from './build/build-part.ts';
import { type PartName, distIn, isPartName, partNames, parts } from './build/parts.ts';
import { withLock } from './run/lock.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

const usage = `Builds what is missing or older than its sources.

  npm run build              everything
  npm run build -- PART...   ${partNames.join(', ')}`;

const build = async (names: readonly PartName[]): Promise<void> => {
  for (const name of names) {
    const part = parts[name];
    const outcome = await buildPart(root, part);
    say(`${name}: ${outcome === 'built' ? 'built' : 'up to date'}`);
  }
};

/** Two starts at once build once. */
const buildAlone = async (names: readonly PartName[]): Promise<void> => {
  const dist = distIn(root);
  mkdirSync(dist, { recursive: true });
  await withLock(path.join(dist, '.building'), () => build(names));
};

const main = async (given: readonly string[]): Promise<0 | 2> => {
  if (given.includes('--help') || given.includes('-h')) {
    say(usage);
    return 0;
  }
  const stranger = given.find((name) => !isPartName(name));
  if (stranger !== undefined) {
    complain(`There is no part ${stranger}: the parts are ${partNames.join(', ')}.`);
    return 2;
  }
  try {
    await buildAlone(given.length === 0 ? partNames : given.filter(isPartName));
    return 0;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    complain(error.message);
    return 2;
  }
};

endWithOutput();
process.exitCode = await main(process.argv.slice(2));
