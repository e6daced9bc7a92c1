import { getSystemErrorMessage } from 'node:util';
import { messageOf } from '../../shared/error-text.ts';

const fieldOf = (error: unknown, name: 'code' | 'errno'): unknown =>
  error instanceof Error && name in error ? (error as Error & Record<string, unknown>)[name] : null;

/** The code of a refused system call (`EACCES`); null for any other error. */
export const systemCode = (error: unknown): string | null => {
  const code = fieldOf(error, 'code');
  // Node's own codes are `ERR_…`: nothing refused, the argument or the content is wrong.
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
};

const words: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'the system does not allow it',
  EPERM: 'the system does not allow it',
  EROFS: 'it is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is no folder',
  EEXIST: 'a file is in its place',
  ENOSPC: 'there is no space left',
  ELOOP: 'its links lead in circles',
  ENAMETOOLONG: 'the name is too long',
};

/** Why something was refused, in words and without the path, which names the person's home folder. */
export const describeProblem = (error: unknown): string => {
  const code = systemCode(error);
  const errno = fieldOf(error, 'errno');
  if (code !== null && code in words) return words[code] ?? code;
  const meaning = typeof errno === 'number' ? getSystemErrorMessage(errno) : undefined;
  if (code !== null && meaning !== undefined) return `${code}: ${meaning}`;
  return messageOf(error);
};
