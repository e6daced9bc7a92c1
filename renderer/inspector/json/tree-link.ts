import type { TreeShelf } from './tree-shelf.ts';

type Name = keyof TreeShelf;

/** As a question crosses to the worker, and its answer back. */
interface Ask {
  readonly turn: number;
  readonly name: Name;
  readonly given: readonly unknown[];
}

export type TreeAnswer =
  | { readonly turn: number; readonly value: unknown }
  | { readonly turn: number; readonly problem: string };

/** The same as a shelf, some time later. */
export type TreeClient = {
  readonly [Asked in Name]: (
    ...given: Parameters<TreeShelf[Asked]>
  ) => Promise<ReturnType<TreeShelf[Asked]>>;
};

/** What of a worker is needed. */
export interface TreePort {
  readonly post: (message: unknown) => void;
  readonly listen: (onMessage: (message: unknown) => void) => void;
}

/** On the worker’s side; what comes from the window’s own code is as it says. */
export const answerAsks = (
  shelf: TreeShelf,
  message: unknown,
  answer: (answer: TreeAnswer) => void,
): void => {
  const { turn, name, given } = message as Ask;
  try {
    // The map pairs names and arguments; the compiler cannot follow one name through it.
    const trees = shelf as unknown as Record<Name, (...given: readonly unknown[]) => unknown>;
    answer({ turn, value: trees[name](...given) });
  } catch (error) {
    answer({ turn, problem: error instanceof Error ? error.message : String(error) });
  }
};

const names = {
  load: true,
  show: true,
  rows: true,
  setOpen: true,
  parentOf: true,
  reveal: true,
  search: true,
  goTo: true,
  textOf: true,
} satisfies Record<Name, true>;

/** On the window’s side. */
export const createTreeClient = ({ post, listen }: TreePort): TreeClient => {
  let turns = 0;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();

  listen((message) => {
    const answer = message as TreeAnswer;
    const asked = waiting.get(answer.turn);
    waiting.delete(answer.turn);
    if ('problem' in answer) asked?.reject(new Error(answer.problem));
    else asked?.resolve(answer.value);
  });

  const ask =
    (name: string) =>
    (...given: readonly unknown[]): Promise<unknown> => {
      turns += 1;
      const asked = Promise.withResolvers<unknown>();
      waiting.set(turns, asked);
      post({ turn: turns, name, given });
      return asked.promise;
    };

  return Object.fromEntries(
    Object.keys(names).map((name) => [name, ask(name)]),
  ) as unknown as TreeClient;
};
