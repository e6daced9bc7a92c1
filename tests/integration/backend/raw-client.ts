import { type Socket, connect } from 'node:net';

/** What a raw TCP client saw so far. */
export interface RawConnection {
  send(text: string): void;
  /** All bytes so far, one character for each byte. */
  received(): string;
  /** Whether the bytes so far end like this, however many they are. */
  endsWith(end: string): boolean;
  /** How the connection ended: closed in order, or with the system's error code; null: it has not. */
  ending(): string | null;
  leave(): void;
}

/** What came of one request. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Waits turn by turn, without looking at the time; the test's own limit ends it. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await nextTurn();
};

/** Lets everything that is under way arrive. */
export const turns = async (count = 30): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
};

const errorCode = (error: Error): string => ('code' in error ? String(error.code) : error.message);

/** Enough to know the end of a chunked body; to look for it in all of the bytes is slow. */
const longestEnd = 16;

/** Connects without any HTTP library in between. */
export const openRaw = (origin: string): RawConnection => {
  const { hostname, port } = new URL(origin);
  const socket: Socket = connect({ host: hostname, port: Number(port) });
  let received = '';
  let last = '';
  let ending: string | null = null;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
    last = (last + text.slice(-longestEnd)).slice(-longestEnd);
  });
  socket.on('error', (error) => (ending = errorCode(error)));
  socket.on('close', () => (ending ??= 'closed'));
  return {
    send: (text) => void socket.write(text, 'latin1'),
    received: () => received,
    endsWith: (end) => last.endsWith(end),
    ending: () => ending,
    leave: () => void socket.destroy(),
  };
};

export const requestText = (target: string, headers: readonly string[] = []): string =>
  [`GET ${target} HTTP/1.1`, 'Host: test', 'Authorization: Bearer key', ...headers, '', ''].join(
    '\r\n',
  );

/** The first answer in what was received; null while its body is not there in full. */
export const parseAnswer = (received: string): RawAnswer | null => {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [statusLine = '', ...lines] = received.slice(0, end).split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const status = Number(statusLine.split(' ')[1]);
  const length = Number(headers.get('content-length') ?? 0);
  const body = received.slice(end + 4);
  return body.length < length ? null : { status, headers, body: body.slice(0, length) };
};

/** Asks on a connection of its own, and waits for the whole answer. */
export const ask = async (
  origin: string,
  target: string,
  headers: readonly string[] = [],
): Promise<RawAnswer> => {
  const connection = openRaw(origin);
  connection.send(requestText(target, headers));
  await until(() => parseAnswer(connection.received()) !== null || connection.ending() !== null);
  const answer = parseAnswer(connection.received());
  connection.leave();
  if (answer === null) throw new Error(`no answer: ${connection.ending() ?? ''}`);
  return answer;
};
