import { DetailPane } from '../offerings/detail-pane.tsx';
import { OfferingsPane } from '../offerings/offerings-pane.tsx';
import { messages } from '../messages.ts';
import { allowedSize, paneLimits, type PaneName } from '../state/ui-store.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Splitter } from '../ui/splitter.tsx';
import { Area } from './area.tsx';
import { useStores, useUi } from './window-context.ts';

/** The areas below the bar, and the lines between them. */
export const Desk = () => {
  const { ui } = useStores();
  const offeringsWidth = useUi((state) => state.offeringsWidth);
  const timelineHeight = useUi((state) => state.timelineHeight);
  const resize = (name: PaneName) => (size: number) =>
    ui.setState({ [name]: allowedSize(name, size) });
  return (
    <main className="desk">
      <div className="desk__upper">
        <div className="desk__offerings" style={{ width: offeringsWidth }}>
          <Area name={messages.offerings.label} className="desk__area desk__area--frame">
            <OfferingsPane />
          </Area>
        </div>
        <Splitter
          label={messages.panes.offerings}
          line="upright"
          pane="before"
          size={offeringsWidth}
          limits={paneLimits.offeringsWidth}
          onResize={resize('offeringsWidth')}
        />
        <Area name={messages.detail.label} className="desk__area desk__area--content">
          <DetailPane />
        </Area>
      </div>
      <Splitter
        label={messages.panes.timeline}
        line="lying"
        pane="behind"
        size={timelineHeight}
        limits={paneLimits.timelineHeight}
        onResize={resize('timelineHeight')}
      />
      <div className="desk__timeline" style={{ height: timelineHeight }}>
        <Area name={messages.timeline.label} className="desk__area desk__area--frame">
          <Timeline />
        </Area>
      </div>
    </main>
  );
};
