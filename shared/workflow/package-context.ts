import type { Outline, OutlineScreen } from './outline.ts';
import { screenOfStep } from './screen-of-step.ts';

/** The packages of an offering; null: nobody knows such an offering. */
export type PackagesOf = (offeringId: string | null) => ReadonlySet<string> | null;

/** What is for sale on a step, and what of it is selected. */
export interface PackageContext {
  readonly selectedId: string;
  readonly packageIds: readonly string[];
  /** Whose packages they are; null: those of the offering that the workflow was opened for. */
  readonly offeringId: string | null;
}

const contextOfScreen = (
  { packages, offeringId }: OutlineScreen,
  packagesOf: PackagesOf,
): PackageContext | null => {
  const offered = packagesOf(offeringId);
  const sold = packages.filter(({ id }) => offered?.has(id) === true);
  const selected = sold.find(({ isDefault }) => isDefault) ?? sold[0];
  return selected === undefined
    ? null
    : { selectedId: selected.id, packageIds: sold.map(({ id }) => id), offeringId };
};

/** What the step itself sells; null: nothing. */
export const ownPackageContext = (
  outline: Outline,
  stepId: string | null,
  packagesOf: PackagesOf,
): PackageContext | null => {
  const screen = screenOfStep(outline, stepId);
  return screen === null ? null : contextOfScreen(screen, packagesOf);
};

/**
 * What is for sale on the step: its own packages, else those of the fallback step. What was
 * selected before stays selected where it is for sale here too; where it is not, what the fallback
 * step selects comes before the step's own default, as in purchases-ios.
 */
export const packageContextOf = (
  outline: Outline,
  stepId: string,
  preferredId: string | null,
  packagesOf: PackagesOf,
): PackageContext | null => {
  const ofWorkflow = ownPackageContext(outline, outline.singleStepFallbackId, packagesOf);
  const context = ownPackageContext(outline, stepId, packagesOf) ?? ofWorkflow;
  if (context === null || preferredId === null) return context;
  const selectedId = [preferredId, ofWorkflow?.selectedId].find(
    (id) => id !== undefined && context.packageIds.includes(id),
  );
  return { ...context, selectedId: selectedId ?? context.selectedId };
};
