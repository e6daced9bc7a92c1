import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { ruleSets } from '../../shared/policies.ts';
import { ChoiceMenu } from '../ui/choice-menu.tsx';

const words = messages.world;

const choices = ruleSets.map((value) => ({
  value,
  word: messages.rules[value],
  hint: words.ruleHints[value],
}));

/** By whose rules the engine behaves, and how they differ. */
export const RulesMenu = () => {
  const rules = useApp(({ documents }) => documents.world.rules);
  const { setRules } = useActions();
  const word = messages.rules[rules];
  return (
    <ChoiceMenu
      label={words.rules}
      name={words.chosen(words.rules, word)}
      value={rules}
      word={word}
      choices={choices}
      onChoose={setRules}
    />
  );
};
