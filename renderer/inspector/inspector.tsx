import { Area } from '../app/area.tsx';
import { messages } from '../messages.ts';
import { ProblemsPane } from '../stage/problems/problems-pane.tsx';
import type { Inspection } from '../state/ui-store.ts';
import { DiskPane } from './disk/disk-pane.tsx';
import { JsonPane } from './json/json-pane.tsx';
import { WhyPane } from './why/why-pane.tsx';

const PaneOf = ({ inspection }: { readonly inspection: Inspection }) => {
  switch (inspection) {
    case 'why':
      return <WhyPane />;
    case 'json':
      return <JsonPane />;
    case 'disk':
      return <DiskPane />;
    case 'problems':
      return <ProblemsPane />;
  }
};

/** What is known of the paywall that is on the stage; a fault in one pane leaves the others. */
export const Inspector = ({ inspection }: { readonly inspection: Inspection }) => (
  <Area
    key={inspection}
    name={messages.detail.label}
    className="desk__area desk__area--content desk__area--detail"
  >
    <PaneOf inspection={inspection} />
  </Area>
);
