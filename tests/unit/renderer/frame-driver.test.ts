import { describe, expect, it, vi } from 'vitest';
import type { ToFrame } from '../../../shared/stage/frame-messages.ts';
import { defaultStage } from '../../../shared/stage/set-up.ts';
import { circumstancesFor } from '../../../shared/stage/circumstances.ts';
import { createFrameDriver } from '../../../renderer/stage/frame/frame-driver.ts';
import { framePlace } from '../../../renderer/stage/frame/frame-origin.ts';
import type { Scene } from '../../../renderer/state/stage-scene.ts';
import { aliveFilms, mostAlive } from '../../../renderer/stage/film/alive-films.ts';

const scene = (screenId: string, json = '{}'): Scene => ({
  json,
  request: {
    screenId,
    circumstances: circumstancesFor(defaultStage, { width: 1, height: 1 }, [], '', 0),
    files: {},
    moment: null,
    safeArea: { top: 0, right: 0, bottom: 0, left: 0 },
  },
});

const setUp = () => {
  let tick = (): void => undefined;
  const sent: ToFrame[] = [];
  const onNews = vi.fn();
  const onEnd = vi.fn();
  const driver = createFrameDriver({
    post: (message) => void sent.push(message),
    onNews,
    onEnd,
    every: (_, call) => {
      tick = call;
      return () => {
        tick = () => undefined;
      };
    },
  });
  const ticks = (count: number): void => {
    for (let each = 0; each < count; each += 1) tick();
  };
  return { driver, sent, onNews, onEnd, ticks };
};

const kinds = (sent: readonly ToFrame[]) => sent.map(({ kind }) => kind);

describe('a frame', () => {
  it('is told what to show once it is ready, and the workflow only where it is another one', () => {
    const { driver, sent } = setUp();
    driver.show(scene('one'));
    const before = sent.length;
    driver.hear({ kind: 'ready' });
    driver.show(scene('two'));
    driver.show(scene('one', '{"other":1}'));
    driver.show(null);
    expect([before, kinds(sent)]).toEqual([0, ['load', 'show', 'show', 'load', 'show', 'clear']]);
  });

  it('is told all of it again after it has reloaded', () => {
    const { driver, sent } = setUp();
    driver.show(scene('one'));
    driver.hear({ kind: 'ready' });
    driver.hear({ kind: 'ready' });
    expect(kinds(sent)).toEqual(['load', 'show', 'load', 'show']);
  });

  it('makes ready what may come next, of the workflow that it has', () => {
    const { driver, sent } = setUp();
    driver.prepare([scene('early')]);
    driver.show(scene('one'));
    driver.hear({ kind: 'ready' });
    driver.prepare([scene('two'), scene('three', '{"other":1}')]);
    expect(sent.slice(2)).toEqual([{ kind: 'prepare', requests: [scene('two').request] }]);
  });

  it('is not believed about a screen of before', () => {
    const { driver, onNews } = setUp();
    const [one, two] = [scene('one'), scene('two')];
    driver.hear({ kind: 'ready' });
    driver.show(one);
    driver.show(two);
    driver.hear({ kind: 'failed', turn: 1, message: 'late' });
    driver.hear({ kind: 'failed', turn: 2, message: 'now' });
    expect(onNews.mock.calls).toEqual([[{ kind: 'failed', turn: 2, message: 'now' }, two]]);
  });

  it('is given up where it is silent for ten seconds', () => {
    const { driver, onEnd, ticks } = setUp();
    driver.hear({ kind: 'ready' });
    ticks(5);
    driver.hear({ kind: 'pong', turn: 5 });
    ticks(5);
    expect(onEnd).not.toHaveBeenCalled();
    ticks(1);
    expect(onEnd.mock.calls).toEqual([['silent']]);
  });

  it('is given up where it never becomes ready', () => {
    const { onEnd, ticks, sent } = setUp();
    ticks(6);
    expect([onEnd.mock.calls, sent]).toEqual([[['never-ready']], []]);
  });

  it('lies at an address whose path is no part of its origin', () => {
    expect([framePlace('http://127.0.0.1:4000/secret'), framePlace('app://preview')]).toEqual([
      { page: 'http://127.0.0.1:4000/secret/index.html', origin: 'http://127.0.0.1:4000' },
      { page: 'app://preview/index.html', origin: 'app://preview' },
    ]);
  });
});

describe('the filmstrip', () => {
  it('keeps the films in sight alive, and some of those before', () => {
    const many = Array.from({ length: 20 }, (_, place) => `s${place}`);
    const kept = aliveFilms(['b', 'c'], ['a', 'b']);
    expect([kept, aliveFilms(['b', 'c'], kept) === kept, aliveFilms(many, []).length]).toEqual([
      ['b', 'c', 'a'],
      true,
      mostAlive,
    ]);
  });
});
