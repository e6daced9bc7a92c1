import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findScenarioFiles } from '../../../main/scenario/find-files.ts';
import { parseScenario } from '../../../main/scenario/parse.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', 'scenarios');
const tour = readFileSync(path.join(folder, 'README.md'), 'utf8');

interface Stop {
  /** Below `tests/scenarios`, as links are written. */
  readonly file: string;
  readonly name: string;
  /** The name without the ids of behaviours before it. */
  readonly sentence: string;
  readonly rules: string;
}

const stopOf = (file: string): Stop => {
  const result = parseScenario(readFileSync(path.join(folder, file), 'utf8'));
  if (!result.ok) throw new Error(`${file} cannot be read: npm run -s scenario says why`);
  const { name, rules } = result.parsed.scenario;
  return { file, name, sentence: name.replace(/^(?:[A-Z]-\d+ )+/, ''), rules };
};

const findStops = (): readonly Stop[] => {
  const found = findScenarioFiles(folder, folder);
  if (!found.ok) throw new Error(found.message);
  return found.files.map((file) =>
    stopOf(path.relative(folder, file.path).replaceAll(path.sep, '/')),
  );
};

const stops = findStops();

interface Link {
  readonly text: string;
  readonly to: string;
}

const links: readonly Link[] = [...tour.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(
  ([, text = '', to = '']) => ({ text, to }),
);

const linksTo = (file: string): readonly Link[] => links.filter(({ to }) => to === file);

describe('the tour of the scenarios', () => {
  it('has every file, once: add the lines that are missing here to its README', () => {
    const missing = stops.filter(({ file }) => linksTo(file).length === 0);
    expect(missing.map(({ sentence, file }) => `- [${sentence}](${file})`)).toEqual([]);
    const twice = stops.filter(({ file }) => linksTo(file).length > 1);
    expect(twice.map(({ file }) => file)).toEqual([]);
  });

  it('leads nowhere where nothing is', () => {
    const dead = links.filter(({ to }) => !existsSync(path.join(folder, to)));
    expect(dead).toEqual([]);
  });

  it('says of a file what its name says, or under which rules it compares with the one before', () => {
    const others = stops.flatMap(({ file, sentence, rules }) =>
      linksTo(file)
        .filter(({ text }) => text !== sentence && text !== rules)
        .map(({ text }) => ({ file, text, sentence })),
    );
    expect(others).toEqual([]);
  });

  it('plays a file that is there', () => {
    const [, played = ''] = /^npm run -s scenario -- (\S+)$/m.exec(tour) ?? [];
    expect(existsSync(path.resolve(folder, '..', '..', played))).toBe(true);
  });
});

describe('the name of a scenario', () => {
  it('is one plain sentence, after the ids of the behaviours that it establishes', () => {
    const odd = stops.filter(
      ({ sentence }) =>
        !/^[A-Z]\S* .*[^\s.:;,!?]$/.test(sentence) ||
        /[.;!?] /.test(sentence) ||
        sentence.length > 120,
    );
    expect(odd.map(({ file, name }) => ({ file, name }))).toEqual([]);
  });

  it('is that of no other', () => {
    const sentences = stops.map(({ sentence }) => sentence);
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual(
      [],
    );
  });
});
