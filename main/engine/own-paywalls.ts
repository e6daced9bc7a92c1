import { collectAssets, mostAssets } from '../../shared/model/assets.ts';
import type { OfferingId } from '../../shared/model/ids.ts';
import { ownPaywallWorkflow } from '../../shared/workflow/own-paywall.ts';
import type { OwnPaywall } from './engine.ts';
import type { Life, Scope } from './life.ts';
import type { OfferingsEntry } from './memory.ts';
import { hasAll, preloadAssets } from './preload-assets.ts';

/** The paywalls that offerings carry themselves, and what these need beside them. */
export interface OwnPaywalls {
  read(id: OfferingId): OwnPaywall | null;
  fetchFiles(scope: Scope, id: OfferingId): void;
}

const make = ({ value, bodyHash }: OfferingsEntry, id: OfferingId): OwnPaywall | null => {
  const offering = value.offerings.find(({ identifier }) => identifier === id);
  const workflow = offering === undefined ? null : ownPaywallWorkflow(offering, value.ui_config);
  if (workflow === null) return null;
  return { workflow, bodyHash, assets: collectAssets(workflow).slice(0, mostAssets) };
};

export const createOwnPaywalls = ({ parts, memory }: Life): OwnPaywalls => {
  // By the response and not by the entry: one that is marked stale is another entry.
  const made = new WeakMap<OfferingsEntry['value'], Map<string, OwnPaywall>>();

  const read = (id: OfferingId): OwnPaywall | null => {
    const entry = memory.offerings;
    if (entry === null) return null;
    const known = made.get(entry.value) ?? new Map<string, OwnPaywall>();
    made.set(entry.value, known);
    const paywall = known.get(id) ?? make(entry, id);
    // Of ids that nobody sells nothing is kept: there is no end to them.
    if (paywall !== null) known.set(id, paywall);
    return paywall;
  };

  return Object.freeze({
    read,
    fetchFiles: (scope: Scope, id: OfferingId) => {
      const paywall = read(id);
      if (paywall === null || hasAll(parts.files, paywall.assets)) return;
      const { assets, bodyHash } = paywall;
      const note = 'The offering’s own paywall is shown, and needs files.';
      preloadAssets(scope, { id, once: `own ${id} ${bodyHash}`, assets }, () =>
        scope.record({ type: 'called', subject: 'asset', id, note }),
      );
    },
  });
};
