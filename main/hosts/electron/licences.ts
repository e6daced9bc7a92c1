import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '../../../shared/contract/calls.ts';
import { contract } from '../../../shared/contract/calls.ts';
import { decodeText } from '../../../shared/model/decode.ts';

type Licences = Result<'readLicences'>;

/** What the build leaves beside the parts: of what the app is made of, and under which terms. */
const licencesName = 'licences.json';

/** Of the process; a stand-in for Electron may not have them all. */
export type Versions = Readonly<Record<string, string | undefined>>;

const electronItself = (versions: Versions): Licences => [
  { name: 'Electron', version: versions['electron'] ?? '-', licence: 'MIT' },
  { name: 'Chromium', version: versions['chrome'] ?? '-', licence: 'BSD-3-Clause and others' },
  { name: 'Node.js', version: versions['node'] ?? '-', licence: 'MIT' },
];

const builtIn = (builtFolder: string): Licences => {
  try {
    const text = readFileSync(path.join(builtFolder, licencesName), 'utf8');
    const decoded = decodeText(contract.readLicences.result, text);
    return decoded.ok ? decoded.value : [];
  } catch {
    // A build for development has none.
    return [];
  }
};

/** What the app is made of: the runtime first, then what was built in. */
export const readLicences = (builtFolder: string, versions: Versions): Licences => [
  ...electronItself(versions),
  ...builtIn(builtFolder),
];
