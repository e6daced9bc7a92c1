import {
  type ConnectLive,
  type LiveProject,
  hostMistake,
  isLocale,
  keyMistake,
} from '../../shared/contract/live.ts';
import { messages } from '../messages.ts';

const words = messages.live;

/** What was typed, as it stands in the fields. */
export type LiveForm = Pick<LiveProject, 'name' | 'host' | 'platform' | 'locale'> & {
  readonly apiKey: string;
  readonly user: string;
};

export type LiveMistakes = Readonly<Record<'name' | 'apiKey' | 'host' | 'locale', string | null>>;

/** What a form begins with; a key never comes back into it. */
export const formOf = ({ name, host, platform, locale, user }: LiveProject): LiveForm => ({
  name,
  host,
  platform,
  locale,
  apiKey: '',
  user: user ?? '',
});

/** What is wrong with each field; null: nothing. */
export const mistakesIn = (form: LiveForm, hasKey: boolean): LiveMistakes => {
  const key = keyMistake(form.apiKey.trim());
  const host = hostMistake(form.host.trim());
  return {
    name: form.name.trim() === '' ? words.nameHint : null,
    apiKey: key === null || (key === 'empty' && hasKey) ? null : words.keyMistakes[key],
    host: host === null ? null : words.hostMistakes[host],
    locale: isLocale(form.locale.trim()) ? null : words.localeMistake,
  };
};

/** Of a field that nobody has filled in yet, nothing is said. */
export const shownMistakes = (form: LiveForm, mistakes: LiveMistakes): LiveMistakes => ({
  ...mistakes,
  apiKey: form.apiKey === '' ? null : mistakes.apiKey,
});

/** As the app is asked to connect. */
export const connectionOf = (form: LiveForm, project: string | null): ConnectLive => {
  const { platform } = form;
  const [apiKey, user] = [form.apiKey.trim(), form.user.trim()];
  return {
    project,
    name: form.name.trim(),
    apiKey: apiKey === '' ? null : apiKey,
    host: form.host.trim(),
    platform,
    locale: form.locale.trim(),
    user: user === '' ? null : user,
  };
};
