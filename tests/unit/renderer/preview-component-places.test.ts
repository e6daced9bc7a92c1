import { describe, expect, it } from 'vitest';
import { idsAround, placesOfIds } from '../../../renderer/preview/component-places.ts';

const text = (id: string) => ({ type: 'text', id, text_lid: 'a' });
const screen = {
  id: 'no component: it has no type',
  base: { stack: { type: 'stack', id: 'page', components: [text('one'), text('two')] } },
};

describe('the components of a screen', () => {
  it('are found around a place, the innermost first', () => {
    expect([
      idsAround(screen, 'base.stack.components.1.text_lid'),
      idsAround(screen, 'base.stack.components'),
      idsAround(screen, 'base'),
      idsAround(screen, 'base.stack.components.7.text_lid'),
      idsAround(screen, ''),
    ]).toEqual([['two', 'page'], ['page'], [], ['page'], []]);
  });

  it('are told by their ids, but where several have the same', () => {
    const twice = { base: { ...screen.base, header: text('one') } };
    expect([placesOfIds(screen).get('two'), placesOfIds(twice).get('one')]).toEqual([
      'base.stack.components.1',
      null,
    ]);
  });

  it('may be anything at all', () => {
    const odd = { type: 'stack', id: '', components: [{ type: 1, id: 'a' }, null, { id: 'b' }] };
    expect([[...placesOfIds(odd)], [...placesOfIds('x')]]).toEqual([[], []]);
    expect(idsAround({ base: odd }, 'base.__proto__.constructor')).toEqual([]);
  });
});
