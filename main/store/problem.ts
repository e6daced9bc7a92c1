import { getSystemErrorMessage } from 'node:util';

const fieldOf = (error: unknown, name: 'code' | 'errno'): unknown =>
  error instanceof Error && name in error ? (error as Error & Record<string, unknown>)[name] : null;

/** The code of a refused system call (`EACCES`); null for any other error. */
export const systemCode = (error: unknown): string | null => {
  const code = fieldOf(error, 'code');
  // Node's own codes are `ERR_…`: nothing refused, the argument or the content is wrong.
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
};

/** One sentence without the path, which names the person's home folder. */
export const describeProblem = (error: unknown): string => {
  const code = systemCode(error);
  const errno = fieldOf(error, 'errno');
  const meaning = typeof errno === 'number' ? getSystemErrorMessage(errno) : undefined;
  if (code !== null && meaning !== undefined) return `${code}: ${meaning}`;
  return error instanceof Error ? error.message : String(error);
};
