import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'playwright/test';
import { createBackend } from '../../main/backend/create-backend.ts';
import type { Backend } from '../../main/backend/backend.ts';
import { createActivity } from '../../main/clock/activity.ts';
import { realClock } from '../../main/clock/clock.ts';
import { seededRandom } from '../../main/clock/random.ts';
import { createFaultRegistry } from '../../main/faults/registry.ts';
import { loadDemoProject } from '../../main/project/demo.ts';

const startBackend = (): Promise<Backend> => {
  return createBackend({
    project: loadDemoProject(),
    clock: realClock,
    activity: createActivity(),
    faults: createFaultRegistry(),
    random: seededRandom(1),
  });
};

const startSite = async (): Promise<{ readonly site: Server; readonly address: string }> => {
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>Another site</title><h1>Another site</h1>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  return { site, address: `http://127.0.0.1:${port}/` };
};

test('a page of another site cannot read what the backend serves', async ({ page }) => {
  const backend = await startBackend();
  const { site, address } = await startSite();
  try {
    await page.goto(address);
    await expect(page.getByRole('heading')).toHaveText('Another site');
    const read = (url: string): Promise<string> =>
      page.evaluate(async (asked) => {
        const answer = await fetch(asked).catch(() => null);
        return answer === null ? 'refused' : `read ${answer.status}`;
      }, url);
    expect([
      await read(address),
      await read(`${backend.origins.api}/v1/subscribers/ana/offerings`),
      await read(`${backend.origins.cdn}/assets/buoy.svg`),
    ]).toEqual(['read 200', 'refused', 'refused']);
  } finally {
    site.closeAllConnections();
    site.close();
    await backend.close();
  }
});
