import { Camera } from 'lucide-react';
import { useApp } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Popover } from '../../ui/popover.tsx';
import { usePaper } from '../use-stage.ts';
import { Progress } from './progress.tsx';
import './pictures.css';
import { SheetForm } from './sheet-form.tsx';
import { ThisScreen } from './this-screen.tsx';

const words = messages.stage.pictures;

const Content = () => {
  const { hindrance, status } = useApp(({ documents }) => documents.pictures);
  const paper = usePaper();
  if (hindrance !== null) return <p className="pictures__hindrance">{hindrance}</p>;
  return (
    <>
      <Progress />
      {status === 'taking' || paper === null ? null : (
        <>
          <ThisScreen paper={paper} />
          <SheetForm paper={paper} />
        </>
      )}
    </>
  );
};

/** Takes pictures of what is on the stage. */
export const PicturesMenu = () => (
  <Popover
    label={words.open}
    panelLabel={words.label}
    isPicture
    buttonClass="button--quiet button--icon"
    panelClass="pictures"
    button={<Camera size={14} aria-hidden />}
  >
    {() => (
      <>
        <h2 className="pictures__title">{words.label}</h2>
        <Content />
      </>
    )}
  </Popover>
);
