import { hex } from '../style/colors.ts';
import type { JsonObject } from '../wire/json.ts';
import type { Pass } from './pass.ts';
import { around, sides } from './plain-stack.ts';

const corners = { top_leading: 6, top_trailing: 6, bottom_leading: 6, bottom_trailing: 6 };

/** What is shown where the preview cannot show the real thing. */
export const placeholder = (label: string, { texts }: Pass): JsonObject =>
  around(
    [
      {
        type: 'text',
        id: '',
        name: '',
        text_lid: texts.literal(label),
        color: { light: hex('#555555ff'), dark: hex('#bbbbbbff') },
        background_color: null,
        font_name: null,
        font_size: 13,
        font_weight_int: 400,
        horizontal_alignment: 'center',
        size: { width: { type: 'fill' }, height: { type: 'fit' } },
        padding: sides(0),
        margin: sides(0),
      },
    ],
    {
      padding: sides(12),
      background: { type: 'color', value: { light: hex('#8888882e') } },
      border: { color: { light: hex('#888888ff') }, width: 1 },
      shape: { type: 'rectangle', corners },
    },
  );
