/** An offering that the bundled backend serves. */
export interface OfferingSpec {
  readonly id: string;
  readonly current: boolean;
  /** It has an old paywall, and so never uses the workflow endpoint. */
  readonly legacy: boolean;
  readonly packages: readonly string[];
  /** It carries its own `paywall_components`. */
  readonly paywall: boolean;
}

/** A workflow that the bundled backend generates. */
export interface WorkflowSpec {
  readonly id: string;
  readonly offering: string | null;
  readonly prefetch: boolean;
  readonly delivery: 'inline' | 'cdn';
  readonly hash: 'right' | 'wrong' | 'none';
  readonly revision: number;
  /** How many screens. */
  readonly steps: number;
  /** How many images its screens use. */
  readonly assets: number;
  /** Pads the body to about that size; 0: as it is. */
  readonly bytes: number;
  /** The id in the body, where it differs from the one asked for; it may be empty. */
  readonly answersAs?: string;
}

export interface ProjectSpec {
  readonly offerings: readonly OfferingSpec[];
  /** In the list's order; a list can hold one id or one offering twice. */
  readonly workflows: readonly WorkflowSpec[];
}

/** An edit of what the backend serves from now on. */
export type ProjectChange =
  | {
      readonly kind: 'workflow';
      readonly id: string;
      readonly to: Partial<
        Pick<WorkflowSpec, 'prefetch' | 'revision' | 'delivery' | 'hash' | 'offering' | 'answersAs'>
      >;
    }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'add'; readonly workflow: WorkflowSpec }
  | { readonly kind: 'offerings'; readonly offerings: readonly OfferingSpec[] };
