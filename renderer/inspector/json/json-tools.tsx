import { ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { messages } from '../../messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { TreeRoot } from './tree-shelf.ts';
import type { TreeSearch } from './use-search.ts';

const words = messages.inspector.json;

interface JsonToolsProps {
  readonly roots: readonly TreeRoot[];
  readonly root: TreeRoot;
  readonly onRoot: (root: TreeRoot) => void;
  readonly search: TreeSearch;
}

const countWords = ({ found, at }: TreeSearch): string => {
  if (found === null) return '';
  return found.count === 0 ? words.noneFound : words.found(at + 1, found.count, found.isCut);
};

/** What is looked at, and what is looked for in it. */
export const JsonTools = ({ roots, root, onRoot, search }: JsonToolsProps) => {
  const isIdle = (search.found?.count ?? 0) === 0;
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    search.step(event.shiftKey ? -1 : 1);
  };
  return (
    <div className="json-tools">
      {roots.length < 2 ? null : (
        <Segmented
          label={words.roots}
          value={root}
          options={roots.map((value) => ({ value, word: words.root[value] }))}
          onChange={onRoot}
        />
      )}
      <div className="json-tools__search" role="search">
        <span className="json-tools__field" onKeyDownCapture={press}>
          <SearchField
            label={words.search}
            clearLabel={words.clearSearch}
            placeholder={words.searchExample}
            value={search.text}
            onChange={search.setText}
          />
        </span>
        <IconButton
          isSmall
          icon={ChevronUp}
          label={words.previous}
          isIdle={isIdle}
          onClick={() => search.step(-1)}
        />
        <IconButton
          isSmall
          icon={ChevronDown}
          label={words.next}
          isIdle={isIdle}
          onClick={() => search.step(1)}
        />
      </div>
      <p className="json-tools__count" role="status">
        {countWords(search)}
      </p>
    </div>
  );
};
