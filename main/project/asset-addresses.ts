import { type Json, isJsonObject } from '../backend/json.ts';

/** Where paywalls have addresses of files: any other text that begins like one stays as it is. */
const addressKeys = new Set([
  'original',
  'webp',
  'webp_low_res',
  'heic',
  'heic_low_res',
  'url',
  'url_low_res',
  'base_url',
  'asset_base_url',
]);

const prefix = 'assets/';

const isAssetAddress = (key: string, value: unknown): value is string =>
  addressKeys.has(key) && typeof value === 'string' && `${value}/`.startsWith(prefix);

/** The path on the CDN of a file that is written as `assets/…`; file names are taken literally. */
export const assetPath = (address: string): string =>
  `/${address.split('/').map(encodeURIComponent).join('/')}`;

const mapValues = (value: unknown, change: (key: string, value: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => mapValues(item, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(key, item)]));
};

/** What stands behind the CDN's origin for an address in a file; `isBase`: others are made of it. */
export type AddressWriter = (address: string, isBase: boolean) => string;

/** The same whatever the file holds, as in everything that is to be repeated. */
export const plainAddress: AddressWriter = (address) => assetPath(address);

const isBase = (key: string): boolean => key.endsWith('base_url');

/** Copies the JSON with every address changed; null: it stays as it is. */
export const withAddresses = (json: Json, change: (address: string) => string | null): Json => {
  const changed = (key: string, value: unknown): unknown =>
    addressKeys.has(key) && typeof value === 'string'
      ? (change(value) ?? value)
      : mapValues(value, changed);
  return mapValues(json, changed) as Json;
};

/** Copies the JSON with the CDN's origin in front of every `assets/…` address. */
export const withAssetAddresses = (
  json: Json,
  cdn: string,
  address: AddressWriter = plainAddress,
): Json => {
  const change = (key: string, value: unknown): unknown =>
    isAssetAddress(key, value) ? cdn + address(value, isBase(key)) : mapValues(value, change);
  return mapValues(json, change) as Json;
};

/** The CDN paths of the files that are used in the JSON; a folder of icons is one of them. */
export const usedAssetPaths = (json: Json): ReadonlySet<string> => {
  const found = new Set<string>();
  const look = (key: string, value: unknown): unknown => {
    // The base address says where files come from, not which are used.
    if (key !== 'asset_base_url' && isAssetAddress(key, value)) found.add(assetPath(value));
    return mapValues(value, look);
  };
  mapValues(json, look);
  return found;
};
