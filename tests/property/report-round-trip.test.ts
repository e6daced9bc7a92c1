import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReport } from '../../main/app/report/read-report.ts';
import { shownReport } from '../../main/app/report/shown-report.ts';
import type { ReportSource } from '../../main/app/report/report-source.ts';
import { writeReport } from '../../main/app/report/write-report.ts';
import { fileNameOf } from '../../main/cdn/file-name.ts';
import type { DetailCopy } from '../../main/engine/engine.ts';
import { createTimeline } from '../../main/engine/timeline.ts';
import type { OfferingRow, WorkflowRow } from '../../shared/contract/rows.ts';
import { defaultSettings } from '../../shared/contract/documents.ts';
import { errorCodes } from '../../shared/errors.ts';
import { requestScopes } from '../../shared/faults.ts';
import { appUserId, workflowId } from '../../shared/model/ids.ts';
import { decodeOfferingsValue } from '../../shared/model/offerings.ts';
import { decodeWorkflowsListValue } from '../../shared/model/workflows-list.ts';
import { ruleSets } from '../../shared/policies.ts';
import { defaultStage } from '../../shared/stage/set-up.ts';
import { type EventFacts, eventTypes } from '../../shared/timeline.ts';
import { temporaryFolder } from '../helpers/temp-folder.ts';

/** The same each time; a failure prints it, with the path that repeats it. */
const seed = 20_261_121;

/** Whatever a backend or a person calls something; nothing that looks like a secret. */
const name = fc.oneof(
  fc.constantFrom('a', '__proto__', 'constructor', '..', 'ünï/cödé', '💥', 'a"b\\c', ' '),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[=@~]/.test(text)),
);
const whole = fc.nat(1_000_000);

const facts: fc.Arbitrary<EventFacts> = fc.record(
  {
    type: fc.constantFrom(...eventTypes),
    subject: fc.constantFrom(...requestScopes, 'identity', 'app', 'disk'),
    id: name,
    call: whole,
    request: whole,
    source: fc.constantFrom('network', 'memory', 'disk'),
    freshness: fc.constantFrom('fresh', 'stale'),
    sizeBytes: whole,
    hash: name,
    slot: whole,
    storedAt: fc.option(whole),
    owner: name.map(appUserId),
    copyId: name,
    isForeground: fc.boolean(),
    error: fc.record({ code: fc.constantFrom(...errorCodes), message: name }),
    note: name,
  },
  { requiredKeys: ['type', 'subject'] },
);

const event = fc.record({
  facts,
  at: whole,
  origin: fc.record({
    user: name.map(appUserId),
    generation: whole,
    rules: fc.constantFrom(...ruleSets),
  }),
});

const copyOf = fc.record({
  displayName: name,
  extra: fc.jsonValue(),
  isInline: fc.boolean(),
  sizeBytes: whole,
});

const reported = fc.record({
  events: fc.array(event, { maxLength: 40 }),
  forgotten: fc.nat(10),
  workflows: fc.uniqueArray(fc.tuple(name, copyOf), { maxLength: 6, selector: ([id]) => id }),
  offerings: fc.uniqueArray(name, { maxLength: 5 }),
  metadata: fc.jsonValue(),
  now: whole,
  user: name,
  settings: fc.record({ persistOnDemand: fc.boolean(), fallbackHost: fc.boolean() }),
  stage: fc.record({ isFilmstrip: fc.boolean(), textScale: fc.constantFrom(0.8, 1, 2) }),
});
type Reported = typeof reported extends fc.Arbitrary<infer T> ? T : never;

const copyFrom = (
  id: string,
  { displayName, extra, isInline, sizeBytes }: Reported['workflows'][number][1],
): DetailCopy => {
  const body = {
    id,
    display_name: displayName,
    initial_step_id: 's',
    steps: {},
    screens: {},
    ui_config: {},
    extra,
  };
  const envelope = isInline
    ? { action: 'inline', data: body }
    : { action: 'use_cdn', url: 'https://cdn.test/b.json', hash: null };
  return {
    bodyHash: `hash of ${displayName}`,
    assets: [],
    envelope: {
      body: isInline ? null : { url: 'https://cdn.test/b.json', hash: null },
      envelopeBytes: 1,
      sizeBytes,
    },
    texts: { envelope: JSON.stringify(envelope), body: isInline ? null : JSON.stringify(body) },
  };
};

const valueOf = <T>(decoded: { ok: true; value: T } | { ok: false; problem: string }): T => {
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
};

const scope = { with: null, isSlow: false, isHeld: true };
const cache = { copy: null, isAsking: true, failure: null };

