import { fork } from 'node:child_process';
import { once } from 'node:events';
import { NODE_FLAGS } from '../../run/task.mjs';

/** What a bench's own processes get: a collector that can be told to collect. */
export const BENCH_FLAGS: readonly string[] = [...NODE_FLAGS, '--expose-gc'];

/** Hands a question to a script in a fresh process, and takes the first message as its answer. */
export const answerOf = async <Answer>(script: string, question: object): Promise<Answer> => {
  const child = fork(script, { execArgv: [...BENCH_FLAGS] });
  const ended = once(child, 'exit');
  try {
    const answers = once(child, 'message');
    // Whether it could be told shows in whether it answers.
    child.send(question, () => undefined);
    const [answer] = (await Promise.race([answers, ended.then(refuse)])) as [Answer];
    return answer;
  } finally {
    if (child.connected) child.disconnect();
    await ended;
  }
};

const refuse = (): never => {
  throw new Error('a process that measures has ended without a result');
};

/** In such a process: answers the question that it is handed, and ends. */
export const answer = (work: (question: never) => Promise<unknown>): void => {
  process.once('message', (question) => {
    void work(question as never).then((result) => process.send?.(result));
  });
  process.once('disconnect', () => process.exit());
};
