/** Something that a paywall shows and that had to be loaded. */
export interface Medium {
  readonly kind: 'image' | 'background' | 'icon';
  readonly url: string;
  readonly element: Element;
}

const addressesIn = (value: string): readonly string[] =>
  [...value.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)].map(([, url = '']) =>
    url.replaceAll(/\\(.)/g, '$1'),
  );

const mediaOf = (element: Element): readonly Medium[] => {
  const { backgroundImage, maskImage } = getComputedStyle(element);
  const image = element instanceof HTMLImageElement ? [element.src] : [];
  return [
    ...image.map((url) => ({ kind: 'image' as const, url, element })),
    ...addressesIn(backgroundImage).map((url) => ({ kind: 'background' as const, url, element })),
    ...addressesIn(maskImage).map((url) => ({ kind: 'icon' as const, url, element })),
  ];
};

/** Many times what any designer uses. */
const mostElements = 20_000;

/** Every picture that the paywall uses, also where it is scrolled away. */
const findMedia = (stage: HTMLElement): readonly Medium[] =>
  [...stage.querySelectorAll('*')].slice(0, mostElements).flatMap(mediaOf);

/** The same, but of those that show the same file only the first. */
export const findFiles = (stage: HTMLElement): readonly Medium[] =>
  [
    ...new Map(
      findMedia(stage)
        .toReversed()
        .map((medium) => [`${medium.kind} ${medium.url}`, medium]),
    ).values(),
  ].toReversed();

export const findVideos = (stage: HTMLElement): readonly HTMLVideoElement[] => [
  ...stage.querySelectorAll('video'),
];

/** Loads it in the way in which the paywall does: a mask has to come with leave to be read. */
export const isLoadable = async ({ kind, url }: Medium): Promise<boolean> => {
  const image = new Image();
  if (kind === 'icon') image.crossOrigin = 'anonymous';
  const isLoaded = new Promise<boolean>((resolve) => {
    image.addEventListener('load', () => resolve(image.naturalWidth > 0));
    image.addEventListener('error', () => resolve(false));
  });
  image.src = url;
  return await isLoaded;
};
