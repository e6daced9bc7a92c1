import { describeProblem, systemCode } from '../store/problem.ts';

/** A line for whoever reads the results. */
export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/** A line for whoever wonders why there are none. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** What cannot be told ends the run: quietly where the reader has gone (`… | head`), else in words. */
export const endWithOutput = (): void => {
  process.stdout.on('error', (error: Error) => {
    if (systemCode(error) !== 'EPIPE')
      complain(`Standard output cannot be written: ${describeProblem(error)}.`);
    process.exit(2);
  });
};
