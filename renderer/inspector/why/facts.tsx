import type { WorkflowRow } from '../../../shared/contract/rows.ts';
import { messages } from '../../messages.ts';
import { sizeText, timeOfDay } from '../../state/format.ts';
import type { ListedItem } from '../../state/selection.ts';

const words = messages.detail;

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly isCode?: boolean;
}

const yesNo = (isSo: boolean): string => (isSo ? words.yes : words.no);

const copyFacts = ({ copy, isPrefetched, isPersisted }: WorkflowRow): readonly Fact[] => [
  ...(copy === null
    ? []
    : [
        { name: words.facts.source, value: messages.source[copy.source] },
        {
          name: words.facts.stored,
          value: copy.storedAt === null ? words.markedStale : timeOfDay(copy.storedAt),
        },
        // Nobody was told how large a copy is that came from disk.
        ...(copy.sizeBytes === 0
          ? []
          : [{ name: words.facts.size, value: sizeText(copy.sizeBytes) }]),
      ]),
  { name: words.facts.prefetched, value: yesNo(isPrefetched) },
  { name: words.facts.persisted, value: yesNo(isPersisted) },
  ...(copy === null
    ? []
    : [{ name: words.facts.body, value: copy.bodyHash.slice(0, 12), isCode: true }]),
];

const factsOf = ({ offering, workflow, id }: ListedItem): readonly Fact[] => {
  const workflowId = offering === null ? id : offering.workflowId;
  return [
    ...(workflow?.displayName == null
      ? []
      : [{ name: words.facts.workflow, value: workflow.displayName }]),
    ...(workflowId === null ? [] : [{ name: words.facts.id, value: workflowId, isCode: true }]),
    ...(workflow === undefined ? [] : copyFacts(workflow)),
    ...(offering === null
      ? []
      : [
          {
            name: words.facts.packages,
            value: offering.packages.map(({ id: packageId }) => packageId).join(', ') || words.none,
          },
          { name: words.facts.paywall, value: yesNo(offering.hasOwnPaywall) },
        ]),
  ];
};

/** What is known, name by name. */
export const Facts = ({ item }: { readonly item: ListedItem }) => (
  <section className="facts">
    <h3 className="why-pane__heading">{words.about}</h3>
    <dl>
      {factsOf(item).map(({ name, value, isCode = false }) => (
        <div key={name} className="facts__fact">
          <dt>{name}</dt>
          <dd className={isCode ? 'mono' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  </section>
);
