/** Why the backend cannot listen; the codes are stable. */
export type BackendErrorCode = 'port-taken' | 'port-denied' | 'cannot-listen';

/** The backend could not be started, or not be opened again. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly code: BackendErrorCode;

  constructor(code: BackendErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

/** Says in one sentence why an address could not be listened on. */
export const listenError = (error: unknown, host: string, port: number): BackendError => {
  const where = `port ${String(port)} of ${host}`;
  const system = systemCode(error);
  if (system === 'EADDRINUSE')
    return new BackendError('port-taken', `The backend cannot use ${where}: it is taken.`);
  if (system === 'EACCES')
    return new BackendError('port-denied', `The backend may not use ${where}.`);
  return new BackendError('cannot-listen', `The backend cannot listen on ${where} (${system}).`);
};
