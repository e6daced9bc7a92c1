import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDemoProject } from '../../../main/project/demo.ts';
import { pictureFiles, sheetFile } from '../../../main/tools/shoot/album.ts';
import { glassOf, viewName } from '../../../main/tools/shoot/paper.ts';
import { screensOf } from '../../../main/tools/shoot/screens.ts';
import { sentencesOf } from '../../../main/tools/shoot/sentences.ts';
import { viewsOf } from '../../../main/tools/shoot/shoot-group.ts';

const glass = glassOf({ width: 390, height: 844 });

/** Ids and languages are the same wherever the backend listens. */
const nowhere = { api: '', cdn: 'http://127.0.0.1', fallback: '' };

describe('the screens of the demo', () => {
  const project = loadDemoProject();
  const groups = screensOf(project, nowhere);

  it('are those of each workflow, and the paywalls that offerings have of their own', () => {
    const { workflows } = JSON.parse(project.list(nowhere)) as {
      workflows: { id: string }[];
    };
    expect(groups.map(({ id }) => id)).toEqual([...workflows.map(({ id }) => id), 'offerings']);
  });

  it('are numbered in each group and have languages', () => {
    for (const { screens } of groups) {
      expect(screens.map(({ name }) => Number.parseInt(name, 10))).toEqual(
        screens.map((_, index) => index + 1),
      );
      expect(screens.filter(({ locales }) => locales.length === 0)).toEqual([]);
    }
  });
});

describe('the views of a screen', () => {
  const [screen] = screensOf(loadDemoProject(), nowhere).flatMap(({ screens }) => screens);
  if (screen === undefined) throw new Error('The demo has no screen.');
  const both = ['light', 'dark'] as const;

  it('are its languages in each colour mode on each device', () => {
    const views = viewsOf(
      { ...screen, locales: ['ar', 'de_DE'] },
      { locales: [], colorModes: both, glasses: [glass, { ...glass, name: 'iphone' }] },
    );
    expect(views.map(viewName)).toEqual([
      'ar-light',
      'ar-dark',
      'de_DE-light',
      'de_DE-dark',
      'iphone-ar-light',
      'iphone-ar-dark',
      'iphone-de_DE-light',
      'iphone-de_DE-dark',
    ]);
  });

  it('are only those that are asked for and there', () => {
    const asked = { locales: ['ar', 'fr_FR'], colorModes: ['dark'], glasses: [glass] } as const;
    expect(viewsOf({ ...screen, locales: ['ar', 'de_DE'] }, asked)).toEqual([
      { locale: 'ar', colorMode: 'dark', glass },
    ]);
  });
});

describe('the files of pictures', () => {
  const view = { locale: 'de_DE', colorMode: 'dark', glass } as const;

  it('say what is on them', () => {
    expect(pictureFiles('out', 'wf_welcome', '2-plans', view)).toEqual({
      shownAs: 'wf_welcome/2-plans/de_DE-dark.png',
      screen: path.join('out/wf_welcome/2-plans/de_DE-dark.png'),
      full: path.join('out/wf_welcome/2-plans/de_DE-dark-full.png'),
    });
  });

  it('stay in their folder whatever ids are like', () => {
    expect(pictureFiles('out', '../a', '..', view).shownAs).toBe('%2E.%2Fa/%2E./de_DE-dark.png');
    expect(sheetFile('out', '..')).toBe(path.join('out/%2E./sheet.png'));
  });
});

describe('what was found', () => {
  it('is told once, in a sentence each', () => {
    const area = { x: 0, y: 0, width: 1, height: 1 };
    const missing = { kind: 'request-failed', text: 'http://127.0.0.1/a.webp (404)' } as const;
    expect(
      sentencesOf({
        problems: [],
        troubles: [missing, missing],
        findings: [
          { kind: 'low-contrast', subject: 'Buy', detail: 'has too little contrast', area },
          { kind: 'empty-text', subject: '', detail: 'a text says nothing', area },
        ],
        unmeasured: [],
      }),
    ).toEqual([
      'a request failed: http://127.0.0.1/a.webp (404)',
      '"Buy" has too little contrast [low-contrast]',
      'a text says nothing [empty-text]',
    ]);
  });
});