const sourceFrom = (made: Reported): ReportSource => {
  const { events, forgotten, workflows, offerings, metadata, now, user, settings, stage } = made;
  const timeline = createTimeline(Math.max(1, events.length - forgotten));
  for (const { facts: about, at, origin } of events) timeline.record(about, at, origin);
  const copies = new Map(workflows.map(([id, made]) => [id, copyFrom(id, made)]));
  const workflowRow = ([id]: Reported['workflows'][number], position: number): WorkflowRow => ({
    id,
    displayName: id,
    position,
    offeringIds: [...offerings],
    isPrefetched: true,
    isPersisted: false,
    copy: { storedAt: now, source: 'disk', bodyHash: copies.get(id)?.bodyHash ?? '', sizeBytes: 1 },
    isAsking: false,
    failure: {
      code: 'no-answer',
      message: id,
      at: now,
      isOnPurpose: true,
    },
  });
  const offeringRow = (id: string, position: number): OfferingRow => ({
    id,
    position,
    description: id,
    isCurrent: position === 0,
    isLegacy: false,
    hasOwnPaywall: false,
    packages: [{ id, productId: id }],
    workflowId: null,
  });
  return {
    about: {
      madeAt: now,
      now,
      of: 'session',
      project: { name: user, kind: 'demo' },
      app: { version: '1', host: 'browser', platform: 'linux' },
      runtime: { node: '24', electron: null, system: 'Linux' },
    },
    view: {
      documents: {
        world: {
          isOnline: false,
          isForeground: true,
          rules: 'ios',
          isDiskFull: true,
          faults: [],
          waiting: [{ request: 1, what: 'list', id: user, since: now }],
          scopes: { offerings: scope, list: scope, detail: scope, cdn: scope, asset: scope },
        },
        clock: { kind: 'real' },
        identity: { user, isAnonymous: false, generation: 3, known: [user] },
        caches: { offerings: cache, list: cache, files: 1, quarantined: 2, leaks: 3 },
      },
      offerings: offerings.map(offeringRow),
      workflows: workflows.map(workflowRow),
    },
    settings: { ...defaultSettings, ...settings },
    stage: { ...defaultStage, ...stage },
    contents: {
      offerings: valueOf(
        decodeOfferingsValue({
          current_offering_id: offerings[0] ?? null,
          offerings: offerings.map((identifier) => ({
            identifier,
            description: identifier,
            metadata: { metadata },
            packages: [],
          })),
        }),
      ),
      list: valueOf(
        decodeWorkflowsListValue({
          workflows: workflows.map(([id]) => ({ id, display_name: id, prefetch: true })),
        }),
      ),
      detail: () => null,
      copy: (id) => copies.get(id) ?? null,
      ownPaywall: () => null,
    },
    timeline,
    disk: {
      folder: user,
      offerings: { name: 'o.json', sizeBytes: 1, storedAt: null },
      list: null,
      workflow: null,
      cacheBytes: now,
      quarantine: { count: 0, folder: user },
    },
    diskOf: (id) => ({
      envelope: null,
      files: [{ kind: 'asset', address: id, sizeBytes: null }],
      unlisted: 1,
    }),
    openAsset: () => Promise.resolve(null),
    logFile: '/no such file',
  };
};

const nobody = { home: '/home/nobody-at-all', withoutHidden: (text: string) => text };

it('reads from a report what was written into it, whatever that is called', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(reported, async (made) => {
      const source = sourceFrom(made);
      round += 1;
      const order = { source, folder: `${folder}/${String(round)}`, redaction: nobody };
      const { file } = await writeReport({ ...order, withAssets: true });
      const read = await readReport(readFileSync(file));
      if (!read.ok) throw new Error(read.why);
      const { content } = read;
      const files = { nameOf: fileNameOf, has: () => false, open: () => Promise.resolve(null) };
      const shown = shownReport(content, files);
      const { view, settings, stage, contents, timeline, disk } = source;
      const { world, identity, caches } = view.documents;
      expect(shown.view([])).toEqual({
        documents: { world, identity, caches, clock: { kind: 'virtual', now: made.now } },
        offerings: view.offerings,
        workflows: view.workflows,
      });
      expect(content.state).toMatchObject({ settings, stage, clock: { kind: 'real' } });
      expect(shown.timeline.since(1)).toEqual(timeline.since(1));
      expect(content.offerings).toEqual(contents.offerings);
      expect(content.list).toEqual(contents.list);
      expect(shown.disk(null)).toEqual(disk);
      for (const { id } of view.workflows) {
        expect(shown.contents().copy(workflowId(id))).toEqual(contents.copy(workflowId(id)));
        expect(shown.workflowOnDisk(id)).toEqual(source.diskOf(id));
      }
    }),
    { seed, numRuns: 150 },
  );
});
