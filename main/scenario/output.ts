import { describeProblem, systemCode } from '../store/problem.ts';

/** A line for whoever reads the results. */
export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/** A line for whoever wonders why there are none. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** What the command line of a task asked for. */
type Asked<Options> =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Does what a command line asks for, and gives the task its status: 2 where it asks for nothing sensible. */
export const obey = async <Options>(
  asked: Asked<Options>,
  usage: string,
  run: (options: Options) => number | Promise<number>,
): Promise<void> => {
  endWithOutput();
  if (asked.kind === 'run') process.exitCode = await run(asked.options);
  else if (asked.kind === 'help') say(usage);
  else {
    complain(asked.sentence);
    process.exitCode = 2;
  }
};

/** What cannot be told ends the run: quietly where the reader has gone (`… | head`), else in words. */
export const endWithOutput = (): void => {
  process.stdout.on('error', (error: Error) => {
    if (systemCode(error) !== 'EPIPE')
      complain(`Standard output cannot be written: ${describeProblem(error)}.`);
    process.exit(2);
  });
};
