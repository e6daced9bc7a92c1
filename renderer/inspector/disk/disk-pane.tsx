import { CircleCheck, CircleDashed, type LucideIcon } from 'lucide-react';
import type { DiskState, NeededFile, StoredFile } from '../../../shared/contract/disk.ts';
import { useListedItems } from '../../app/use-listed-items.ts';
import { useActions } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { longTime, sizeText } from '../../state/format.ts';
import { Button } from '../../ui/button.tsx';
import './disk.css';
import { useDisk } from './use-disk.ts';

const words = messages.inspector.disk;

const Sign = ({ isThere }: { readonly isThere: boolean }) => {
  const Icon: LucideIcon = isThere ? CircleCheck : CircleDashed;
  return (
    <span className={isThere ? 'status status--fresh' : 'status status--quiet'}>
      <Icon size={14} aria-hidden />
      {isThere ? words.present : words.missing}
    </span>
  );
};

interface DocumentProps {
  readonly name: string;
  readonly file: StoredFile | null;
  /** What else is known of it. */
  readonly more?: readonly string[];
}

const StoredDocument = ({ name, file, more = [] }: DocumentProps) => (
  <li className="disk__line">
    <span>{name}</span>
    <Sign isThere={file !== null} />
    {file === null ? null : (
      <>
        <span className="disk__about">
          {[
            sizeText(file.sizeBytes),
            file.storedAt === null ? words.unreadable : words.savedAt(longTime(file.storedAt)),
            ...more,
          ].join(' · ')}
        </span>
        <code className="disk__path">{file.name}</code>
      </>
    )}
  </li>
);

/** The bundled backend is always on this machine, and what differs is behind that. */
const shortAddress = (address: string): string => address.replace(/^http:\/\/127\.0\.0\.1:\d+/, '');

const FileLine = ({ file: { kind, address, sizeBytes } }: { readonly file: NeededFile }) => (
  <li className="disk__line">
    <code className="disk__address">{shortAddress(address)}</code>
    <span className="disk__size">
      {words.kinds[kind]}
      {sizeBytes === null ? '' : ` · ${sizeText(sizeBytes)}`}
    </span>
    <Sign isThere={sizeBytes !== null} />
  </li>
);

const WorkflowOnDisk = ({ workflow }: { readonly workflow: DiskState['workflow'] }) => {
  if (workflow === null) return <p className="disk__none">{words.noWorkflow}</p>;
  const { envelope, files, unlisted } = workflow;
  const there = files.filter(({ sizeBytes }) => sizeBytes !== null).length;
  const more =
    envelope === null
      ? []
      : [words.keeps[envelope.keep], ...(envelope.action === null ? [] : [envelope.action])];
  return (
    <>
      <ul>
        <StoredDocument name={words.envelope} file={envelope} more={more} />
      </ul>
      {envelope === null ? <p className="disk__none">{words.noEnvelope}</p> : null}
      <h3 className="disk__heading">{words.files(there, files.length + unlisted)}</h3>
      {files.length === 0 ? <p className="disk__none">{words.noFiles}</p> : null}
      <ul aria-label={words.fileList}>
        {files.map((file) => (
          <FileLine key={`${file.kind} ${file.address}`} file={file} />
        ))}
      </ul>
      {unlisted === 0 ? null : <p className="disk__none">{words.unlisted(unlisted)}</p>}
    </>
  );
};

const Quarantine = ({ count, folder }: DiskState['quarantine']) => (
  <>
    <p className={count === 0 ? 'disk__none' : 'disk__bad'}>{words.quarantined(count)}</p>
    <code className="disk__path">{folder}</code>
  </>
);

/** What would be there after a cold start without a network. */
export const DiskPane = () => {
  const { selected } = useListedItems();
  const { showDataFolder } = useActions();
  const disk = useDisk(selected);
  if (disk === null)
    return (
      <p className="disk disk__none" role="status">
        {words.looking}
      </p>
    );
  return (
    // It can be scrolled, and has little in it that takes the focus.
    <div className="disk" role="group" aria-label={words.label} tabIndex={0}>
      <h3 className="disk__heading">{words.workflow}</h3>
      <WorkflowOnDisk workflow={disk.workflow} />
      <h3 className="disk__heading">{words.shared}</h3>
      <ul>
        <StoredDocument name={words.offerings} file={disk.offerings} />
        <StoredDocument name={words.list} file={disk.list} />
      </ul>
      <p className="disk__none">{words.cache(sizeText(disk.cacheBytes))}</p>
      <h3 className="disk__heading">{words.quarantine}</h3>
      <Quarantine {...disk.quarantine} />
      <h3 className="disk__heading">{words.folder}</h3>
      <code className="disk__path">{disk.folder}</code>
      <Button isSmall className="disk__folder" onClick={showDataFolder}>
        {words.showFolder}
      </Button>
    </div>
  );
};
