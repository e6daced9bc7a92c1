import { describe, expect, it } from 'vitest';
import { fitted } from '../../../renderer/preview/fitted.ts';
import { type FromFrame, fromFrameSchema } from '../../../shared/stage/frame-messages.ts';

const long = 'x'.repeat(50_000);
const area = { x: 0, y: 0, width: 1, height: 1 };
const finding = { kind: 'empty-text', subject: long, detail: long, area };
const problem = { code: 'too-many', place: long, message: long };

describe('what the frame tells', () => {
  it.each<FromFrame>([
    { kind: 'settled', turn: 1, findings: Array<typeof finding>(5_000).fill(finding) },
    {
      kind: 'shown',
      turn: 1,
      locale: long,
      direction: 'ltr',
      selectedPackageId: long,
      problems: Array<typeof problem>(5_000).fill(problem),
    },
    { kind: 'event', turn: 1, event: { kind: 'input', fieldId: long, value: long } },
    { kind: 'event', turn: 1, event: { kind: 'interaction', data: { name: long } } },
    { kind: 'failed', turn: 1, message: long },
  ])('is within what the window accepts: %#', (message) => {
    expect(fromFrameSchema.safeParse(fitted(message)).success).toBe(true);
  });

  it('is told as it is where it is short', () => {
    const message: FromFrame = { kind: 'selected', turn: 1, packageId: null };
    expect(fitted(message)).toEqual(message);
  });
});
