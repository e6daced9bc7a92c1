import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { connectFaults, faultScopes, isFaultStatus, socketFaults } from '../faults.ts';
import { ruleSets } from '../policies.ts';
import { settingsChangeSchema } from './documents.ts';
import type { Outcome } from './outcome.ts';

const nothing = z.null();
const text = z.string().min(1).max(4_096);

const targetSchema = z.strictObject({ what: z.enum(faultScopes), id: text.exactOptional() });

const faultKindSchema = z.union([
  z.enum([...connectFaults, ...socketFaults]),
  z.number().refine(isFaultStatus),
]);

/** How a call of the SDK ended. The decision is an event of the timeline, which says why. */
const answerSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('ok'),
    source: z.enum(['network', 'memory', 'disk']),
    freshness: z.enum(['fresh', 'stale']),
    /** The workflow's own id, where one was asked for. */
    workflowId: z.string().nullable(),
    bodyHash: z.string(),
    decision: z.number(),
    isFormerUser: z.boolean(),
  }),
  z.strictObject({
    status: z.literal('error'),
    code: z.enum(errorCodes),
    message: z.string(),
    decision: z.number(),
    isFormerUser: z.boolean(),
  }),
]);

const licenceSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
});

/**
 * Everything that a window can ask for, with what each call takes and gives back. JSON and nothing
 * else crosses, and both sides check it.
 */
export const contract = {
  // The calls of the SDK.
  getOfferings: { argument: nothing, result: answerSchema },
  getList: { argument: z.strictObject({ force: z.boolean() }), result: answerSchema },
  getWorkflow: { argument: z.strictObject({ id: text }), result: answerSchema },
  /** The compiled workflow that a row's `bodyHash` names, as JSON text: large, so it is fetched once. */
  readWorkflow: {
    argument: z.strictObject({ id: text, bodyHash: text }),
    result: z.strictObject({ json: z.string() }),
  },

  // The world around the app.
  setOnline: { argument: z.strictObject({ isOnline: z.boolean() }), result: nothing },
  setForeground: { argument: z.strictObject({ isForeground: z.boolean() }), result: nothing },
  setRules: { argument: z.strictObject({ rules: z.enum(ruleSets) }), result: nothing },
  fail: {
    argument: z.strictObject({
      target: targetSchema,
      kind: faultKindSchema,
      times: z.int().min(1).max(1_000_000).exactOptional(),
    }),
    result: nothing,
  },
  heal: { argument: z.strictObject({ target: targetSchema.nullable() }), result: nothing },
  /** Ends everything that is broken on purpose: faults, holds, offline, a full disk. */
  healEverything: { argument: nothing, result: nothing },
  coldStart: { argument: nothing, result: nothing },
  logIn: { argument: z.strictObject({ user: text }), result: nothing },
  logOut: { argument: nothing, result: nothing },
  switchUser: { argument: z.strictObject({ user: text }), result: nothing },
  alias: { argument: z.strictObject({ user: text }), result: nothing },

  // The app itself.
  changeSettings: { argument: settingsChangeSchema, result: nothing },
  resetSettings: { argument: nothing, result: nothing },
  showDataFolder: { argument: nothing, result: nothing },
  wipeData: { argument: nothing, result: nothing },
  showLogs: { argument: nothing, result: nothing },
  /** Opens a https address in the system's browser. */
  openLink: { argument: z.strictObject({ url: text }), result: nothing },
  readLicences: { argument: nothing, result: z.array(licenceSchema) },
  /** Leaves a line in the log about a fault in the window. */
  report: { argument: z.strictObject({ message: z.string().max(20_000) }), result: nothing },
} as const;

export type CallName = keyof typeof contract;
export type Argument<Name extends CallName> = z.output<(typeof contract)[Name]['argument']>;
export type Result<Name extends CallName> = z.output<(typeof contract)[Name]['result']>;
export type AnswerSummary = Result<'getOfferings'>;

export const callNames = Object.keys(contract) as readonly CallName[];

export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(contract, name);

/** What the app does for each call. */
export type Handlers = {
  readonly [Name in CallName]: (
    argument: Argument<Name>,
  ) => Outcome<Result<Name>> | Promise<Outcome<Result<Name>>>;
};
