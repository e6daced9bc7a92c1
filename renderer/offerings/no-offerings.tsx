import { CircleAlert, CloudDownload, PackageOpen, UserRound } from 'lucide-react';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { OnPurposeWords } from '../ui/status-badge.tsx';

const words = messages.offerings;

/** Why there are no offerings, and what can be done. */
export const NoOfferings = () => {
  const { copy, isAsking, failure } = useApp(({ documents }) => documents.caches.offerings);
  const user = useApp(({ documents }) => documents.identity.user);
  const isFolder = useApp(({ documents }) => documents.project.kind === 'folder');
  const { askOfferings } = useActions();
  const ask = <Button onClick={askOfferings}>{words.ask}</Button>;
  const { asking, failed, noUser, none, project } = words.empty;

  if (user === '') return <EmptyState icon={UserRound} {...noUser} />;
  if (isAsking) return <EmptyState icon={CloudDownload} {...asking} />;
  if (copy !== null)
    return (
      <EmptyState icon={PackageOpen} {...(isFolder ? messages.project.emptyFolder : project)} />
    );
  if (failure === null)
    return (
      <EmptyState key="none" icon={CloudDownload} {...none}>
        {ask}
      </EmptyState>
    );
  return (
    <EmptyState
      key="failed"
      icon={CircleAlert}
      title={failed.title}
      text={failed.text(failure.message, failure.isOnPurpose)}
    >
      {failure.isOnPurpose ? <OnPurposeWords /> : null}
      {ask}
    </EmptyState>
  );
};
