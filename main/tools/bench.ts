// `npm run bench`: measures how fast the engine is, one row after the other.
import { complain, obey, say } from '../scenario/output.ts';
import { type BenchOptions, readArguments, usage } from './bench/arguments.ts';
import { headLine, jsonLine, listText, tableLine } from './bench/print.ts';
import { ROWS } from './bench/rows.ts';
import { runRow } from './bench/run-row.ts';

const run = async ({ names, isJson, isQuick }: BenchOptions): Promise<0 | 2> => {
  let status: 0 | 2 = 0;
  if (!isJson) say(headLine);
  for (const name of names) {
    const answer = await runRow({ name, isQuick });
    if (!answer.ok) {
      complain(`${name} could not be measured: ${answer.problem}.`);
      status = 2;
      if (answer.isStopped === true) break;
      continue;
    }
    for (const result of answer.results) say((isJson ? jsonLine : tableLine)(result));
  }
  return status;
};

const request = readArguments(
  process.argv.slice(2),
  ROWS.map(({ name }) => name),
);
const isList = request.kind === 'list';
await obey(isList ? { kind: 'help' } : request, isList ? listText(ROWS) : usage, run);
