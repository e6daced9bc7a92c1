// Imports the store where every way to fetch an Electron runtime is watched, and blocked.
import childProcess from 'node:child_process';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const attempts: string[] = [];

const block = (module: object, names: readonly string[]): void => {
  for (const name of names) {
    Object.assign(module, {
      [name]: () => {
        attempts.push(name);
        throw new Error(`${name} is blocked`);
      },
    });
  }
};

block(childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
block(http, ['request', 'get']);
block(https, ['request', 'get']);
block(net, ['connect', 'createConnection']);
block(globalThis, ['fetch']);
syncBuiltinESMExports();

const { diskIn, documentOf } = await import('../disks.ts');
const [folder = ''] = process.argv.slice(2);
const status = diskIn(folder).writeList(documentOf('{"workflows":[]}')).status;
process.stdout.write(JSON.stringify({ attempts, status }));
