import { type Rgb, laidOver } from '../../../shared/paywall/contrast.ts';
import { type Rgba, readColor } from '../css-color.ts';
import { type Gradient, colorAt, readGradient } from '../gradient.ts';

/** How one element colours what is behind it; null: in a way that only a picture shows. */
type Paint = { readonly color: Rgba; readonly gradient: Gradient | null; readonly opacity: number };

const isPicture = (element: Element): boolean =>
  element.matches('img, video, canvas') || element instanceof SVGGeometryElement;

const paintOf = (element: Element, opacity: number): Paint | null => {
  if (isPicture(element)) return null;
  const { backgroundColor, backgroundImage, backgroundClip, maskImage, filter } =
    getComputedStyle(element);
  if (filter !== 'none') return null;
  const color = readColor(backgroundColor);
  const isFilled = backgroundImage !== 'none' && backgroundClip !== 'text';
  // An icon is what its mask leaves of a colour.
  if (maskImage !== 'none')
    return color[3] > 0 || isFilled ? null : { color, gradient: null, opacity };
  if (!isFilled) return { color, gradient: null, opacity };
  const gradient = readGradient(backgroundImage);
  return gradient === null ? null : { color, gradient, opacity };
};

const faded = ([red, green, blue, alpha]: Rgba, opacity: number): Rgba => [
  red,
  green,
  blue,
  alpha * opacity,
];

const gradientColor = (element: Element, gradient: Gradient, x: number, y: number): Rgba => {
  const box = element.getBoundingClientRect();
  const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
  const size = [
    element.clientWidth === 0 ? box.width : element.clientWidth,
    element.clientHeight === 0 ? box.height : element.clientHeight,
  ] as const;
  return colorAt(gradient, [x - middle[0], y - middle[1]], size);
};

/** Tells what colour is behind an element at a point. */
export type GroundAt = (element: Element, x: number, y: number) => Rgb | null;

/** It remembers what it has seen: it is good for as long as nothing changes. */
export const groundReader = (): GroundAt => {
  const opacities = new Map<Element, number>();
  const paints = new Map<Element, Paint | null>();

  const opacityOf = (element: Element): number => {
    const known = opacities.get(element);
    if (known !== undefined) return known;
    const around = element.parentElement === null ? 1 : opacityOf(element.parentElement);
    const opacity = around * Number(getComputedStyle(element).opacity);
    opacities.set(element, opacity);
    return opacity;
  };

  const paint = (element: Element): Paint | null => {
    const known = paints.get(element);
    if (known !== undefined) return known;
    const found = paintOf(element, opacityOf(element));
    paints.set(element, found);
    return found;
  };

  /** What lies over each other at a point from the text on, the uppermost first; null: a picture. */
  const layersAt = (behind: readonly Element[], x: number, y: number): readonly Rgba[] | null => {
    const layers: Rgba[] = [];
    for (const element of behind) {
      const found = paint(element);
      if (found === null) return null;
      const { color, gradient, opacity } = found;
      if (gradient !== null) layers.push(faded(gradientColor(element, gradient, x, y), opacity));
      layers.push(faded(color, opacity));
      if (layers.some((layer) => layer[3] > 0.999)) break;
    }
    return layers;
  };

  return (element, x, y) => {
    const all = document.elementsFromPoint(x, y);
    const from = all.findIndex((each) => each === element || each.contains(element));
    // Nothing is said of what cannot be pressed: it is not found here, and may be faint.
    if (from < 0) return null;
    const layers = layersAt(all.slice(from), x, y);
    return (
      layers?.reduceRight<Rgb>((ground, layer) => laidOver(layer, ground), [255, 255, 255]) ?? null
    );
  };
};
