import { Inspector } from '../inspector/inspector.tsx';
import { OfferingsPane } from '../offerings/offerings-pane.tsx';
import { messages } from '../messages.ts';
import { StagePane } from '../stage/stage-pane.tsx';
import { allowedSize, inspections, paneLimits, type PaneName, views } from '../state/ui-store.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Splitter } from '../ui/splitter.tsx';
import { Area } from './area.tsx';
import { Hints } from './hints.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { ViewTabs } from './view-tabs.tsx';
import { useStores, useUi } from './window-context.ts';

const StageArea = () => (
  <Area name={messages.stage.label} className="desk__area desk__area--content">
    <StagePane />
  </Area>
);

/** Paywall and reasons, one in the place of the other. */
const NarrowContent = () => {
  const { ui } = useStores();
  const view = useUi((state) => state.view);
  return (
    <div className="desk__content">
      <ViewTabs
        views={views}
        view={view}
        onChange={(chosen) =>
          ui.setState({ view: chosen, ...(chosen === 'paywall' ? {} : { inspection: chosen }) })
        }
      />
      {view === 'paywall' ? <StageArea /> : <Inspector inspection={view} />}
    </div>
  );
};

/** Paywall and reasons beside each other. */
const WideContent = ({ resize }: { readonly resize: (size: number) => void }) => {
  const { ui } = useStores();
  const inspection = useUi((state) => state.inspection);
  const detailWidth = useUi((state) => state.detailWidth);
  return (
    <>
      <StageArea />
      <Splitter
        label={messages.panes.detail}
        line="upright"
        pane="behind"
        size={detailWidth}
        limits={paneLimits.detailWidth}
        onResize={resize}
      />
      <div className="desk__detail" style={{ width: detailWidth }}>
        <ViewTabs
          views={inspections}
          view={inspection}
          onChange={(chosen) => ui.setState({ inspection: chosen })}
        />
        <Inspector inspection={inspection} />
        {inspection === 'why' ? <Hints /> : null}
      </div>
    </>
  );
};

/** The areas below the bar, and the lines between them. */
export const Desk = () => {
  const { ui } = useStores();
  const isNarrow = useIsNarrow();
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
        {isNarrow ? <NarrowContent /> : <WideContent resize={resize('detailWidth')} />}
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
