import type { Moment } from '../../shared/paywall/preview-page.ts';
import { isObject } from '../../shared/paywall/wire/json.ts';
import type { SafeArea } from '../../shared/stage/devices.ts';
import type {
  FrameArea,
  FrameCircumstances,
  ScreenRequest,
  ToFrame,
} from '../../shared/stage/frame-messages.ts';

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const areNumbers = (value: unknown, keys: readonly string[]): boolean =>
  isObject(value) && keys.every((key) => isNumber(value[key]));

const isArea = (value: unknown): value is FrameArea =>
  areNumbers(value, ['x', 'y', 'width', 'height']);

const isSafeArea = (value: unknown): value is SafeArea =>
  areNumbers(value, ['top', 'right', 'bottom', 'left']);

const isMoment = (value: unknown): value is Moment =>
  isObject(value) && isNumber(value['at']) && typeof value['isRunning'] === 'boolean';

const isTable = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((name) => typeof name === 'string');

/** What is in the packages is looked at when they are used. */
const areCircumstances = (value: unknown): value is FrameCircumstances =>
  isObject(value) &&
  Array.isArray(value['locales']) &&
  value['locales'].every((locale) => typeof locale === 'string') &&
  (value['colorMode'] === 'light' || value['colorMode'] === 'dark') &&
  Array.isArray(value['packages']) &&
  value['packages'].every((each) => isObject(each) && isObject(each['product'])) &&
  isNumber(value['nowMs']);

const isRequest = (value: unknown): value is ScreenRequest =>
  isObject(value) &&
  typeof value['screenId'] === 'string' &&
  areCircumstances(value['circumstances']) &&
  (value['files'] === null || isTable(value['files'])) &&
  (value['moment'] === null || isMoment(value['moment'])) &&
  isSafeArea(value['safeArea']);

/** What the window said; null where that is nothing known. */
export const readMessage = (data: unknown): ToFrame | null => {
  if (!isObject(data)) return null;
  const { kind, turn, json, area, request, requests, place } = data;
  switch (kind) {
    case 'load':
      return typeof json === 'string' ? { kind, json } : null;
    case 'show':
      return isNumber(turn) && isRequest(request) ? { kind, turn, request } : null;
    case 'prepare':
      return Array.isArray(requests) && requests.every(isRequest) ? { kind, requests } : null;
    case 'clear':
      return { kind };
    case 'point':
      return area === null || isArea(area) ? { kind, area } : null;
    case 'find':
      return typeof place === 'string' ? { kind, place } : null;
    case 'ping':
      return isNumber(turn) ? { kind, turn } : null;
    default:
      return null;
  }
};
