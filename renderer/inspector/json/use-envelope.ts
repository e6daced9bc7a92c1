import { useEffect, useState } from 'react';
import type { Result } from '../../../shared/contract/calls.ts';
import { useActions } from '../../app/window-context.ts';
import type { PaperName } from '../../state/stage-subject.ts';

type Envelope = Result<'readEnvelope'>;

interface Read {
  readonly bodyHash: string;
  readonly envelope: Envelope;
}

/** What a workflow came in; null: not known yet, or it is no workflow. */
export const useEnvelope = ({ kind, id, bodyHash }: PaperName): Envelope | null => {
  const { readEnvelope } = useActions();
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    if (kind !== 'workflow' || bodyHash === null) return;
    let isOver = false;
    void readEnvelope(id, bodyHash).then((envelope) => {
      if (!isOver && envelope !== null) setRead({ bodyHash, envelope });
    });
    return () => {
      isOver = true;
    };
  }, [readEnvelope, kind, id, bodyHash]);
  return read !== null && kind === 'workflow' && read.bodyHash === bodyHash ? read.envelope : null;
};
