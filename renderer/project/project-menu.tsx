import {
  Check,
  ChevronDown,
  Cloud,
  FileJson,
  FolderOpen,
  type LucideIcon,
  Save,
  Settings2,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { RecentProject } from '../../shared/contract/documents.ts';
import { useActions, useApp, useStores, useWindowParts } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { chooseFile } from '../scenario/choose-file.ts';
import { Popover } from '../ui/popover.tsx';
import './project-menu.css';

const { project: words, live } = messages;

/** More are found by the palette. */
const mostShown = 8;

interface ItemProps {
  readonly icon: LucideIcon | null;
  readonly word: string;
  readonly hint: string;
  readonly isFirst?: boolean;
  readonly isMissing?: boolean;
  readonly onChoose: () => void;
}

const Item = ({ icon: Icon, word, hint, isFirst, isMissing, onChoose }: ItemProps) => (
  <button
    // Where the focus goes when the menu opens; React keeps the attribute to itself.
    ref={(element) => void element?.toggleAttribute('autofocus', isFirst === true)}
    type="button"
    role="menuitem"
    tabIndex={isFirst === true ? 0 : -1}
    className="choice-menu__choice"
    onClick={onChoose}
  >
    <span className="choice-menu__check">
      {Icon === null ? null : <Icon size={14} aria-hidden />}
    </span>
    <span className="choice-menu__name clipped">{word}</span>
    <span className="choice-menu__hint project-menu__hint clipped" title={hint}>
      {isMissing === true ? (
        <span className="project-menu__missing">
          <TriangleAlert size={12} aria-hidden /> {words.missing}:{' '}
        </span>
      ) : null}
      {hint}
    </span>
  </button>
);

const steps: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => (place >= last ? 0 : place + 1),
  ArrowUp: (place, last) => (place <= 0 ? last : place - 1),
  Home: () => 0,
  End: (_, last) => last,
};

const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const place = items.findIndex((item) => item === document.activeElement);
  const next = steps[event.key]?.(place, items.length - 1);
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
};

const hintOf = ({ kind, where }: RecentProject): string => where ?? words.kinds[kind];

/** The demo and those that were open before; the one that is open has a check mark. */
const Projects = ({ onDone }: { readonly onDone: () => void }) => {
  const open = useApp(({ documents }) => documents.project);
  const recent = useApp(({ documents }) => documents.projects);
  const { openProject } = useActions();
  const choose = (id: string) => (): void => {
    onDone();
    if (id !== open.id) openProject(id);
  };
  const mark = (id: string) => (id === open.id ? Check : null);
  return (
    <>
      <Item
        isFirst
        icon={mark('demo')}
        word={words.demo}
        hint={words.kinds.demo}
        onChoose={choose('demo')}
      />
      {open.kind === 'file' ? (
        <Item icon={Check} word={open.name} hint={words.kinds.file} onChoose={onDone} />
      ) : null}
      {recent.slice(0, mostShown).map((project) => (
        <Item
          key={project.id}
          icon={mark(project.id)}
          word={project.name}
          hint={hintOf(project)}
          isMissing={project.isMissing}
          onChoose={choose(project.id)}
        />
      ))}
    </>
  );
};

/** What can be done with projects. */
const Deeds = ({ onDone }: { readonly onDone: () => void }) => {
  const parts = useWindowParts();
  const { ui } = useStores();
  const { askForFolder } = useActions();
  const isKept = useApp(
    ({ documents: { project } }) => project.kind === 'folder' || project.kind === 'live',
  );
  const isLive = useApp(({ documents: { project } }) => project.kind === 'live');
  const then = (act: () => void) => (): void => {
    onDone();
    act();
  };
  return (
    <>
      <Item
        icon={FolderOpen}
        word={words.open}
        hint={words.openHint}
        onChoose={then(() => void askForFolder())}
      />
      <Item
        icon={FileJson}
        word={words.openFile}
        hint={words.openFileHint}
        onChoose={then(() => chooseFile(parts, '.json'))}
      />
      <Item
        icon={Cloud}
        word={live.connect}
        hint={live.connectHint}
        onChoose={then(() => ui.setState({ panel: 'connectLive' }))}
      />
      {isLive ? (
        <Item
          icon={Settings2}
          word={live.edit}
          hint={live.editHint}
          onChoose={then(() => ui.setState({ panel: 'editLive' }))}
        />
      ) : null}
      <Item
        icon={Save}
        word={words.save}
        hint={words.saveHint}
        onChoose={then(() => ui.setState({ panel: 'saveProject' }))}
      />
      {isKept ? (
        <Item
          icon={Trash2}
          word={words.forget}
          hint={words.forgetHint}
          onChoose={then(() => ui.setState({ panel: 'forgetProject' }))}
        />
      ) : null}
    </>
  );
};

/** Which project is open, and the way to any other. */
export const ProjectMenu = () => {
  const name = useApp(({ documents }) => words.nameOf(documents.project));
  const isBroken = useApp(({ documents }) => documents.project.problem !== null);
  return (
    <Popover
      label={words.named(name)}
      panelLabel={words.menu}
      buttonClass="popover-button button--plain"
      panelClass="popover--menu"
      button={
        <>
          {isBroken ? (
            <TriangleAlert size={14} aria-hidden className="project-menu__missing" />
          ) : null}
          <span className="choice-menu__word clipped">{name}</span>
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
      {(close) => (
        <div role="menu" aria-label={words.menu} className="choice-menu" onKeyDown={moveFocus}>
          <Projects onDone={close} />
          <div role="separator" className="project-menu__line" />
          <Deeds onDone={close} />
        </div>
      )}
    </Popover>
  );
};
