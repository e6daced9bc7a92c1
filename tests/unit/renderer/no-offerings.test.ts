import { expect, it } from 'vitest';
import { messages } from '../../../renderer/messages.ts';

it.each([true, false])(
  'nobody is told to heal what nobody broke: broken on purpose is %s',
  (isOnPurpose) => {
    const { text } = messages.offerings.empty.failed;
    expect(text('The backend answered 401.', isOnPurpose).includes('Heal')).toBe(isOnPurpose);
  },
);
