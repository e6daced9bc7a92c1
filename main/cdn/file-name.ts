import { createHash } from 'node:crypto';
import type { FileRef } from './files.ts';

/** Kept where it is plain, so that what serves the file knows its type. */
const extensionOf = (url: string): string => {
  const path = URL.parse(url)?.pathname ?? '';
  return /\.[a-z0-9]{1,5}$/i.exec(path)?.[0].toLowerCase() ?? '';
};

/** The same for the same address and hash, another for any other; nothing from outside gets in. */
export const fileNameOf = ({ url, hash }: FileRef): string => {
  const digest = createHash('sha256')
    .update(`${url}\n${hash ?? ''}`)
    .digest('hex');
  return `${digest}${extensionOf(url)}`;
};

const names = /^[0-9a-f]{64}(\.[a-z0-9]{1,5})?$/;
const temporaryNames = /^[0-9a-f]{64}(\.[a-z0-9]{1,5})?\.[0-9a-f-]{36}\.part$/;

export const isFileName = (name: string): boolean => names.test(name);

/** What a write that was cut short leaves behind. */
export const isTemporaryName = (name: string): boolean => temporaryNames.test(name);
