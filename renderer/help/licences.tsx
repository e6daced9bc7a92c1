import { useEffect, useState } from 'react';
import { useActions, useApp, useUi } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';

const words = messages.help;

/** The version, and what the app is made of. */
export const Licences = () => {
  const { version, host } = useApp(({ documents }) => documents.app);
  const licences = useUi((ui) => ui.licences);
  const { loadLicences } = useActions();
  const [hasFailed, setHasFailed] = useState(false);
  const isWanted = licences === null && !hasFailed;
  useEffect(() => {
    if (!isWanted) return;
    void loadLicences().then((isRead) => {
      setHasFailed(!isRead);
    });
  }, [isWanted, loadLicences]);
  return (
    <section className="help__section">
      <h3>{words.versions}</h3>
      <p>{words.version(version, host)}</p>
      {isWanted ? <p className="help__hint">{words.loading}</p> : null}
      {hasFailed ? (
        <Button
          onClick={() => {
            setHasFailed(false);
          }}
        >
          {words.readAgain}
        </Button>
      ) : null}
      {licences === null ? null : (
        <details className="help__licences">
          <summary>{words.libraries(licences.length)}</summary>
          <ul>
            {licences.map(({ name, version: libraryVersion, licence }) => (
              <li key={`${name} ${libraryVersion}`} className="help__licence">
                <span className="clipped">{name}</span>
                <span>{libraryVersion}</span>
                <span>{licence}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
