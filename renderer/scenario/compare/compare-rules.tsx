import { useState } from 'react';
import type { Comparison } from '../../../shared/contract/library.ts';
import { type RuleSet, ruleSets } from '../../../shared/policies.ts';
import { useActions } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Compared } from './compared.tsx';
import './comparison.css';

const words = messages.comparison;

const options = ruleSets.map((value) => ({ value, word: messages.rules[value] }));

interface Asked {
  readonly isBusy: boolean;
  readonly comparison: Comparison | null;
}

/** Plays the scenario under two sets of rules, and shows what happens side by side. */
export const CompareRules = ({ id }: { readonly id: string }) => {
  const { compareRules } = useActions();
  const [left, setLeft] = useState<RuleSet>('recommended');
  const [right, setRight] = useState<RuleSet>('android');
  const [{ isBusy, comparison }, setAsked] = useState<Asked>({ isBusy: false, comparison: null });
  const compare = async (): Promise<void> => {
    setAsked({ isBusy: true, comparison: null });
    setAsked({ isBusy: false, comparison: await compareRules(id, [left, right]) });
  };
  const isSame = left === right;
  return (
    <section className="comparison">
      <div className="comparison__choice">
        <Select label={words.left} value={left} options={options} onChange={setLeft} />
        <Select label={words.right} value={right} options={options} onChange={setRight} />
        <Button
          data-autofocus
          look="primary"
          isIdle={isBusy || isSame}
          onClick={() => void compare()}
        >
          {words.compare}
        </Button>
        {isSame ? <span className="comparison__hint">{words.same}</span> : null}
      </div>
      {isBusy ? <p role="status">{words.comparing}</p> : null}
      {comparison === null && !isBusy ? <p className="comparison__hint">{words.hint}</p> : null}
      {comparison === null ? null : <Compared comparison={comparison} />}
    </section>
  );
};
