import type { ProjectChange } from '../../shared/scenario/project-spec.ts';
import type { BackendOrigins, ServedProject } from './backend.ts';
import { createImageShelf } from './generated-image.ts';
import { generatedOfferings } from './generated-offerings.ts';
import type { Json } from './json.ts';
import { changeEntries } from './project-changes.ts';
import {
  type OfferingsSource,
  type ProjectSource,
  type WorkflowEntry,
  convertedId,
  idsOf,
} from './project-source.ts';
import { createPublisher } from './publisher.ts';

const listItem = ({ item, id, offering, prefetch }: WorkflowEntry): Json => ({
  ...item,
  id,
  offering_id: offering,
  prefetch,
});

const inlineEnvelope = (data: string): string =>
  `{"action":"inline","data":${data},"enrolled_variants":null}`;

/** Which workflow the backend answers with: a workflow's id wins over an offering of that name. */
const findEntry = (entries: readonly WorkflowEntry[], asked: string): WorkflowEntry | null => {
  const withId = (id: string): WorkflowEntry | undefined =>
    entries.findLast((entry) => entry.id === id);
  const mapped = entries.findLast(({ offering }) => offering === asked);
  return withId(asked) ?? (mapped === undefined ? null : (withId(mapped.id) ?? null));
};

/** The offerings that were converted to workflows: from then on these can be asked for by their id. */
const createConversions = () => {
  const offeringOf = new Map<string, string>();
  return (offerings: OfferingsSource, asked: string, cdn: string): Json | null => {
    const offering = offerings.ids.includes(asked) ? asked : offeringOf.get(asked);
    const made = offering === undefined ? null : offerings.convert(offering, cdn);
    if (made !== null && offering !== undefined) offeringOf.set(convertedId(offering), offering);
    return made;
  };
};

/** A project that can become another one while it is served. */
export interface ChangeableProject extends ServedProject {
  /** Serves this from now on; bodies that were published stay on the CDN. */
  become(next: ProjectSource): void;
}

/** Serves a project, wherever it comes from, and keeps what changes are made to it. */
export const createServedProject = (first: ProjectSource): ChangeableProject => {
  let source = first;
  let { entries, offerings } = first;
  const publisher = createPublisher();
  const images = createImageShelf();
  const convert = createConversions();
  const known = new Set<string>();

  const learn = (): void => {
    for (const entry of entries) {
      for (const id of idsOf(entry)) known.add(id);
      images.publish(idsOf(entry), entry.generatedImages);
    }
    for (const id of offerings.ids) {
      known.add(id);
      if (offerings.convert(id, '') !== null) known.add(convertedId(id));
    }
  };

  const envelope = (entry: WorkflowEntry, origins: BackendOrigins): string => {
    if (entry.delivery === 'inline') return inlineEnvelope(publisher.text(entry, origins));
    const { url, hash } = publisher.publish(entry, origins);
    return JSON.stringify({
      action: 'use_cdn',
      url,
      ...(hash === null ? {} : { hash }),
      enrolled_variants: null,
    });
  };

  learn();
  return Object.freeze({
    name: first.name,
    offerings: ({ cdn }: BackendOrigins) => JSON.stringify(offerings.response(cdn)),
    list: () => JSON.stringify({ ...source.list, workflows: entries.map(listItem) }),
    detail: (id: string, origins: BackendOrigins) => {
      const entry = findEntry(entries, id);
      if (entry !== null) return envelope(entry, origins);
      const made = convert(offerings, id, origins.cdn);
      return made === null ? null : inlineEnvelope(JSON.stringify(made));
    },
    body: (path: string) => publisher.find(path),
    asset: (path: string) => source.asset(path) ?? images.find(path),
    change: (change: ProjectChange) => {
      if (change.kind === 'offerings') offerings = generatedOfferings(change.offerings);
      else entries = changeEntries(entries, change);
      learn();
    },
    become: (next: ProjectSource) => {
      source = next;
      ({ entries, offerings } = next);
      learn();
    },
    knownIds: () => new Set(known),
    bodyRefs: (id: string) => publisher.refs(id),
  });
};
