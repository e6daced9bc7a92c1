import { useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';

const { apiKeys, apiKeysKept } = messages.settings;

/** Where API keys are kept, and for how long. */
export const ApiKeys = () => {
  const note = useApp(({ documents }) => documents.app.secretsNote);
  return (
    <div className="setting">
      <div className="setting__about">
        <p className="setting__label">{apiKeys}</p>
        <p className="setting__hint">{note ?? apiKeysKept}</p>
      </div>
    </div>
  );
};
