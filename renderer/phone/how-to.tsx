import { useState } from 'react';
import { messages } from '../messages.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Copied } from './copied.tsx';
import { snippetsFor } from './snippets.ts';

const words = messages.phone;

const sdks = (['android', 'ios', 'web'] as const).map((value) => ({
  value,
  word: words.sdks[value],
}));

interface HowToProps {
  readonly url: string;
  readonly port: number;
  readonly onCopy: (what: string, text: string) => void;
}

const Android = ({ url, port, onCopy }: HowToProps) => {
  const { android, cleartext, reverse } = snippetsFor(url);
  return (
    <>
      <Copied what={words.steps.proxyUrl} text={android} onCopy={onCopy} />
      <p className="phone__note">{words.notes.android(port)}</p>
      <Copied what={words.steps.reverse} text={reverse} onCopy={onCopy} />
      <p className="phone__note">{words.notes.cleartext}</p>
      <Copied what={words.steps.cleartext} text={cleartext} onCopy={onCopy} />
    </>
  );
};

const Ios = ({ url, onCopy }: HowToProps) => {
  const { ios, transport } = snippetsFor(url);
  return (
    <>
      <Copied what={words.steps.proxyUrl} text={ios} onCopy={onCopy} />
      <p className="phone__note">{words.notes.ios}</p>
      <Copied what={words.steps.transport} text={transport} onCopy={onCopy} />
    </>
  );
};

const Web = ({ url, onCopy }: HowToProps) => (
  <>
    <Copied what={words.steps.configure} text={snippetsFor(url).web} onCopy={onCopy} />
    <p className="phone__note">{words.notes.web}</p>
  </>
);

const parts = { android: Android, ios: Ios, web: Web } as const;

/** What has to be written into an app, for each SDK. */
export const HowTo = (props: HowToProps) => {
  const [sdk, setSdk] = useState<keyof typeof parts>('android');
  const Part = parts[sdk];
  return (
    <section className="phone__section">
      <div className="phone__head">
        <h3>{words.howTo}</h3>
        <Segmented label={words.sdk} value={sdk} options={sdks} onChange={setSdk} />
      </div>
      <Part {...props} />
    </section>
  );
};
