import type { ChromiumCalls, Recorded } from './calls.ts';

interface Question {
  readonly message: string;
  readonly buttons: readonly string[];
  readonly answer: (button: number) => void;
}

/** Keeps what the app asked of the system, and plays the person in front of its dialogs. */
export class Recorder {
  readonly #all: Recorded[] = [];
  readonly #questions: Question[] = [];
  readonly #choices: ((files: readonly string[]) => void)[] = [];
  readonly #listeners = new Set<() => void>();

  /** What was asked for so far, of one kind. */
  of(what: Recorded['what']): unknown[] {
    return this.#all.filter((one) => one.what === what).map(({ detail }) => detail);
  }

  /** Resolves when there are that many of a kind. */
  async waitFor(what: Recorded['what'], count = 1): Promise<unknown[]> {
    await this.#until(() => this.of(what).length >= count);
    return this.of(what);
  }

  /** Presses a button of the next dialog, which may still be about to open. */
  async press(label: string): Promise<void> {
    await this.#until(() => this.#questions.length > 0);
    const question = this.#questions.shift();
    const button = question?.buttons.indexOf(label) ?? -1;
    if (question === undefined || button === -1)
      throw new Error(`The dialog “${question?.message ?? ''}” has no button ${label}.`);
    question.answer(button);
  }

  /** Chooses in the next dialog for files, which may still be about to open. */
  async choose(...files: readonly string[]): Promise<void> {
    await this.#until(() => this.#choices.length > 0);
    this.#choices.shift()?.(files);
  }

  readonly record = (recorded: Recorded): void => {
    this.#all.push(recorded);
    this.#changed();
  };

  readonly ask: ChromiumCalls['press'] = ({ message, buttons }) =>
    new Promise((answer) => {
      this.#questions.push({ message, buttons, answer });
      this.#changed();
    });

  readonly askForFiles: ChromiumCalls['choose'] = () =>
    new Promise((answer) => {
      this.#choices.push(answer);
      this.#changed();
    });

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }
}
