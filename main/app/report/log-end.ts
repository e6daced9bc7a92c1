import { openFile } from '../../cdn/opened-file.ts';

/** The last lines of a log, whole ones only; null: there is none, or it cannot be read. */
export const readLogEnd = async (file: string, mostBytes: number): Promise<string | null> => {
  const opened = await openFile(file);
  if (opened === null) return null;
  const { sizeBytes } = opened;
  if (sizeBytes === 0) {
    await opened.close();
    return '';
  }
  const first = Math.max(0, sizeBytes - mostBytes);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of opened.read(first, sizeBytes - 1)) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return first === 0 ? text : text.slice(text.indexOf('\n') + 1);
};
