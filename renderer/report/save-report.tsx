import { useState } from 'react';
import type { Result } from '../../shared/contract/calls.ts';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { sizeText } from '../state/format.ts';
import { userName } from '../state/user-name.ts';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/switch.tsx';

const words = messages.export.report;

type Saved = Result<'saveReport'>;

/** More of them would only hide that there are any. */
const mostNamed = 5;

const Users = () => {
  const { user, known } = useApp(({ documents }) => documents.identity);
  const users = [...new Set([user, ...known])].filter((each) => each !== '').map(userName);
  const more = users.length - mostNamed;
  return (
    <p className="export__users">
      {more > 0 ? words.moreUsers(users.slice(0, mostNamed), more) : words.users(users)}
    </p>
  );
};

const SavedReport = ({ saved: { file, sizeBytes, leftOut, hindrance } }: { saved: Saved }) => (
  <div className="export__result">
    <strong>{words.saved(sizeText(sizeBytes))}</strong> <code>{file}</code>
    {hindrance === null ? null : <p>{hindrance}</p>}
    {leftOut.length === 0 ? null : (
      <>
        <p>{words.leftOut}</p>
        <ul>
          {leftOut.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    )}
  </div>
);

type Saving = 'idle' | 'saving' | Saved;

/** What will be in a report, and saving it. */
export const SaveReport = () => {
  const { saveReport } = useActions();
  const isReport = useApp(({ documents }) => documents.guest?.kind === 'report');
  const [withAssets, setWithAssets] = useState(true);
  const [saving, setSaving] = useState<Saving>('idle');
  if (isReport) return <p>{words.isReport}</p>;
  const save = async (): Promise<void> => {
    setSaving('saving');
    setSaving((await saveReport(withAssets)) ?? 'idle');
  };
  return (
    <>
      <p>{words.intro}</p>
      <Users />
      <p>{words.removed}</p>
      <div className="export__row">
        <span className="export__label" aria-hidden>
          {words.assets}
        </span>
        <Switch
          label={words.assets}
          isOn={withAssets}
          word={withAssets ? words.withAssets : words.withoutAssets}
          onChange={setWithAssets}
        />
        <Button
          data-autofocus
          look="primary"
          className="export__push"
          isIdle={saving === 'saving'}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </div>
      <div role="status">
        {saving === 'saving' ? (
          <>
            <progress aria-label={words.progress} />
            {words.saving}
          </>
        ) : null}
        {typeof saving === 'object' ? <SavedReport saved={saving} /> : null}
      </div>
    </>
  );
};
