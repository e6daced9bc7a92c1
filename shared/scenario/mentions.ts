import type { Target } from '../faults.ts';
import {
  type CallCheck,
  type DiskCheck,
  type EventCheck,
  type Section,
  idInRequest,
} from './expect-format.ts';
import type { ProjectChange } from './project-spec.ts';
import type { PlainStep } from './step-format.ts';

/** Which of a project's ids may stand in a place. */
export type IdKind = 'listed' | 'workflow' | 'offering' | 'any';

/** An id that a step names, and where in the step it stands. */
export interface Mention {
  readonly path: readonly PropertyKey[];
  readonly id: string;
  readonly kind: IdKind;
}

const mention = (kind: IdKind, id: string | null | undefined, ...path: PropertyKey[]): Mention[] =>
  id == null ? [] : [{ path, id, kind }];

const inList = (kind: IdKind, ids: readonly string[] | undefined, key: string): Mention[] =>
  (ids ?? []).flatMap((id, index) => mention(kind, id, key, index));

const inCall = ({ workflow, offerings, current }: CallCheck): Mention[] => [
  ...mention('workflow', workflow, 'workflow'),
  ...inList('offering', offerings, 'offerings'),
  ...mention('offering', current, 'current'),
];

const inMap = (entries: readonly (readonly [string, string | null])[]): Mention[] =>
  entries.flatMap(([offering, workflow]) => [
    ...mention('any', offering, offering),
    ...mention('workflow', workflow, offering),
  ]);

const inKeys = (entries: readonly (readonly [string, unknown])[]): Mention[] =>
  entries.flatMap(([request]) => mention('any', idInRequest(request), request));

const inMemory = (entries: readonly (readonly [string, unknown])[]): Mention[] =>
  entries.flatMap(([id]) => (id === 'list' ? [] : mention('workflow', id, id)));

const inDisk = ({ envelopes }: DiskCheck): Mention[] => inList('any', envelopes, 'envelopes');

const inOrder = (requests: readonly string[]): Mention[] =>
  requests.flatMap((request, index) => mention('any', idInRequest(request), index));

/** The id of an identity change is a user, and files and documents have names of their own. */
const namesWorkflow = ({ type }: EventCheck): boolean =>
  !['identity-changed', 'leaked', 'failed', 'evicted', 'quarantined', 'warned'].includes(type);

const inEvents = (events: readonly EventCheck[]): Mention[] =>
  events.flatMap((event, index) =>
    namesWorkflow(event) ? mention('any', event.id, index, 'id') : [],
  );

const insideSection = (section: Section): Mention[] => {
  if (section.section === 'call') return inCall(section.input);
  if (section.section === 'requests') return inKeys(section.input);
  if (section.section === 'memory') return inMemory(section.input);
  if (section.section === 'disk') return inDisk(section.input);
  if (section.section === 'map') return inMap(section.input);
  if (section.section === 'events') return inEvents(section.input);
  return section.section === 'order' ? inOrder(section.input) : [];
};

const inSection = (section: Section): Mention[] => {
  const key = section.section === 'call' ? section.call : section.section;
  return insideSection(section).map((found) => ({ ...found, path: [key, ...found.path] }));
};

const inChange = (change: ProjectChange): Mention[] => {
  if (change.kind === 'workflow') return mention('listed', change.id, 'workflow');
  return change.kind === 'remove' ? mention('listed', change.id, 'remove') : [];
};

const inTarget = (target: Target | null): Mention[] => mention('any', target?.id, 'id');

/** The ids that a step names, so that none is taken that the project never has. */
export const mentionsIn = ({ name, input }: PlainStep): readonly Mention[] => {
  switch (name) {
    case 'get-workflow':
      return mention(input.by === 'offering' ? 'offering' : 'any', input.id, input.by);
    case 'fail':
    case 'slow':
      return inTarget(input.target);
    case 'heal':
    case 'hold':
    case 'release':
      return inTarget(input);
    case 'change':
      return inChange(input);
    case 'corrupt':
      return mention(input.what === 'cdn-file' ? 'workflow' : 'any', input.id, 'id');
    case 'expect':
      return input.flatMap(inSection);
    default:
      return [];
  }
};
