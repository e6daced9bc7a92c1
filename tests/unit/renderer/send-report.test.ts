import { describe, expect, it, vi } from 'vitest';
import { sendReport } from '../../../renderer/report/send-report.ts';
import type { Argument } from '../../../shared/contract/calls.ts';
import { contract } from '../../../shared/contract/calls.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { largestReportBytes, reportPartBytes } from '../../../shared/report/file.ts';

type Part = Argument<'openReport'>;

const bridge = (answer: (part: Part) => Outcome<null> = () => done(null)) => {
  const parts: Part[] = [];
  const openReport = vi.fn((part: Part) => {
    // As it crosses a bridge.
    parts.push(contract.openReport.argument.parse(JSON.parse(JSON.stringify(part))));
    return Promise.resolve(answer(part));
  });
  return { openReport, parts };
};

const fileOf = (bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], 'bug.zip');

describe('a report that is handed over', () => {
  it.each([0, 1, 100_000, reportPartBytes, 2 * reportPartBytes + 7])(
    'comes in parts, whole and in order: %d bytes',
    async (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, at) => at % 251);
      const { openReport, parts } = bridge();
      expect(await sendReport({ openReport }, fileOf(bytes))).toEqual(done(null));
      const sent = Buffer.concat(parts.map((part) => Buffer.from(part.bytes, 'base64')));
      expect(sent.equals(bytes)).toBe(true);
      expect(new Set(parts.map(({ upload }) => upload)).size).toBe(1);
      expect(parts.map(({ isLast }) => isLast)).toEqual(
        parts.map((_, at) => at === parts.length - 1),
      );
      expect(parts.map(({ offset }) => offset)).toEqual(parts.map((_, at) => at * reportPartBytes));
    },
  );

  it('ends with what the app says against it', async () => {
    const no = problem('refused', 'Another report was opened meanwhile.');
    const { openReport, parts } = bridge(() => no);
    const bytes = new Uint8Array(2 * reportPartBytes);
    expect(await sendReport({ openReport }, fileOf(bytes))).toEqual(no);
    expect(parts).toHaveLength(1);
  });

  it('is not begun where it is larger than any, and is told of where it cannot be read', async () => {
    const { openReport } = bridge();
    const slice = (): Blob => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) as never;
    const file = { name: 'bug.zip', size: largestReportBytes + 1, slice };
    expect(await sendReport({ openReport }, file)).toMatchObject({
      problem: { message: expect.stringContaining('larger than any report') },
    });
    expect(await sendReport({ openReport }, { ...file, size: 1 })).toMatchObject({
      problem: { message: expect.stringContaining('cannot be read') },
    });
    expect(openReport).not.toHaveBeenCalled();
  });
});
