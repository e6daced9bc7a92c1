import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimFolder } from '../../../../main/app/folder/claim-folder.ts';
import { closedOrigin, serveHttp } from '../../../helpers/http-server.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';
import { openHost, whyNot } from './test-host.ts';

describe('the browser host', () => {
  it('has an address with a long secret that is never sent', async () => {
    const [one, other] = [await openHost(), await openHost()];
    expect({
      address: one.address,
      secrets: new Set([one.token, other.token, one.previewAddress, other.previewAddress]).size,
    }).toEqual({
      address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/),
      secrets: 4,
    });
  });

  it('is there for this machine only', async () => {
    const { windowOrigin } = await openHost();
    const { port } = new URL(windowOrigin);
    const other = net.connect(Number(port), '127.0.0.2');
    const ending = await new Promise((resolve) => {
      other.once('connect', () => {
        resolve('connected');
      });
      other.once('error', () => {
        resolve('refused');
      });
    });
    other.destroy();
    expect(ending).toBe('refused');
  });

  it('says in one sentence why it cannot be opened', async () => {
    const taken = Number(new URL(await serveHttp(() => undefined)).port);
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'file'), '');
    expect([
      await whyNot({ port: taken }),
      await whyNot({ dataFolder: path.join(folder, 'file') }),
      await whyNot({ dataFolder: path.join(folder, 'file', 'below') }),
      await whyNot({ projectFolder: folder }),
    ]).toEqual([
      `Port ${taken} is in use: choose another one with --port, or leave it out for any that is free.`,
      `The data folder ${path.join(folder, 'file')} cannot be used: a file is in its place.`,
      `The data folder ${path.join(folder, 'file', 'below')} cannot be used: a file is in its place.`,
      `${folder} is not a project folder: there is no offerings.json and no workflows.json.`,
    ]);
  });

  it('has its data folder for itself, until it is closed', async () => {
    const dataFolder = temporaryFolder();
    const first = await openHost({ dataFolder });
    const meanwhile = await whyNot({ dataFolder });
    await first.close();
    expect([meanwhile, await whyNot({ dataFolder })]).toEqual([
      `Paywall Preview already runs with the data folder ${dataFolder}, at ${first.windowOrigin}: use that window, end it, or choose another folder with --data.`,
      'nothing',
    ]);
  });

  it.each<[string, () => Promise<string>]>([
    [
      'one that was killed, and whose number another process has now',
      async () => JSON.stringify({ pid: process.pid, origin: await closedOrigin() }),
    ],
    [
      'one that was killed, and whose port another process has now',
      async () => JSON.stringify({ pid: 2 ** 30, origin: await serveHttp(() => undefined) }),
    ],
    ['nobody that can be told', () => Promise.resolve('{')],
  ])('takes a data folder over from %s', async (_who, makeText) => {
    const dataFolder = temporaryFolder();
    writeFileSync(path.join(dataFolder, 'running.json'), await makeText());
    expect(await whyNot({ dataFolder })).toBe('nothing');
  });

  it('is one of two that were started at once after one that was killed', async () => {
    const dataFolder = temporaryFolder();
    const dead = { pid: 2 ** 30, origin: await closedOrigin() };
    writeFileSync(path.join(dataFolder, 'running.json'), JSON.stringify(dead));
    const claims = await Promise.all([
      claimFolder(dataFolder, null),
      claimFolder(dataFolder, null),
    ]);
    expect(claims.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    for (const claim of claims) if (claim.ok) claim.release();
  });

  it('leaves a folder alone that others keep something in', async () => {
    const dataFolder = temporaryFolder();
    mkdirSync(path.join(dataFolder, 'projects', 'my-novel'), { recursive: true });
    chmodSync(dataFolder, 0o755);
    expect([await whyNot({ dataFolder }), statSync(dataFolder).mode & 0o777]).toEqual([
      `The data folder ${dataFolder} cannot be used: there is something in it that is not the app's (my-novel). Choose an empty folder with --data, or a new one.`,
      process.platform === 'win32' ? 0o666 : 0o755,
    ]);
  });

  it('gives its ports back where it could not be opened', async () => {
    const port = Number(new URL(await closedOrigin()).port);
    const folder = temporaryFolder();
    await whyNot({ port, projectFolder: folder });
    const host = await openHost({ port });
    expect(host.windowOrigin).toBe(`http://127.0.0.1:${port}`);
  });
});
