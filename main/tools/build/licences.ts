import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Result } from '../../../shared/contract/calls.ts';

type Licences = Result<'readLicences'>;

/**
 * Bundled into a page, though the project itself needs them only to build. The Electron host adds
 * its runtime by itself.
 */
const shippedTools: ReadonlySet<string> = new Set([
  '@revenuecat/purchases-ui-js',
  'clsx',
  'dijkstrajs',
  'esm-env',
  'qrcode',
  'svelte',
]);

/** What ships and is no package. */
const others: Licences = [{ name: 'Readex Pro (font)', version: '1.205', licence: 'OFL-1.1' }];

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

type Locked = z.output<typeof lockSchema>['packages'][string];

const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? place;

/** The optional packages are Node for the tools, which a package of the app leaves out. */
const ships = (name: string, { dev, optional }: Locked): boolean =>
  optional !== true && (dev !== true || shippedTools.has(name));

const byName = (one: Licences[number], other: Licences[number]): number =>
  one.name < other.name ? -1 : Number(one.name > other.name);

/** What the app is made of and what must be said of it, from the text of the lock file. */
export const licencesOf = (lockText: string): Licences => {
  const { packages } = lockSchema.parse(JSON.parse(lockText));
  const shipped = Object.entries(packages)
    .filter(([place, locked]) => place !== '' && ships(nameOf(place), locked))
    .map(([place, { version = '', license = 'not stated' }]) => ({
      name: nameOf(place),
      version,
      licence: license,
    }));
  const distinct = new Map(
    [...shipped, ...others].map((entry) => [`${entry.name} ${entry.version}`, entry]),
  );
  return [...distinct.values()].sort(byName);
};

export const licencesText = (root: string): string =>
  `${JSON.stringify(licencesOf(readFileSync(path.join(root, 'package-lock.json'), 'utf8')), null, 2)}\n`;
