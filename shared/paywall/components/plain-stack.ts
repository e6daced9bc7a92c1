import type { JsonObject } from '../wire/json.ts';

/** The same distance on all sides. */
export const sides = (value: number): JsonObject => ({
  top: value,
  bottom: value,
  leading: value,
  trailing: value,
});

/** A stack of our own, as wide as there is room and with nothing around its components. */
export const around = (components: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  type: 'stack',
  id: '',
  name: '',
  size: { width: { type: 'fill' }, height: { type: 'fit' } },
  dimension: { type: 'vertical', alignment: 'center', distribution: 'start' },
  spacing: 0,
  padding: sides(0),
  margin: sides(0),
  background: null,
  background_color: null,
  border: null,
  shape: null,
  shadow: null,
  badge: null,
  components,
  ...more,
});
