import type { PackageOnOffer } from '../paywall/circumstances.ts';
import { defaultPackages } from '../paywall/default-products.ts';
import { type SafeArea, type ScreenSize, devices, noSafeArea } from './devices.ts';
import type { FrameCircumstances } from './frame-messages.ts';
import type { EditedProduct, StageSetUp } from './set-up.ts';
import { widthClassOf } from './width-class.ts';

/** A screen as it is held. */
export interface StageScreen {
  readonly size: ScreenSize;
  readonly safeArea: SafeArea;
  readonly cornerRadius: number;
  readonly pixelsPerPoint: number;
}

/** A package as the offerings row has it. */
export interface OfferedPackage {
  readonly id: string;
  readonly productId: string;
}

const sideways = ({ width, height }: ScreenSize): ScreenSize => ({ width: height, height: width });

/** The screen that paywalls are looked at on. */
export const screenOf = ({
  device,
  freeSize,
  isSideways,
}: Pick<StageSetUp, 'device' | 'freeSize' | 'isSideways'>): StageScreen => {
  const held = (size: ScreenSize): ScreenSize => (isSideways ? sideways(size) : size);
  if (device === 'free')
    return { size: held(freeSize), safeArea: noSafeArea, cornerRadius: 0, pixelsPerPoint: 2 };
  const { size, safeArea, safeAreaSideways, cornerRadius, pixelsPerPoint } = devices[device];
  return {
    size: held(size),
    safeArea: isSideways ? safeAreaSideways : safeArea,
    cornerRadius,
    pixelsPerPoint,
  };
};

const edited = (id: string, productId: string, product: EditedProduct): PackageOnOffer => {
  const { promoOffer, isEligibleForIntro, isEligibleForPromo, ...sold } = product;
  return {
    id,
    product: { id: productId, ...sold, ...(promoOffer === null ? {} : { promoOffer }) },
    isEligibleForIntro,
    isEligibleForPromo,
  };
};

/** What the store sells: as somebody edited it, else as it is guessed from the package. */
export const packagesOnOffer = (
  packages: readonly OfferedPackage[],
  title: string,
  { products, currency }: Pick<StageSetUp, 'products' | 'currency'>,
): readonly PackageOnOffer[] => {
  const listed = packages.map(({ id, productId }) => ({
    identifier: id,
    platform_product_identifier: productId,
  }));
  return defaultPackages(listed, title, currency).map((guessed) => {
    const { id, product } = guessed;
    const own = Object.hasOwn(products, product.id) ? products[product.id] : undefined;
    return own === undefined ? guessed : edited(id, product.id, own);
  });
};

/**
 * All that a screen looks different by, as it is set up. The selected package is undefined where the
 * paywall selects one by itself.
 */
export const circumstancesFor = (
  setUp: StageSetUp,
  screenSize: ScreenSize,
  packages: readonly OfferedPackage[],
  title: string,
  nowMs: number,
  selectedPackageId?: string | null,
): FrameCircumstances => ({
  locales: setUp.locale === null ? [] : [setUp.locale.replaceAll('_', '-')],
  colorMode: setUp.colorMode,
  widthClass: widthClassOf(screenSize),
  packages: packagesOnOffer(packages, title, setUp),
  ...(selectedPackageId === undefined ? {} : { selectedPackageId }),
  customVariables: setUp.customVariables,
  country: setUp.country,
  store: setUp.device === 'free' ? 'apple' : devices[setUp.device].store,
  nowMs,
  textScale: setUp.textScale,
  pseudo: setUp.pseudo,
});
