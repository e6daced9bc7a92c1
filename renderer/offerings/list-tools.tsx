import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { type SortKey, countKinds, sortKeys } from '../state/list-view.ts';
import { type StatusKind, statusKinds, statusLooks } from '../state/workflow-status.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { StatusSign } from '../ui/status-badge.tsx';
import { ChipLine } from './chip-line.tsx';
import './list-tools.css';

const words = messages.offerings;

const sorts: readonly { readonly value: SortKey; readonly word: string }[] = sortKeys.map(
  (value) => ({ value, word: words.sorts[value] }),
);

/** Whoever presses the key for it types into it, whatever was there. */
const useWantedSearch = () => {
  const { listView } = useStores();
  const wanted = useStore(listView, ({ searchWanted }) => searchWanted);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wanted > 0) field.current?.select();
  }, [wanted]);
  return field;
};

interface ListToolsProps {
  readonly kinds: readonly StatusKind[];
  readonly shown: number;
  /** The search was left for what it found. */
  readonly onLeave: () => void;
}

/** Which rows are shown, and in which order. */
export const ListTools = ({ kinds, shown, onLeave }: ListToolsProps) => {
  const { listView } = useStores();
  const { sort, search, kinds: wanted } = useStore(listView);
  const field = useWantedSearch();
  const counts = useMemo(() => countKinds(kinds), [kinds]);
  // One that is filtered by stays, also when the last such row has gone: else nobody could lift it.
  const listed = statusKinds.filter((kind) => counts.has(kind) || wanted.includes(kind));
  const isNarrowed = wanted.length > 0 || search.trim() !== '';
  return (
    <div className="list-tools">
      <div className="list-tools__line">
        <SearchField
          label={words.search}
          clearLabel={words.clearSearch}
          placeholder={words.searchExample}
          shortcut="/"
          value={search}
          field={field}
          onChange={(text) => listView.setState({ search: text })}
          onLeave={onLeave}
        />
        <Select
          label={words.sort}
          value={sort}
          options={sorts}
          onChange={(chosen) => listView.setState({ sort: chosen })}
        />
      </div>
      <div className="list-tools__filters">
        <ChipLine>
          {listed.map((kind) => (
            <Chip
              key={kind}
              isOn={wanted.includes(kind)}
              icon={<StatusSign kind={kind} size={12} />}
              word={statusLooks[kind].word}
              count={messages.number(counts.get(kind) ?? 0)}
              onPress={() => listView.toggle(kind)}
            />
          ))}
        </ChipLine>
        {isNarrowed ? (
          <span className="list-tools__shown">
            <span role="status">{words.shown(shown, kinds.length)}</span>
            <Button isSmall look="quiet" onClick={listView.showAll}>
              {words.showAll}
            </Button>
          </span>
        ) : null}
      </div>
    </div>
  );
};
