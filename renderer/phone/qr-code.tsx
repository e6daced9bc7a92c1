import { memo } from 'react';
import { encode } from 'uqr';
import { messages } from '../messages.ts';

/** Cameras look for so much quiet around it. */
const quietModules = 4;

/** One path for all dark modules, row by row, so that nothing shows between two of them. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');

/** An address for a phone's camera; dark on light in both themes, as cameras want it. */
export const QrCode = memo(({ url }: { readonly url: string }) => {
  const { data, size } = encode(url, { ecc: 'M', border: quietModules });
  return (
    <svg
      role="img"
      aria-label={messages.phone.qr(url)}
      className="phone__qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={pathOf(data)} />
    </svg>
  );
});
QrCode.displayName = 'QrCode';
