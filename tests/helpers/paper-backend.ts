import { sha256 } from './served.ts';

/** A workflow as a backend knows it, as far as caches care. */
export interface PaperWorkflow {
  readonly id: string;
  readonly offering: string | null;
  readonly prefetch: boolean;
  readonly delivery: 'inline' | 'cdn';
  readonly revision: number;
}

/** What the endpoints and the CDN would answer, without a socket; null: there is no such thing. */
export interface PaperBackend {
  offerings(): string;
  list(): string;
  /** By its id, or by its offering's. */
  detail(asked: string): string | null;
  body(url: string): string | null;
  workflows(): readonly PaperWorkflow[];
  change(id: string, to: Partial<Omit<PaperWorkflow, 'id'>>): void;
}

const bodyOf = ({ id, revision }: PaperWorkflow): string =>
  JSON.stringify({
    id,
    display_name: id,
    initial_step_id: 's',
    steps: { s: { id: 's', type: 'screen' } },
    screens: {},
    metadata: { revision },
  });

const urlOf = ({ id, revision }: PaperWorkflow): string =>
  `https://cdn.test/${id}/${String(revision)}.json`;

const envelopeOf = (workflow: PaperWorkflow): string =>
  workflow.delivery === 'inline'
    ? `{"action":"inline","data":${bodyOf(workflow)}}`
    : JSON.stringify({ action: 'use_cdn', url: urlOf(workflow), hash: sha256(bodyOf(workflow)) });

export const createPaperBackend = (given: readonly PaperWorkflow[]): PaperBackend => {
  const workflows = new Map(given.map((workflow) => [workflow.id, workflow]));
  /** What was published stays at its address. */
  const published = new Map<string, string>();

  const publish = (workflow: PaperWorkflow): void => {
    workflows.set(workflow.id, workflow);
    published.set(urlOf(workflow), bodyOf(workflow));
  };

  for (const workflow of given) publish(workflow);

  return Object.freeze({
    offerings: () =>
      JSON.stringify({
        offerings: [...workflows.values()].flatMap(({ offering }) =>
          offering === null ? [] : [{ identifier: offering, description: '', packages: [] }],
        ),
      }),
    list: () =>
      JSON.stringify({
        workflows: [...workflows.values()].map(({ id, offering, prefetch }) => ({
          id,
          display_name: id,
          offering_id: offering,
          prefetch,
        })),
      }),
    detail: (asked: string) => {
      const workflow =
        workflows.get(asked) ??
        [...workflows.values()].findLast(({ offering }) => offering === asked);
      return workflow === undefined ? null : envelopeOf(workflow);
    },
    body: (url: string) => published.get(url) ?? null,
    workflows: () => [...workflows.values()],
    change: (id: string, to: Partial<Omit<PaperWorkflow, 'id'>>) => {
      const workflow = workflows.get(id);
      if (workflow !== undefined) publish({ ...workflow, ...to });
    },
  });
};
