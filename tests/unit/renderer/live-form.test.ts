import { describe, expect, it } from 'vitest';
import { messages } from '../../../renderer/messages.ts';
import {
  connectionOf,
  formOf,
  mistakesIn,
  shownMistakes,
} from '../../../renderer/project/live-form.ts';
import {
  type LiveProject,
  type LiveTrouble,
  defaultLiveHost,
  troubleSchema,
} from '../../../shared/contract/live.ts';
import { noAnswerReasons } from '../../../shared/errors.ts';

const known: LiveProject = {
  name: 'RevenueCat',
  host: defaultLiveHost,
  platform: 'android',
  locale: 'en_US',
  user: null,
  hasKey: false,
  keyProblem: null,
  note: null,
};

const { live } = messages;

describe('the form of a live project', () => {
  it('begins without a key, and says nothing of that before one was typed', () => {
    const form = formOf(known);
    expect(form.apiKey).toBe('');
    const mistakes = mistakesIn(form, false);
    expect(mistakes.apiKey).toBe(live.keyMistakes.empty);
    expect(shownMistakes(form, mistakes).apiKey).toBe(null);
  });

  it('needs no key where one is kept', () => {
    expect(mistakesIn(formOf(known), true).apiKey).toBe(null);
  });

  it('says what is wrong with each field', () => {
    const form = {
      ...formOf(known),
      name: ' ',
      apiKey: 'sk_1',
      host: 'http://x.test',
      locale: '!',
    };
    expect(mistakesIn(form, true)).toEqual({
      name: live.nameHint,
      apiKey: live.keyMistakes.secret,
      host: live.hostMistakes['not-https'],
      locale: live.localeMistake,
    });
  });

  it('becomes what the app is asked, without what was typed around it', () => {
    const form = { ...formOf(known), name: ' Shop ', apiKey: ' appl_1 ', user: ' carla ' };
    expect(connectionOf(form, 'live-1')).toEqual({
      project: 'live-1',
      name: 'Shop',
      apiKey: 'appl_1',
      host: defaultLiveHost,
      platform: 'android',
      locale: 'en_US',
      user: 'carla',
    });
    expect(connectionOf(formOf(known), null)).toMatchObject({ apiKey: null, user: null });
  });
});

describe('what keeps a host from answering', () => {
  const plain: LiveTrouble = {
    kind: 'broken',
    reason: null,
    status: 503,
    code: null,
    said: null,
    retryAfterSeconds: null,
  };

  const all: readonly LiveTrouble[] = [
    ...troubleSchema.shape.kind.options
      .filter((kind) => kind !== 'no-answer')
      .map((kind) => ({ ...plain, kind })),
    ...noAnswerReasons.map((reason): LiveTrouble => ({ ...plain, kind: 'no-answer', reason })),
  ];

  it('is told in other words for each cause, with what to do', () => {
    const words = all.map((trouble) => live.trouble(trouble));
    expect(new Set(words.map(({ title }) => title)).size).toBe(all.length);
    expect(words.filter(({ text }) => /null|undefined/.test(text))).toEqual([]);
  });

  it('is told in RevenueCat’s own words where it has any', () => {
    const { text } = live.trouble({
      ...plain,
      kind: 'key-refused',
      status: 401,
      code: 7225,
      said: 'Invalid API Key.',
    });
    expect(text).toContain('401: “Invalid API Key.” (code 7225).');
  });

  it('says when to ask again', () => {
    const trouble: LiveTrouble = { ...plain, kind: 'too-many-requests', status: 429 };
    expect(live.trouble(trouble).text).toContain('Wait a minute');
    expect(live.trouble({ ...trouble, retryAfterSeconds: 30 }).text).toContain('30 seconds');
  });
});
