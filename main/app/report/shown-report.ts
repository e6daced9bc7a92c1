import { collectAssets, mostAssets } from '../../../shared/model/assets.ts';
import { offeringId, workflowId } from '../../../shared/model/ids.ts';
import { ownPaywallWorkflow } from '../../../shared/workflow/own-paywall.ts';
import type { CacheContents, DetailCopy, OwnPaywall } from '../../engine/engine.ts';
import type { Shown } from '../shown.ts';
import type { ReadWorkflow, ReportContent } from './read-report.ts';
import { workflowOf } from './workflow-of.ts';

/** Walking to and fro between a few paywalls makes none anew. */
const mostMade = 8;

/** What was made last is made once. */
const remembering = <Made>(make: (id: string) => Made | null): ((id: string) => Made | null) => {
  const made = new Map<string, Made | null>();
  return (id) => {
    if (!made.has(id)) made.set(id, make(id));
    const found = made.get(id) ?? null;
    const [oldest] = made.keys();
    if (made.size > mostMade && oldest !== undefined) made.delete(oldest);
    return found;
  };
};

type Head = Omit<DetailCopy, 'texts' | 'assets'>;

const headOf = ({ head }: ReadWorkflow): Head => {
  const { bodyHash, body, envelopeBytes, sizeBytes } = head;
  return { bodyHash, envelope: { body, envelopeBytes, sizeBytes } };
};

const contentsOf = ({ offerings, list, workflows, state }: ReportContent): CacheContents => {
  const resolve = remembering((id) => {
    const found = workflows.get(id);
    const resolved = found === undefined ? null : workflowOf(found);
    if (found === undefined || resolved?.ok !== true) return null;
    const assets = collectAssets(resolved.value.workflow).slice(0, mostAssets);
    return { found, assets, ...resolved.value };
  });

  const ownPaywall = remembering((id): OwnPaywall | null => {
    const offering = offerings?.offerings.find(({ identifier }) => identifier === id);
    const workflow =
      offering === undefined ? null : ownPaywallWorkflow(offering, offerings?.ui_config);
    if (workflow === null) return null;
    const bodyHash = state.caches.offerings.copy?.bodyHash ?? '';
    return { workflow, bodyHash, assets: collectAssets(workflow).slice(0, mostAssets) };
  });

  return Object.freeze({
    offerings,
    list,
    detail: (id: ReturnType<typeof workflowId>) => {
      const resolved = resolve(id);
      if (resolved === null) return null;
      const { found, ...rest } = resolved;
      return { ...headOf(found), ...rest };
    },
    copy: (id: ReturnType<typeof workflowId>) => {
      const resolved = resolve(id);
      if (resolved === null) return null;
      const { found, assets } = resolved;
      return { ...headOf(found), assets, texts: { envelope: found.envelope, body: found.body } };
    },
    ownPaywall: (id: ReturnType<typeof offeringId>) => ownPaywall(id),
  });
};

const nothingOnDisk = { envelope: null, files: [], unlisted: 0 };

/** A report as windows look at it: the time stands, and nothing happens any more. */
export const shownReport = (content: ReportContent, files: Shown['files']): Shown => {
  const { about, state, events, disk: onDisk, offeringRows, workflowRows } = content;
  const { world, identity, caches } = state;
  const contents = contentsOf(content);
  const firstEvent = events[0]?.eventId ?? 1;
  const disks = new Map(onDisk.workflows.map(({ id, state: found }) => [id, found]));
  const { folder, offerings, list, cacheBytes, quarantine } = onDisk;

  const workflowOnDisk: Shown['workflowOnDisk'] = (id) => disks.get(id) ?? nothingOnDisk;

  return Object.freeze({
    view: () => ({
      documents: { world, identity, caches, clock: { kind: 'virtual' as const, now: about.now } },
      offerings: offeringRows,
      workflows: workflowRows,
    }),
    timeline: {
      since: (eventId: number, most = Infinity) => {
        const start = Math.max(0, eventId - firstEvent);
        return events.slice(start, start + most);
      },
      nextId: () => firstEvent + events.length,
    },
    files,
    contents: () => contents,
    disk: (workflow: string | null) => ({
      folder,
      offerings,
      list,
      cacheBytes,
      quarantine,
      workflow: workflow === null ? null : workflowOnDisk(workflow),
    }),
    workflowOnDisk,
    now: () => about.now,
  });
};
