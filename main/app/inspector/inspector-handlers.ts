import type { Handlers } from '../../../shared/contract/calls.ts';
import { mostLayoutParts } from '../../../shared/contract/layout.ts';
import { done, problem } from '../../../shared/contract/outcome.ts';
import { workflowId } from '../../../shared/model/ids.ts';
import type { DetailContents } from '../../engine/engine.ts';
import type { Desk } from '../handlers.ts';

/** What a window has not got with the paper: everything but the screens and what they share. */
const headOf = ({ workflow, enrolledVariants }: DetailContents): string =>
  JSON.stringify({ ...workflow, screens: undefined, uiConfig: undefined, enrolledVariants });

/** What a window may look into: nothing is changed by it. */
export const inspectorHandlers = (desk: Desk) =>
  ({
    readEnvelope: ({ id, bodyHash }) => {
      const detail = desk.shown().contents().detail(workflowId(id));
      if (detail?.bodyHash !== bodyHash)
        return problem('not-found', `Workflow ${id} is not in memory any more, or is another one.`);
      const { body, envelopeBytes, sizeBytes } = detail.envelope;
      return done({
        action: body === null ? 'inline' : 'use_cdn',
        url: body?.url ?? null,
        hash: body?.hash ?? null,
        envelopeBytes,
        bodyBytes: body === null ? null : sizeBytes - envelopeBytes,
        head: headOf(detail),
      });
    },
    readDisk: ({ workflow }) => done(desk.shown().disk(workflow)),
    readLayout: () => done(desk.layout.read()),
    changeLayout: (change) => {
      const parts = Object.keys({ ...desk.layout.read(), ...change }).length;
      if (parts > mostLayoutParts)
        return problem('refused', 'A layout has no room for so many parts.');
      desk.layout.change(change);
      return done(null);
    },
  }) satisfies Partial<Handlers>;
