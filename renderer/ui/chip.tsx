import type { ReactNode } from 'react';
import './chip.css';

interface ChipProps {
  readonly isOn: boolean;
  readonly icon: ReactNode;
  readonly word: string;
  readonly count: string;
  readonly onPress: () => void;
}

/** Filters by what it counts. */
export const Chip = ({ isOn, icon, word, count, onPress }: ChipProps) => (
  <button type="button" className="chip" aria-pressed={isOn} onClick={onPress}>
    {icon}
    {word} <span className="chip__count">{count}</span>
  </button>
);
