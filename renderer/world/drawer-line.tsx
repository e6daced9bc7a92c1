import type { ReactNode } from 'react';
import { type FindHeir, useFocusHeir } from '../ui/use-focus-heir.ts';

/** Where somebody goes on in the drawer: from its beginning, where Escape closes it still. */
export const titleOfDrawer: FindHeir = (going) => going.closest('aside')?.querySelector('h2');

const nextLine: FindHeir = (going) =>
  going.nextElementSibling?.querySelector('button') ?? titleOfDrawer(going);

/** A line of the drawer that goes when its button is pressed. */
export const DrawerLine = ({ children }: { readonly children: ReactNode }) => {
  const line = useFocusHeir<HTMLLIElement>(nextLine);
  return (
    <li ref={line} className="fault-drawer__line">
      {children}
    </li>
  );
};
