import { useCallback, useEffect, useState } from 'react';
import { useActions } from '../../app/window-context.ts';
import type { Listed } from './listed.ts';

/** Those that there are when somebody looks, and looks again; null: they are being read. */
export const useListed = (): readonly [readonly Listed[] | null, () => void] => {
  const { listScenarios } = useActions();
  const [listed, setListed] = useState<readonly Listed[] | null>(null);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let isHere = true;
    void listScenarios().then((found) => {
      if (isHere) setListed(found ?? []);
    });
    return () => {
      isHere = false;
    };
  }, [listScenarios, looks]);
  const lookAgain = useCallback(() => setLooks((count) => count + 1), []);
  return [listed, lookAgain];
};
