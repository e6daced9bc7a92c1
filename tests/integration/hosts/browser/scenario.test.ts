import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Documents } from '../../../../shared/contract/documents.ts';
import type { StreamMessage } from '../../../../shared/contract/stream.ts';
import { largestScenarioBytes } from '../../../../shared/scenario/file.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';
import { openHost } from './test-host.ts';
import { openWindow } from './test-window.ts';

const text = 'format: 1\nname: Nothing happens\nproject: demo\nsteps: [{ settle: }]\n';

/** Undefined: the message says nothing of it. */
const scenarioIn = (message: StreamMessage): Documents['scenario'] | undefined => {
  if (message.kind === 'snapshot') return message.documents.scenario;
  const change = message.changes.find((one) => 'document' in one && one.document === 'scenario');
  return change === undefined ? undefined : change.value;
};

describe('a scenario in a browser', () => {
  it('is what the window shows first, where the app was started with it', async () => {
    const scenarioFile = path.join(temporaryFolder(), 'a.pwscenario');
    writeFileSync(scenarioFile, text);
    const window = await openWindow(await openHost({ scenarioFile }));
    window.listen();
    expect(scenarioIn(await window.next())).toMatchObject({
      file: scenarioFile,
      content: { status: 'usable', name: 'Nothing happens' },
    });
  });

  it('is opened, played and closed by calls, and shown by the stream', async () => {
    const window = await openWindow(await openHost());
    const shown = async (fits: (scenario: Documents['scenario']) => boolean) => {
      const message = await window.nextWhere((one) => {
        const scenario = scenarioIn(one);
        return scenario !== undefined && fits(scenario);
      });
      window.acknowledge(message);
      return scenarioIn(message) ?? null;
    };
    window.listen();
    await window.call('openScenario', { name: 'a.yaml', text });
    const opened = await shown((scenario) => scenario !== null);
    const id = opened?.id ?? '';
    await window.call('playScenario', { id });
    const played = await shown(
      (scenario) =>
        scenario?.content.status === 'usable' && scenario.content.play.status === 'played',
    );
    await window.call('closeScenario', { id });
    await shown((scenario) => scenario === null);
    expect(played).toMatchObject({ id, file: 'a.yaml', content: { play: { holds: true } } });
  });

  it.each([
    ['of the largest size', '\n'.repeat(largestScenarioBytes), true],
    ['whose every sign is escaped', '\0'.repeat(largestScenarioBytes), true],
    ['that is too large', 'a'.repeat(largestScenarioBytes + 1), false],
  ])('does not cost a window its connection: a text %s', async (_name, large, isTaken) => {
    const window = await openWindow(await openHost());
    const outcome = await window.call('openScenario', { name: 'a.yaml', text: large });
    expect([outcome.ok, (await window.call('readLicences')).ok]).toEqual([isTaken, true]);
  });
});
