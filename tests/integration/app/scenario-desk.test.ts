import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createScenarioDesk } from '../../../main/app/scenario/scenario-desk.ts';
import type { OpenScenario, ScenarioPlay } from '../../../shared/contract/documents.ts';
import { largestScenarioBytes } from '../../../shared/scenario/file.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const shipped = path.resolve('main/scenario/shipped/the-backend-is-down.pwscenario');

const holding = `
format: 1
name: One workflow
project: { offerings: [{ id: default }], workflows: [{ id: wf_a, offering: default }] }
steps:
  - get-workflow: { offering: default, as: paywall }
  - expect: { paywall: { status: ok, workflow: wf_a } }
`;

const failing = `${holding}  - expect: { paywall: { source: disk } }
  - settle:
`;

/** One that goes on for as long as it is let. */
const long = `
format: 1
name: Long
project: { offerings: [], workflows: [] }
steps: [{ repeat: { times: 10000, do: [{ get-offerings: {} }] } }]
`;

const openDesk = () => {
  const heard = new Set<() => void>();
  const desk = createScenarioDesk({
    log: { write: (_part, message) => expect.unreachable(message) },
    onChange: () => {
      for (const look of heard) look();
    },
  });
  onTestFinished(() => desk.end());

  const shown = (): OpenScenario => {
    const document = desk.document();
    if (document === null) throw new Error('no scenario is open');
    return document;
  };
  const play = (): ScenarioPlay | null => {
    const { content } = shown();
    return content.status === 'usable' ? content.play : null;
  };
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        heard.delete(look);
        resolve();
      };
      heard.add(look);
      look();
    });
  const put = (text: string | Uint8Array, name = 'a.pwscenario'): string => {
    const file = path.join(temporaryFolder(), name);
    writeFileSync(file, text);
    return file;
  };
  const played = async (): Promise<ScenarioPlay | null> => {
    expect(desk.play(shown().id)).toEqual({ ok: true, value: null });
    await until(() => play()?.status !== 'playing');
    return play();
  };
  return { desk, shown, play, played, until, put };
};

describe('a scenario file that is opened', () => {
  it('says what it is, without being played', () => {
    const { desk, shown } = openDesk();
    expect(desk.openFile(shipped)).toEqual({ ok: true, value: null });
    expect(shown()).toEqual({
      id: expect.any(String),
      file: shipped,
      content: {
        status: 'usable',
        name: 'The backend goes down, the app is restarted, and the customer still sees the paywall',
        description:
          'The app is killed and opened again while the backend is down: what was prefetched comes back from disk.',
        rules: 'recommended',
        steps: 15,
        checks: 32,
        play: { status: 'ready' },
      },
    });
  });

  it('holds, and as many things were compared as were announced', async () => {
    const { desk, shown, played } = openDesk();
    desk.openFile(shipped);
    const { content } = shown();
    expect(await played()).toMatchObject({
      status: 'played',
      holds: true,
      played: content.status === 'usable' && content.steps,
      checks: content.status === 'usable' && content.checks,
    });
  });

  it('is told step by step, up to the first that does not hold', async () => {
    const { desk, played, put } = openDesk();
    desk.openFile(put(failing));
    const holds = (what: string, seen: string) => ({ what, expected: seen, seen, holds: true });
    expect(await played()).toEqual({
      status: 'played',
      holds: false,
      played: 3,
      checks: 3,
      steps: [
        { place: 'step 1', name: 'get-workflow', findings: [] },
        {
          place: 'step 2',
          name: 'expect',
          findings: [holds('paywall.status', 'ok'), holds('paywall.workflow', 'wf_a')],
        },
        {
          place: 'step 3',
          name: 'expect',
          findings: [{ what: 'paywall.source', expected: 'disk', seen: 'network', holds: false }],
        },
      ],
    });
  });

  it('is read again whenever it is played', async () => {
    const { desk, shown, played, put } = openDesk();
    const file = put(failing);
    desk.openFile(file);
    expect(await played()).toMatchObject({ holds: false });
    writeFileSync(file, holding);
    expect(await played()).toMatchObject({ holds: true });
    writeFileSync(file, 'format: 2');
    expect(await played()).toBeNull();
    expect(shown().content).toMatchObject({ status: 'unusable' });
  });

  it('finds the project that lies beside it', () => {
    const { desk, shown, put } = openDesk();
    const file = put('format: 1\nname: A\nproject: ./shop\nsteps: []\n');
    cpSync('main/project/demo', path.join(path.dirname(file), 'shop'), { recursive: true });
    desk.openFile(file);
    expect(shown().content).toMatchObject({ status: 'usable', steps: 0 });
  });

  it('leaves nothing behind, and signals to whoever has the process', async () => {
    const { desk, shown, play, put, until } = openDesk();
    desk.openFile(put(long));
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    const own = process.listenerCount('SIGINT');
    desk.play(shown().id);
    await until(() => {
      const now = play();
      return now?.status === 'playing' && now.played > 0;
    });
    const during = [readdirSync(folder).length, process.listenerCount('SIGINT')];
    await desk.end();
    expect([during, readdirSync(folder)]).toEqual([[1, own], []]);
  });
});

