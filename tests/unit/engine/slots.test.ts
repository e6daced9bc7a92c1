import { describe, expect, it } from 'vitest';
import { type Slots, createSlots } from '../../../main/engine/slots.ts';

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** A task that writes down when it starts, and that the test ends. */
const openTasks = (slots: Slots) => {
  const started: string[] = [];
  const add = (name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const slotted = slots.run(() => {
      started.push(name);
      return promise;
    });
    return {
      ...slotted,
      finish: async () => {
        resolve(name);
        await turn();
      },
      fail: async () => {
        reject(new Error(name));
        await turn();
      },
    };
  };
  return { started, add };
};

describe('slots', () => {
  it('start tasks in order, and never more at a time than there are slots', async () => {
    const { started, add } = openTasks(createSlots(2));
    const [a, b, c] = [add('a'), add('b'), add('c'), add('d')];
    await turn();
    expect(started).toEqual(['a', 'b']);
    await b.finish();
    expect(started).toEqual(['a', 'b', 'c']);
    await a.finish();
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    await c.finish();
    expect(await c.result).toBe('c');
  });

  it('run any number of tasks, never more at a time than 4', async () => {
    const slots = createSlots(4);
    let running = 0;
    let most = 0;
    const task = async (index: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      for (let each = 0; each < index % 3; each += 1) await turn();
      running -= 1;
      return index;
    };
    const indices = Array.from({ length: 40 }, (_, index) => index);
    const results = indices.map((index) => slots.run(() => task(index)).result);
    expect(await Promise.all(results)).toEqual(indices);
    expect(most).toBe(4);
  });

  it('are numbered from 1, the lowest that is free goes first, and hurried tasks have none', async () => {
    const slots = createSlots(2);
    const taken: (number | null)[] = [];
    const add = () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const slotted = slots.run((slot) => {
        taken.push(slot);
        return promise;
      });
      const finish = async (): Promise<void> => {
        resolve(undefined);
        await turn();
      };
      return { ...slotted, finish };
    };
    const [a, , c, d] = [add(), add(), add(), add()];
    await turn();
    d.hurry();
    await a.finish();
    await c.finish();
    add();
    await turn();
    expect(taken).toEqual([1, 2, null, 1, 1]);
  });

  it('are free again when a task has failed, whose failure only its caller sees', async () => {
    const { started, add } = openTasks(createSlots(1));
    const [a, b] = [add('a'), add('b')];
    const failure = expect(a.result).rejects.toThrow('a');
    await turn();
    await a.fail();
    await failure;
    expect(started).toEqual(['a', 'b']);
    await b.finish();
    expect(await b.result).toBe('b');
  });

  it('start a hurried task at once, outside the limit and only once', async () => {
    const { started, add } = openTasks(createSlots(1));
    const [a, b, c] = [add('a'), add('b'), add('c')];
    await turn();
    c.hurry();
    c.hurry();
    expect(started).toEqual(['a', 'c']);
    await c.finish();
    expect([await c.result, started]).toEqual(['c', ['a', 'c']]);
    await a.finish();
    expect(started).toEqual(['a', 'c', 'b']);
    await b.finish();
    expect(started).toEqual(['a', 'c', 'b']);
  });

  it('hand the failure of a hurried task to its caller, too', async () => {
    const { add } = openTasks(createSlots(1));
    const [a, b] = [add('a'), add('b')];
    await turn();
    b.hurry();
    const failure = expect(b.result).rejects.toThrow('b');
    await b.fail();
    await failure;
    await a.finish();
    expect(await a.result).toBe('a');
  });

  it('take the hurrying of a task that has started for nothing', async () => {
    const { started, add } = openTasks(createSlots(1));
    const a = add('a');
    await turn();
    a.hurry();
    await a.finish();
    a.hurry();
    expect([await a.result, started]).toEqual(['a', ['a']]);
  });

  it('drop what waits, and let end what runs', async () => {
    const slots = createSlots(1);
    const { started, add } = openTasks(slots);
    const [a, b, c] = [add('a'), add('b'), add('c')];
    await turn();
    slots.dropWaiting();
    expect(await Promise.all([b.result, c.result])).toEqual([null, null]);
    c.hurry();
    await a.finish();
    expect([await a.result, started]).toEqual(['a', ['a']]);
  });

  it('do not drop what was hurried before', async () => {
    const slots = createSlots(1);
    const { add } = openTasks(slots);
    const [a, b] = [add('a'), add('b')];
    await turn();
    b.hurry();
    slots.dropWaiting();
    await b.finish();
    await a.finish();
    expect(await Promise.all([a.result, b.result])).toEqual(['a', 'b']);
  });

  it('take new tasks after what waited was dropped', async () => {
    const slots = createSlots(1);
    const { started, add } = openTasks(slots);
    const a = add('a');
    add('b');
    slots.dropWaiting();
    const c = add('c');
    await turn();
    await a.finish();
    await c.finish();
    expect([await c.result, started]).toEqual(['c', ['a', 'c']]);
  });
});
