/** What can be wrong with a paywall, or beyond the preview. */
export type ProblemCode =
  // The JSON is not what it should be.
  | 'unusable'
  | 'unknown-value'
  | 'too-deep'
  | 'too-many'
  // What it refers to is not there.
  | 'missing-locale'
  | 'missing-text'
  | 'missing-image'
  | 'asset-missing'
  | 'unknown-color'
  | 'unknown-font'
  | 'font-without-file'
  | 'font-not-offline'
  | 'package-not-offered'
  | 'unknown-variable'
  | 'empty-variable'
  | 'unknown-function'
  | 'missing-words'
  | 'unsafe-link'
  // Newer than the phones, or the preview, are.
  | 'unknown-component'
  | 'unknown-action'
  | 'button-without-id'
  | 'unsupported-condition'
  | 'rules-ignored'
  | 'not-in-preview';

/** Something that a designer should know of. */
export interface PaywallProblem {
  readonly code: ProblemCode;
  /** Where it is in the screen's JSON: `components_config.base.stack.components.2.text_lid`. */
  readonly place: string;
  /** One sentence. */
  readonly message: string;
}

export interface ProblemLog {
  readonly report: (code: ProblemCode, place: string, message: string) => void;
  readonly list: () => readonly PaywallProblem[];
}

/** A hostile screen could have a problem in each of its million components. */
export const mostProblems = 500;

/** Long names from outside are cut, so that a problem stays a sentence. */
export const quoted = (value: unknown): string => {
  if (typeof value === 'string') return `"${value.slice(0, 60)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return `"${String(value)}"`;
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : 'an object';
};

/** Deep JSON has long places. */
const longestPlace = 400;

/** Collects problems, each once: a component is read once for each state that it can be in. */
export const problemLog = (): ProblemLog => {
  const seen = new Set<string>();
  const problems: PaywallProblem[] = [];
  return Object.freeze<ProblemLog>({
    report: (code, at, message) => {
      if (problems.length > mostProblems) return;
      const place = at.slice(0, longestPlace);
      const key = `${code} ${place} ${message}`;
      if (seen.has(key)) return;
      seen.add(key);
      problems.push(
        problems.length < mostProblems
          ? { code, place, message }
          : { code: 'too-many', place: '', message: 'There are more problems than are listed.' },
      );
    },
    list: () => [...problems],
  });
};
