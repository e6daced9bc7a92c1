/** One line of tests/behaviours.md. */
export interface Behaviour {
  readonly id: string;
  readonly sentence: string;
  /** Why no test has to carry it; null where one has to. */
  readonly exemption: string | null;
}

/** What an id looks like, in the list and in titles. */
export const BEHAVIOUR_ID = /\b[A-Z]-\d\d\b/g;

const LINE = /^- \*\*([A-Z]-\d\d)\*\* (?:\((not required[^)]*)\) )?(.+)$/gm;

/** Reads the list; prose between its lines is ignored. */
export function readBehaviours(markdown: string): Behaviour[] {
  return [...markdown.matchAll(LINE)].map(([, id = '', exemption, sentence = '']) => ({
    id,
    sentence,
    exemption: exemption ?? null,
  }));
}
