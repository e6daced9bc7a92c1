import type { ReactNode } from 'react';
import { reportEnding } from '../../shared/report/file.ts';
import { scenarioEndings } from '../../shared/scenario/file.ts';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions, useApp, useStores, useWindowParts } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { chooseFile } from '../scenario/choose-file.ts';
import { ThisScreen } from '../stage/pictures/this-screen.tsx';
import { usePaper } from '../stage/use-stage.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import './report.css';
import { SaveReport } from './save-report.tsx';

const words = messages.export;
const endings = [reportEnding, ...scenarioEndings].join(',');

interface PartProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** Without a name of its own: there is an area of that name in the window already. */
const Part = ({ title, text, children }: PartProps) => (
  <section className="export__part">
    <h3>{title}</h3>
    {text === undefined ? null : <p>{text}</p>}
    {children}
  </section>
);

const TimelinePart = () => {
  const { exportTimeline } = useActions();
  const { title, text, all, shown } = words.timeline;
  return (
    <Part title={title} text={text}>
      <div className="export__row">
        <Button onClick={() => void exportTimeline('all')}>{all}</Button>
        <Button onClick={() => void exportTimeline('shown')}>{shown}</Button>
      </div>
    </Part>
  );
};

const PicturesPart = () => {
  const paper = usePaper();
  const { hindrance } = useApp(({ documents }) => documents.pictures);
  const { title, text } = words.pictures;
  return (
    <Part title={title} text={hindrance ?? text}>
      {paper === null || hindrance !== null ? null : (
        <div className="export__row">
          <ThisScreen paper={paper} />
        </div>
      )}
    </Part>
  );
};

const ScenarioPart = () => {
  const { ui } = useStores();
  const { title, text, open } = words.scenario;
  return (
    <Part title={title} text={text}>
      <div className="export__row">
        <Button onClick={() => ui.setState({ panel: 'scenarios' })}>{open}</Button>
      </div>
    </Part>
  );
};

const FilesPart = ({ onClose }: { readonly onClose: () => void }) => {
  const parts = useWindowParts();
  const { title, text, choose } = words.files;
  return (
    <Part title={title} text={text}>
      <div className="export__row">
        <Button
          onClick={() => {
            onClose();
            chooseFile(parts, endings);
          }}
        >
          {choose}
        </Button>
      </div>
    </Part>
  );
};

/** Everything that can be taken away, and be opened again, in one place. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={words.title} onClose={onClose}>
    <NoticeArea isInDialog />
    <Part title={words.report.title}>
      <SaveReport />
    </Part>
    <TimelinePart />
    <PicturesPart />
    <ScenarioPart />
    <FilesPart onClose={onClose} />
  </Dialog>
);
