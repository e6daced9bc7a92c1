import { z } from 'zod';
import { noAnswerReasons } from '../errors.ts';

/** Where RevenueCat is, for whoever says nothing else. */
export const defaultLiveHost = 'https://api.revenuecat.com';

export const livePlatforms = ['android', 'ios', 'web'] as const;
export type LivePlatform = (typeof livePlatforms)[number];

/** As `en`, `en_US` or `zh-Hans-CN`. */
const localeSchema = z.string().regex(/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$/);

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** What is wrong with the address of a host; null: nothing. */
export type HostMistake = 'no-address' | 'not-https' | 'has-secrets' | 'has-query';

const address =
  /^([a-z]+):\/\/(?:([^/?#]*)@)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?(?:\/[^?#\s]*)?([?#].*)?$/i;

export const hostMistake = (text: string): HostMistake | null => {
  const [whole, scheme = '', secrets, name = '', query] = address.exec(text) ?? [];
  if (whole === undefined) return 'no-address';
  const isHere = scheme.toLowerCase() === 'http' && isLoopback(name.toLowerCase());
  if (scheme.toLowerCase() !== 'https' && !isHere) return 'not-https';
  if (secrets !== undefined) return 'has-secrets';
  return query === undefined ? null : 'has-query';
};

/** What is wrong with an API key; null: nothing that can be seen. */
export type KeyMistake = 'empty' | 'secret' | 'not-a-key';

/** What is hidden wherever it occurs must not be in half of all words. */
const keyShape = /^[\x21-\x7e]{6,500}$/;

export const keyMistake = (key: string): KeyMistake | null => {
  if (key === '') return 'empty';
  if (/^sk_/i.test(key)) return 'secret';
  return keyShape.test(key) ? null : 'not-a-key';
};

export const isLocale = (text: string): boolean => localeSchema.safeParse(text).success;

/** How a live project is asked; its key is told apart from it. */
export const liveSettingsSchema = z.strictObject({
  /** With a path of its own where it is a proxy. */
  host: z
    .string()
    .max(2_048)
    .refine((text) => hostMistake(text) === null),
  platform: z.enum(livePlatforms),
  locale: localeSchema,
});

export type LiveSettings = Readonly<z.output<typeof liveSettingsSchema>>;

export const defaultLiveSettings: LiveSettings = {
  host: defaultLiveHost,
  platform: 'android',
  locale: 'en_US',
};

/** What keeps a real host from answering as it should, as far as can be told from here. */
export const troubleSchema = z.strictObject({
  kind: z.enum([
    /** There is no key to ask with, so nobody was asked. */
    'no-key',
    /** Nobody answered; `reason` says why. */
    'no-answer',
    /** It does not take the key. */
    'key-refused',
    'too-many-requests',
    /** It answered like no RevenueCat. */
    'other-host',
    'refused',
    'broken',
  ]),
  reason: z.enum(noAnswerReasons).nullable(),
  status: z.number().nullable(),
  /** RevenueCat's own number and words for it. */
  code: z.number().nullable(),
  said: z.string().nullable(),
  retryAfterSeconds: z.number().nullable(),
});

export type LiveTrouble = Readonly<z.output<typeof troubleSchema>>;

/** What a live project is made of, as it is typed in. */
export const connectLiveSchema = z.strictObject({
  /** Null: a new one. */
  project: z.string().max(100).nullable(),
  name: z.string().trim().min(1).max(100),
  /** Null: the one that is kept. It never comes back. */
  apiKey: z.string().max(1_000).nullable(),
  host: z.string().max(2_048),
  platform: z.enum(livePlatforms),
  locale: z.string().max(100),
  /** Null: an anonymous one. */
  user: z.string().trim().min(1).max(1_000).nullable(),
});
export type ConnectLive = Readonly<z.output<typeof connectLiveSchema>>;

/** The same without the key. */
export const liveProjectSchema = z.strictObject({
  name: z.string(),
  ...liveSettingsSchema.shape,
  /** Null: there was none yet. */
  user: z.string().nullable(),
  hasKey: z.boolean(),
  /** Why a key that was kept is of no use, in one sentence; null: it is, or there was none. */
  keyProblem: z.string().nullable(),
  /** Why keys do not outlive the session; null: they do. */
  note: z.string().nullable(),
});
export type LiveProject = Readonly<z.output<typeof liveProjectSchema>>;
