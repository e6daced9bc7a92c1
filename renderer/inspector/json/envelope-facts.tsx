import type { Result } from '../../../shared/contract/calls.ts';
import { messages } from '../../messages.ts';
import { sizeText } from '../../state/format.ts';

const words = messages.inspector.json.envelope;

/** What the workflow came in. */
export const EnvelopeFacts = ({ envelope }: { readonly envelope: Result<'readEnvelope'> }) => {
  const { action, url, hash, envelopeBytes, bodyBytes } = envelope;
  return (
    <dl className="envelope" aria-label={words.label}>
      <div>
        <dt>{words.action}</dt>
        <dd>
          <code>{action}</code> · {sizeText(envelopeBytes)}
        </dd>
      </div>
      {bodyBytes === null ? null : (
        <div>
          <dt>{words.size}</dt>
          <dd>{sizeText(bodyBytes)}</dd>
        </div>
      )}
      {url === null ? null : (
        <div>
          <dt>{words.url}</dt>
          <dd className="envelope__long">
            <code>{url}</code>
          </dd>
        </div>
      )}
      {action === 'inline' ? null : (
        <div>
          <dt>{words.hash}</dt>
          <dd className="envelope__long">
            <code>{hash ?? words.noHash}</code>
          </dd>
        </div>
      )}
    </dl>
  );
};
