// Measures one row in a process of its own: what ran before it is neither in its memory nor in what
// the compiler has learned. Named on the command line, it answers by one message.
import type { RowAnswer } from './run-row.ts';
import { measureRow } from './kit/measure-row.ts';
import { ROWS } from './rows.ts';

const [name = '', folder = '', mode = ''] = process.argv.slice(2);

const run = async (): Promise<RowAnswer> => {
  const row = ROWS.find((candidate) => candidate.name === name);
  if (row === undefined) return { ok: false, problem: 'there is no such row' };
  try {
    return { ok: true, results: await measureRow(row, { folder, isQuick: mode === 'quick' }) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
};

// The process that has asked is gone, and nobody would hear the answer.
process.once('disconnect', () => process.exit());
process.send?.(await run(), () => process.exit());
