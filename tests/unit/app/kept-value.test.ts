import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { keepValue } from '../../../main/app/kept-value.ts';
import { openSettingsFile } from '../../../main/store/settings-file.ts';
import { type StageSetUp, defaultStage, storedStageSchema } from '../../../shared/stage/set-up.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

/** A value whose moments pass when the test says so. */
const keepStage = (problem: string | null = null) => {
  const written: StageSetUp[] = [];
  const problems: string[] = [];
  const onChange = vi.fn();
  let moments: (() => void)[] = [];
  const kept = keepValue<StageSetUp>({
    first: defaultStage,
    file: {
      read: () => defaultStage,
      write: (stage) => {
        written.push(stage);
        return problem;
      },
    },
    onProblem: (why) => void problems.push(why),
    onChange,
    runSoon: (run) => {
      moments.push(run);
      return () => {
        moments = moments.filter((other) => other !== run);
      };
    },
  });
  const pass = (): void => {
    const due = moments;
    moments = [];
    for (const run of due) run();
  };
  return { kept, written, problems, onChange, pass, waiting: () => moments.length };
};

describe('a value that is kept', () => {
  it('holds as soon as it is changed, and whoever listens hears of it', () => {
    const { kept, onChange } = keepStage();
    kept.change({ device: 'ipad', isSideways: true });
    kept.change({ isSideways: false });
    expect(kept.read()).toEqual({ ...defaultStage, device: 'ipad' });
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('is written once for all changes of a moment, as it is at its end', () => {
    const { kept, written, pass } = keepStage();
    for (const textScale of [1.1, 1.2, 1.3]) kept.change({ textScale });
    pass();
    kept.change({ textScale: 1.4 });
    pass();
    pass();
    expect(written.map(({ textScale }) => textScale)).toEqual([1.3, 1.4]);
  });

  it('is written at once when the app is closed, and not twice', () => {
    const { kept, written, pass, waiting } = keepStage();
    kept.change({ zoom: 2 });
    kept.flush();
    kept.flush();
    pass();
    expect([written.map(({ zoom }) => zoom), waiting()]).toEqual([[2], 0]);
  });

  it('holds for the session where the disk does not take it, and it is told why', () => {
    const { kept, problems, pass } = keepStage('There is no space left.');
    kept.change({ zoom: 2 });
    pass();
    expect([kept.read().zoom, problems]).toEqual([2, ['There is no space left.']]);
  });

  it('is as it was first when everything is wiped, and nothing of it is written', () => {
    const { kept, written, pass } = keepStage();
    kept.change({ zoom: 2 });
    kept.forget();
    pass();
    kept.flush();
    expect([kept.read(), written]).toEqual([defaultStage, []]);
  });

  it('is there again after a restart, as far as it makes sense', () => {
    const folder = temporaryFolder();
    const open = () =>
      keepValue({
        first: defaultStage,
        file: openSettingsFile(folder, 'stage.json', storedStageSchema, defaultStage),
        onProblem: () => {},
      });
    const first = open();
    first.change({ device: 'android', locale: 'de_DE' });
    first.flush();
    expect(open().read()).toEqual({ ...defaultStage, device: 'android', locale: 'de_DE' });
    expect(JSON.parse(readFileSync(path.join(folder, 'stage.json'), 'utf8'))).toMatchObject({
      device: 'android',
    });
  });

  it('is on disk within a second by itself', async () => {
    vi.useFakeTimers();
    const write = vi.fn(() => null);
    const kept = keepValue<StageSetUp>({
      first: defaultStage,
      file: { read: () => defaultStage, write },
      onProblem: () => {},
    });
    for (let frame = 0; frame < 60; frame += 1) {
      kept.change({ textScale: 1 + frame / 60 });
      await vi.advanceTimersByTimeAsync(16);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    expect(write.mock.calls.length).toBeLessThanOrEqual(3);
    expect(write).toHaveBeenLastCalledWith(kept.read());
  });
});
