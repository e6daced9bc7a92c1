import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { messages } from '../messages.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';

const words = messages.offerings;

/** Whether something in it is out of sight. */
const useIsCut = () => {
  const line = useRef<HTMLDivElement>(null);
  const [isCut, setIsCut] = useState(false);
  // Without dependencies: what stands in it may be other words.
  useLayoutEffect(() => {
    const element = line.current;
    if (element === null) return;
    const look = (): void => setIsCut(element.scrollWidth > element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return { line, isCut };
};

/** Filters on one line, so that the rows have the room; those that do not fit are unfolded. */
export const ChipLine = ({ children }: { readonly children: ReactNode }) => {
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { line, isCut } = useIsCut();
  return (
    <>
      <div
        ref={line}
        role="group"
        aria-label={words.filter}
        className={classNames('list-tools__chips', isUnfolded && 'list-tools__chips--unfolded')}
      >
        {children}
      </div>
      {isCut || isUnfolded ? (
        <IconButton
          isSmall
          icon={isUnfolded ? ChevronUp : ChevronDown}
          label={words.allFilters}
          aria-expanded={isUnfolded}
          className="list-tools__fold"
          onClick={() => setIsUnfolded(!isUnfolded)}
        />
      ) : null}
    </>
  );
};
