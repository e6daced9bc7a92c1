import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createScenarioLibrary } from '../../../main/app/scenario/scenario-library.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const own = (folder: string): readonly unknown[] =>
  createScenarioLibrary(folder)
    .list()
    .filter(({ origin }) => origin === 'own')
    .map(({ name, hindrance }) => [name, hindrance]);

describe('what lies among the saved scenarios', () => {
  it.runIf(process.platform !== 'win32')('is not waited for, whatever it is', () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [path.join(folder, 'pipe.pwscenario')]);
    symlinkSync('loop.pwscenario', path.join(folder, 'loop.pwscenario'));
    expect(own(folder)).toEqual([
      ['loop.pwscenario', 'It cannot be read: its links lead in circles.'],
      ['pipe.pwscenario', 'It is no file that holds text.'],
    ]);
  });
});
