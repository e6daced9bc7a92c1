import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page, expect } from 'playwright/test';

/** Evaluated rather than added as a tag: the window's content security policy refuses that. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly html: string;
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly Found[];
}

/** A row of a list is read as a summary of what is in it, not letter by letter. */
const isSummary = (id: string, { html }: Found): boolean =>
  id === 'label-content-name-mismatch' && html.includes('role="option"');

/** What axe says is wrong with the window as it is now; a paywall is another page, and its author's. */
const violationsOn = async (page: Page): Promise<readonly Violation[]> => {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(source);
  return page.evaluate<readonly Violation[]>(`
    // What moves is looked at when it stands still.
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)))
      .then(() => axe.run(document, { iframes: false, resultTypes: ['violations'] }))
      .then(({ violations }) => violations)
  `);
};

/** Fails with what is wrong, where, and how it is mended. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  const violations = await violationsOn(page);
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter((node) => !isSummary(id, node))
      .map(({ target, failureSummary = '' }) =>
        [id, help, target.join(' '), failureSummary].join(': '),
      ),
  );
  // Softly: one run tells of every view.
  expect.soft(lines, what).toEqual([]);
};
