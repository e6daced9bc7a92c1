import { type TestContext, inject } from 'vitest';
import type { Packed, PackedDeb } from './pack-once.ts';

const noRuntime = 'the stand-in for the runtime is one for Linux';

/** What was packaged; skips the test where nothing could be. */
export const packedApp = ({ skip }: TestContext): Packed => {
  const packed = inject('packed');
  return packed ?? skip(noRuntime);
};

/** The .deb; skips the test where none could be made. */
export const packedDeb = (context: TestContext): PackedDeb =>
  packedApp(context).deb ?? context.skip('there is no dpkg-deb to make and read packages with');
