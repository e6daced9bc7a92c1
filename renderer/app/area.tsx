import type { ReactNode } from 'react';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { useActions } from './window-context.ts';

interface AreaProps {
  readonly name: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** One area of the window: a landmark of its own, and a fault in it stays in it. */
export const Area = ({ name, className, children }: AreaProps) => {
  const { report } = useActions();
  return (
    <section aria-label={name} className={className}>
      <ErrorBoundary area={name} report={report}>
        {children}
      </ErrorBoundary>
    </section>
  );
};
