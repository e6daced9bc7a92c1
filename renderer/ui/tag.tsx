import type { ReactNode } from 'react';
import './tag.css';

/** A word that marks something among its like. */
export const Tag = ({ children }: { readonly children: ReactNode }) => (
  <span className="tag">{children}</span>
);
