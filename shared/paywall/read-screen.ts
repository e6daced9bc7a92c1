import { assetReader } from './style/assets.ts';
import { backgroundReader } from './style/backgrounds.ts';
import type { Circumstances, PackageOnOffer } from './circumstances.ts';
import { colorReader } from './style/colors.ts';
import { component } from './components/component.ts';
import { type Pass, type Scope, rootScope } from './components/pass.ts';
import { pinned, stackAt } from './components/stack.ts';
import {
  type State,
  customVariable,
  declaredState,
  hasIntroOffer,
  hasPromoOffer,
  hasSeveralOffers,
} from './conditions.ts';
import { fontReader } from './style/fonts.ts';
import { geometryReader } from './style/geometry.ts';
import type { JsonObject } from './wire/json.ts';
import { type Spot, along, at, isNothing } from './wire/places.ts';
import type { ProblemLog } from './problems.ts';
import type { Occurrence, SelectionPlan } from './selection.ts';
import { type Dictionaries, textTable } from './texts/text-table.ts';
import { namesFor } from './texts/variables/names.ts';

/** What is the same however often the screen is read. */
export interface Screen {
  readonly root: Spot;
  readonly uiConfig: Spot;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly circumstances: Circumstances;
  readonly packages: ReadonlyMap<string, PackageOnOffer>;
  readonly dictionaries: Dictionaries;
  readonly areRulesOn: boolean;
}

/** A screen as the renderer takes it, and what was found in it. */
export interface ReadScreen {
  readonly base: JsonObject;
  readonly texts: JsonObject;
  readonly fonts: JsonObject;
  readonly variables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly packages: readonly Occurrence[];
  readonly initialTabs: ReadonlyMap<string, number>;
  readonly dependsOnSelection: boolean;
  readonly needsWords: boolean;
}

const factsFor =
  ({ circumstances, packages, uiConfig, root }: Screen, plan: SelectionPlan): Pass['facts'] =>
  ({ packageId }: Scope, on, left = []) => {
    const around = packages.get(packageId ?? plan.selectedId ?? '') ?? null;
    const offers: readonly (readonly [State, boolean])[] = [
      ['intro_offer', hasIntroOffer(around)],
      ['promo_offer', hasPromoOffer(around)],
    ];
    const held = offers.flatMap(([state, has]) => (has && !left.includes(state) ? [state] : []));
    return {
      states: new Set([...on, ...held]),
      widthClass: circumstances.widthClass,
      hasSeveralOffers: hasSeveralOffers(around, circumstances),
      hasIntroOffer: hasIntroOffer(around),
      hasPromoOffer: hasPromoOffer(around),
      selectedPackageId: plan.selectedId,
      variables: customVariable(uiConfig, circumstances.customVariables),
      state: declaredState(at(root, 'state_declarations'), circumstances.state),
    };
  };

/** Reads the whole screen once, with the given selection. */
export const readScreen = (
  screen: Screen,
  plan: SelectionPlan,
  problems: ProblemLog,
): ReadScreen => {
  const { root, uiConfig, locale, direction, circumstances, packages, dictionaries } = screen;
  const colors = colorReader(uiConfig, problems);
  const assets = assetReader(circumstances.assetUrl, problems);
  const backgrounds = backgroundReader(colors, assets, problems);
  const fonts = fontReader(uiConfig, assets, problems);
  const texts = textTable(
    {
      localization: along(root, 'components_localizations', locale),
      locale,
      dictionaries,
      customVariable: customVariable(uiConfig, circumstances.customVariables),
      names: namesFor(uiConfig, problems),
      isPseudo: (circumstances.pseudo ?? null) !== null,
    },
    problems,
  );
  const occurrences = new Map<string, Occurrence>();
  const initialTabs = new Map<string, number>();
  const counts = { serial: 0, parts: 0 };
  let dependsOnSelection = false;

  const pass: Pass = {
    circumstances,
    direction,
    problems,
    colors,
    geometry: geometryReader(colors, direction, problems),
    assets,
    backgrounds,
    fonts,
    texts,
    plan,
    areRulesOn: screen.areRulesOn,
    facts: factsFor(screen, plan),
    component: (spot, scope) => component(spot, scope, pass),
    isOffered: (id) => packages.has(id),
    recordPackage: (occurrence) => {
      occurrences.set(occurrence.place, occurrence);
    },
    recordTabs: (place, initialIndex) => {
      initialTabs.set(place, initialIndex);
    },
    noteSelection: () => {
      dependsOnSelection = true;
    },
    serial: () => (counts.serial += 1),
    partCount: () => counts.parts,
    countPart: () => {
      counts.parts += 1;
    },
  };

  const from = along(root, 'components_config', 'base');
  const slot = (name: string, type: 'header' | 'footer'): JsonObject | null =>
    isNothing(at(from, name)) ? null : pinned(type)(at(from, name), rootScope(type), pass);
  const base = {
    stack: stackAt(at(from, 'stack'), rootScope('body'), pass),
    background: backgrounds(at(from, 'background')),
    header: slot('header', 'header'),
    sticky_footer: slot('sticky_footer', 'footer') ?? slot('footer', 'footer'),
  };
  return {
    base,
    texts: texts.table(),
    fonts: fonts.used(),
    variables: texts.variables(),
    packages: [...occurrences.values()],
    initialTabs,
    dependsOnSelection,
    needsWords: texts.needsWords(),
  };
};
