import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What marks the place of the fuses in Electron's program, as @electron/fuses looks for it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As they come with Electron, in its order; the last is one that we leave as it is. */
const fuses = { version: 1, wire: '101100011' };

const program = (): Buffer =>
  Buffer.concat([
    Buffer.from(`#!/bin/sh\nexit 0\n${sentinel}`, 'latin1'),
    Buffer.from([fuses.version, fuses.wire.length]),
    Buffer.from(fuses.wire, 'latin1'),
  ]);

/** A folder that electron-builder takes for Electron's runtime on Linux; nothing in it runs. */
export const makeStandInRuntime = (folder: string, version: string): void => {
  const put = (name: string, content: string | Buffer, mode = 0o644): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, mode);
  };
  put('electron', program(), 0o755);
  put('chrome-sandbox', 'The helper that makes the sandbox.\n', 0o755);
  put('version', version);
  put('LICENSE', 'Of Electron.\n');
  put('LICENSES.chromium.html', 'Of Chromium.\n');
  put('locales/en-US.pak', 'Texts.\n');
  put('resources.pak', 'Resources.\n', 0o600);
  put('resources/default_app.asar', "Electron's greeting.\n");
};