describe('a scenario that is being played', () => {
  it('is given up when it is closed, and another can be opened at once', async () => {
    const { desk, shown, until, play, put, played } = openDesk();
    desk.openFile(put(long));
    const { id } = shown();
    desk.play(id);
    await until(() => {
      const now = play();
      return now?.status === 'playing' && now.played > 0;
    });
    expect(desk.close(id)).toEqual({ ok: true, value: null });
    expect(desk.document()).toBeNull();
    desk.openFile(put(holding));
    expect(await played()).toMatchObject({ status: 'played', played: 2 });
    await desk.end();
    expect(play()).toMatchObject({ status: 'played', played: 2 });
  });

  it('is not put aside by another file, nor played twice', () => {
    const { desk, shown, put } = openDesk();
    const file = put(long);
    desk.openFile(file);
    const before = shown();
    desk.play(before.id);
    const message = `${file} is being played. Wait for its end, or close it first.`;
    const refused = { ok: false, problem: { code: 'refused', message } };
    expect([
      desk.openFile(shipped),
      desk.openText('b.yaml', holding),
      desk.play(before.id),
    ]).toEqual([refused, refused, refused]);
    expect(shown().file).toBe(file);
  });

  it('is not touched by who closes or plays another one', () => {
    const { desk, shown, put } = openDesk();
    desk.openFile(put(holding));
    expect([desk.close('another'), desk.play('another')]).toEqual([
      { ok: true, value: null },
      {
        ok: false,
        problem: { code: 'not-found', message: 'Another scenario is open by now.' },
      },
    ]);
    expect(shown().content).toMatchObject({ play: { status: 'ready' } });
  });

  it('that cannot even begin says why', async () => {
    vi.stubEnv('TMPDIR', '/nowhere');
    const { desk, shown, until, play } = openDesk();
    desk.openText('a.yaml', holding);
    desk.play(shown().id);
    await until(() => play()?.status === 'failed');
    expect(play()).toEqual({
      status: 'failed',
      message: 'No temporary folder can be made in /nowhere: it is not there.',
    });
  });
});

describe('a scenario that is being compared', () => {
  const sides = ['ios', 'android'] as const;

  it('is compared once at a time', async () => {
    const { desk, shown } = openDesk();
    desk.openText('a.yaml', holding);
    const first = desk.compare(shown().id, sides);
    expect(await desk.compare(shown().id, sides)).toMatchObject({
      ok: false,
      problem: { code: 'refused', message: expect.stringContaining('compared already') },
    });
    expect([await first, await desk.compare(shown().id, sides)]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
  });

  it('is given up when another is opened', async () => {
    const { desk, shown } = openDesk();
    desk.openText('a.yaml', long);
    const compared = desk.compare(shown().id, sides);
    desk.openText('b.yaml', holding);
    expect(await compared).toMatchObject({ ok: false, problem: { code: 'gone' } });
  });
});

describe('a file that cannot be played', () => {
  const problemsOf = (open: (parts: ReturnType<typeof openDesk>) => void): unknown => {
    const parts = openDesk();
    open(parts);
    const { content } = parts.shown();
    return content.status === 'unusable' ? content.problems : content;
  };
  const aboutFile = (message: string) => [{ place: null, key: '', message }];

  it('says where what is wrong with it stands', () => {
    expect(
      problemsOf(({ desk }) => desk.openText('a.yaml', holding.replace('format: 1', 'format: 2'))),
    ).toEqual([
      {
        place: { line: 2, column: 1 },
        key: 'format',
        message: 'this version reads format 1, not 2',
      },
    ]);
  });

  it('is told where it is no YAML at all', () => {
    expect(problemsOf(({ desk }) => desk.openText('a.yaml', '\t- [}'))).toEqual([
      { place: { line: 1, column: 1 }, key: '', message: expect.stringContaining('a tab') },
    ]);
  });

  it.each<[string, (parts: ReturnType<typeof openDesk>) => string, string]>([
    ['is not there', () => '/nowhere/a.pwscenario', 'The file cannot be read: it is not there.'],
    [
      'is a link to itself',
      () => {
        const file = path.join(temporaryFolder(), 'a.pwscenario');
        symlinkSync(file, file);
        return file;
      },
      'The file cannot be read: its links lead in circles.',
    ],
    [
      'has a name that is too long',
      () => path.join('/', 'a'.repeat(5_000)),
      'The file cannot be read: the name is too long.',
    ],
    ['is a folder', () => temporaryFolder(), 'The file cannot be read: it is a folder.'],
    [
      'is too large',
      ({ put }) => put('#'.repeat(largestScenarioBytes + 1)),
      'The file is larger than 1 MB.',
    ],
    [
      'is no text',
      ({ put }) => put(new Uint8Array([0xff, 0xfe])),
      'The file is not text in UTF-8.',
    ],
  ])('is told where it %s', (_name, fileOf, message) => {
    expect(problemsOf((parts) => parts.desk.openFile(fileOf(parts)))).toEqual(aboutFile(message));
  });

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe', () => {
    const pipe = path.join(temporaryFolder(), 'a.pwscenario');
    execFileSync('mkfifo', [pipe]);
    expect(problemsOf(({ desk }) => desk.openFile(pipe))).toEqual(
      aboutFile('The file is no file that holds text.'),
    );
  });
});
