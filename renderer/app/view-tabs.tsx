import { messages } from '../messages.ts';
import type { View } from '../state/ui-store.ts';
import { useProblems } from '../stage/problems/use-problems.ts';
import { Segmented } from '../ui/segmented.tsx';

interface ViewTabsProps<Shown extends View> {
  readonly views: readonly Shown[];
  readonly view: Shown;
  readonly onChange: (view: Shown) => void;
}

/** What is shown in a column. */
export const ViewTabs = <Shown extends View>({ views, view, onChange }: ViewTabsProps<Shown>) => {
  const problems = useProblems();
  const { why, json, disk, problems: tab } = messages.inspector.tabs;
  const shown: Readonly<Record<View, string>> = {
    paywall: messages.stage.label,
    why,
    json,
    disk,
    problems: tab(problems),
  };
  return (
    <div className="view-tabs">
      <Segmented
        label={messages.panes.views}
        value={view}
        options={views.map((value) => ({ value, word: shown[value] }))}
        onChange={onChange}
      />
    </div>
  );
};
