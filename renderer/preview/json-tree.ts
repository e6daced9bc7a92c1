import { type Json, type JsonObject, isObject } from '../../shared/paywall/wire/json.ts';

export type JsonChange = (object: JsonObject) => JsonObject;

const isJsonObject = (json: Json): json is JsonObject => isObject(json);

/** Rebuilds JSON with what `change` makes of each object in it, the innermost first. */
export const rebuilt = (json: JsonObject, change: JsonChange): JsonObject => {
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(visit);
    return isJsonObject(value) ? visitObject(value) : value;
  };
  const visitObject = (object: JsonObject): JsonObject =>
    change(Object.fromEntries(Object.entries(object).map(([key, value]) => [key, visit(value)])));
  return visitObject(json);
};

/** The member where it is an object. */
export const objectAt = (json: JsonObject, key: string): JsonObject | null => {
  const value = json[key];
  return value !== undefined && isJsonObject(value) ? value : null;
};

/** The objects of a list; none where there is no list. */
export const objectsAt = (json: JsonObject, key: string): readonly JsonObject[] => {
  const value = json[key];
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
};
