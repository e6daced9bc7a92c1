import type { Product } from '../../shared/paywall/circumstances.ts';
import type { OfferedPackage } from '../../shared/stage/circumstances.ts';
import type { BackendOrigins, ServedProject } from '../backend/backend.ts';
import type { AnswerSource } from '../backend/coming-answer.ts';
import { isJsonObject } from '../backend/json.ts';
import { replyWith } from '../backend/reply.ts';
import { servedAnswers } from '../backend/served-answers.ts';
import type { Clock } from '../clock/clock.ts';
import { cdnPath } from './phone-routes.ts';
import type { PhoneAsk, PhoneSource } from './phone-source.ts';
import { answerOther } from './sdk-answers.ts';

/** What the store says about packages, as it is set up on the stage. */
export type Store = (packages: readonly OfferedPackage[]) => readonly Product[];

const originsOf = (origin: string): BackendOrigins => ({
  api: origin,
  cdn: origin + cdnPath,
  fallback: origin,
});

const objectsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];

/** Which package a product is sold in; prices are guessed by it. */
const packageIds = (offerings: string): ReadonlyMap<string, string> => {
  const response: unknown = JSON.parse(offerings);
  const all = isJsonObject(response) ? objectsIn(response['offerings']) : [];
  return new Map(
    all
      .flatMap((offering) => objectsIn(offering['packages']))
      .map((one) => [String(one['platform_product_identifier']), String(one['identifier'])]),
  );
};

/** Answers from a project that is served here, as the bundled backend does. */
export const servedSource = (
  project: ServedProject,
  clock: Pick<Clock, 'now'>,
  store: Store,
): PhoneSource => {
  const answersTo = ({ origin }: PhoneAsk): AnswerSource =>
    servedAnswers(() => ({ project, origins: originsOf(origin), nowMs: clock.now() }));

  const sold = (origin: string, productIds: readonly string[]): readonly Product[] => {
    const packages = packageIds(project.offerings(originsOf(origin)));
    return store(productIds.map((id) => ({ id: packages.get(id) ?? id, productId: id })));
  };

  return Object.freeze({
    named: (ask) => answersTo(ask).named(ask.route),
    answer: (ask) => answersTo(ask).answer(ask.route, ask.exchange),
    other: (ask) =>
      replyWith(answerOther(ask, { nowMs: clock.now(), sold: (ids) => sold(ask.origin, ids) })),
  } satisfies PhoneSource);
};
