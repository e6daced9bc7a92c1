import type { PreviewEvent } from '../../shared/paywall/preview-page.ts';

/*
 * Which tab is open is told by an event with the name of its tabs, which others may have as well. So
 * while they are mounted they have a name that nobody else has.
 */

const marking = 'tabs:';

export const nameOfTabs = (owner: string, name: string): string =>
  `${marking}${JSON.stringify([owner, name])}`;

/** A tab that a person has opened. */
export interface OpenedTab {
  readonly owner: string;
  readonly index: number;
}

export interface HeardEvent {
  /** With the name that was given to the tabs. */
  readonly event: PreviewEvent;
  readonly openedTab: OpenedTab | null;
}

const indexOf = (data: Readonly<Record<string, unknown>>): number => {
  // A switch is off on the first tab and on on the second one.
  if (data['componentType'] === 'switch') return data['componentValue'] === 'on' ? 1 : 0;
  return Number(data['destinationIndex']);
};

/** Whoever else is named like ours does not say these. */
const isOfTabs = ({ componentType }: Readonly<Record<string, unknown>>): boolean =>
  componentType === 'tab' || componentType === 'switch';

/** What an event of the renderer says. */
export const hearEvent = (event: PreviewEvent): HeardEvent => {
  if (event.kind !== 'interaction' || !isOfTabs(event.data)) return { event, openedTab: null };
  const { componentName: marked } = event.data;
  if (typeof marked !== 'string' || !marked.startsWith(marking)) return { event, openedTab: null };
  const [owner, name] = JSON.parse(marked.slice(marking.length)) as readonly [string, string];
  const componentName = name.trim() === '' ? undefined : name;
  return {
    event: { kind: 'interaction', data: { ...event.data, componentName } },
    openedTab: { owner, index: indexOf(event.data) },
  };
};
