import { z } from 'zod';
import { diskSchema } from '../../../shared/contract/disk.ts';
import { documentSchemas, storedSettingsSchema } from '../../../shared/contract/documents.ts';
import { rowSchemas } from '../../../shared/contract/rows.ts';
import { ruleSets } from '../../../shared/policies.ts';
import { storedStageSchema } from '../../../shared/stage/set-up.ts';
import { readLimits } from './limits.ts';
import { momentSchema } from './moment.ts';

/** Counted up when an older app could not read what a newer one writes. */
export const reportFormat = 1;
export const reportKind = 'paywall-preview-report';

/** Where everything is in the zip. */
export const reportNames = {
  readme: 'README.txt',
  about: 'report.json',
  state: 'state.json',
  offeringRows: 'rows/offerings.json',
  workflowRows: 'rows/workflows.json',
  offerings: 'caches/offerings.json',
  list: 'caches/list.json',
  workflows: 'caches/workflows.json',
  disk: 'disk.json',
  log: 'log.txt',
  workflowFolder: 'caches/workflows/',
  eventFolder: 'timeline/',
  assetFolder: 'assets/',
} as const;

/** What is looked at before anything else: of whatever format, newer ones too. */
export const headSchema = z.looseObject({ kind: z.literal(reportKind), format: z.int().min(1) });

/** What was shown when it was made. */
const reportSubjects = ['session', 'scenario', 'recording'] as const;

export const aboutSchema = z.object({
  kind: z.literal(reportKind),
  format: z.literal(reportFormat),
  /** When, by the clock of the machine. */
  madeAt: momentSchema,
  /** What the app's clock showed: everything is as fresh as it was then. */
  now: momentSchema,
  of: z.enum(reportSubjects),
  project: z.object({ name: z.string(), kind: z.string() }),
  rules: z.enum(ruleSets),
  app: z.object({ version: z.string(), host: z.string(), platform: z.string() }),
  runtime: z.object({ node: z.string(), electron: z.string().nullable(), system: z.string() }),
  counts: z.object({
    events: z.int().min(0),
    offerings: z.int().min(0),
    workflows: z.int().min(0),
    workflowsInMemory: z.int().min(0),
    assets: z.int().min(0),
  }),
  /** One sentence each. */
  leftOut: z.array(z.string()),
});
export type ReportAbout = Readonly<z.output<typeof aboutSchema>>;

export const stateSchema = z.object({
  world: documentSchemas.world,
  clock: documentSchemas.clock,
  identity: documentSchemas.identity,
  caches: documentSchemas.caches,
  settings: storedSettingsSchema,
  stage: storedStageSchema,
});
export type ReportState = Readonly<z.output<typeof stateSchema>>;

export const offeringRowsSchema = z.array(rowSchemas.offerings).max(readLimits.rows);
export const workflowRowsSchema = z.array(rowSchemas.workflows).max(readLimits.rows);

/** What memory held of a workflow: as it came, in files of their own. */
const workflowSchema = z.object({
  id: z.string(),
  bodyHash: z.string(),
  envelopeBytes: z.number(),
  sizeBytes: z.number(),
  /** Where its body came from; null: it came with the envelope. */
  body: z.object({ url: z.string(), hash: z.string().nullable() }).nullable(),
  /** Of both, in the folder of the workflows. */
  envelopeFile: z.string(),
  bodyFile: z.string().nullable(),
});
export const workflowsSchema = z.array(workflowSchema).max(readLimits.rows);
export type ReportWorkflow = Readonly<z.output<typeof workflowSchema>>;

/** What was on disk: every workflow that was there or could be. */
export const reportDiskSchema = z.object({
  ...diskSchema.omit({ workflow: true }).shape,
  workflows: z.array(z.object({ id: z.string(), state: diskSchema.shape.workflow.unwrap() })),
});
export type ReportDisk = z.output<typeof reportDiskSchema>;
