import type { Page } from 'playwright/test';

/** Keeps what pages complain about: their errors, and what they write as one. */
export const collectComplaints = (): {
  readonly all: readonly string[];
  readonly watch: (page: Page) => void;
  /** From now on, complaints like this one are none. */
  readonly forgive: (complaint: RegExp) => void;
} => {
  const all: string[] = [];
  const forgiven: RegExp[] = [];
  const keep = (complaint: string): void => {
    if (!forgiven.some((pattern) => pattern.test(complaint))) all.push(complaint);
  };
  return {
    all,
    forgive: (complaint) => {
      forgiven.push(complaint);
    },
    watch: (page) => {
      page.on('pageerror', (error) => {
        keep(error.message);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') keep(message.text());
      });
    },
  };
};
