import { useEffect, useState } from 'react';
import type { FolderList } from '../../shared/contract/project.ts';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Combobox, type ComboboxOption } from '../ui/combobox.tsx';

const words = messages.project;

/** As somebody types them, so that what is chosen goes on from what was typed. */
const optionsOf = (typed: string, { folders, separator }: FolderList): ComboboxOption[] => {
  const end = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf(separator)) + 1;
  return folders.map(({ path, isProject }) => {
    const name = path.slice(path.lastIndexOf(separator) + 1);
    const isBelow = !name.toLowerCase().startsWith(typed.slice(end).toLowerCase());
    const before = typed.trim() === '' ? path.slice(0, -name.length) : typed.slice(0, end);
    const value = isBelow ? `${typed}${separator}${name}` : `${before}${name}`;
    return { value, word: name, detail: isProject ? words.isProject : '' };
  });
};

/** The folders that a path could lead on to, a moment after it was typed. */
const useFolders = (typed: string): FolderList | null => {
  const { listFolders } = useActions();
  const [listed, setListed] = useState<FolderList | null>(null);
  useEffect(() => {
    let isLate = false;
    void listFolders(typed).then((list) => {
      if (!isLate) setListed(list);
    });
    return () => {
      isLate = true;
    };
  }, [listFolders, typed]);
  return listed;
};

interface PathFieldProps {
  readonly path: string;
  /** Said where the folder is none of a project. */
  readonly isForProject: boolean;
  readonly onChange: (path: string) => void;
}

/** The path of a folder, with the folders that there are. */
export const PathField = ({ path, isForProject, onChange }: PathFieldProps) => {
  const listed = useFolders(path);
  const isWhole = listed !== null && /[\\/]$/.test(path.trim());
  const hint =
    listed?.problem ??
    (isForProject && isWhole && !listed.isProject && listed.folders.length === 0
      ? words.isNone
      : null);
  return (
    <div className="path-field">
      <Combobox
        isFirst
        label={words.path}
        placeholder={words.pathPlaceholder}
        value={path}
        options={listed === null ? [] : optionsOf(path, listed)}
        noneFound={words.noneFound}
        onChange={onChange}
      />
      <p role="status" className="path-field__hint">
        {path === '' ? null : hint}
      </p>
    </div>
  );
};
