import type { Page } from 'playwright/test';

/** Keeps what pages complain about: their errors, and what they write as one. */
export const collectComplaints = (): {
  readonly all: readonly string[];
  readonly watch: (page: Page) => void;
} => {
  const all: string[] = [];
  return {
    all,
    watch: (page) => {
      page.on('pageerror', (error) => all.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') all.push(message.text());
      });
    },
  };
};
