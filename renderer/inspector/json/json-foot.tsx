import { Copy } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import type { TreeClient } from './tree-link.ts';
import type { TreeRow } from './tree-model.ts';

const words = messages.inspector.json;

interface JsonFootProps {
  readonly client: TreeClient | null;
  readonly row: TreeRow | null;
}

/** Where somebody is, and taking it along. */
export const JsonFoot = ({ client, row }: JsonFootProps) => {
  const [said, setSaid] = useState('');
  const copy = (what: string, text: string): void =>
    setSaid(copyText(text) ? words.copied(what) : words.notCopied);
  const isIdle = row === null;
  return (
    <div className="json-foot">
      <code className="json-foot__place clipped">{row?.place ?? words.noneChosen}</code>
      <Button
        isSmall
        icon={Copy}
        isIdle={isIdle}
        aria-label={words.copyPath}
        onClick={() => copy(words.thePath, row?.place ?? '')}
      >
        {words.path}
      </Button>
      <Button
        isSmall
        icon={Copy}
        isIdle={isIdle}
        aria-label={words.copyValue}
        onClick={() => {
          if (row !== null) void client?.textOf(row.id).then((text) => copy(words.theValue, text));
        }}
      >
        {words.value}
      </Button>
      <p className="json-foot__said" role="status">
        {said}
      </p>
    </div>
  );
};
