import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { templatesFile, templatesFolder } from '../../helpers/paywall-templates.ts';

/** Makes a project folder of the real templates, with their files in it; to be removed afterwards. */
export const makeTemplateProject = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-templates-'));
  const offerings = readFileSync(templatesFile, 'utf8')
    .replaceAll('https://icons.pawwalls.com/', 'assets/')
    // Of each picture only the webp was kept.
    .replaceAll(/https:\/\/assets\.pawwalls\.com\/(\w+)\.\w+/g, 'assets/$1.webp');
  writeFileSync(path.join(folder, 'offerings.json'), offerings);
  writeFileSync(path.join(folder, 'workflows.json'), '{"workflows":[]}');
  cpSync(path.join(templatesFolder, 'assets'), path.join(folder, 'assets'), { recursive: true });
  cpSync(path.join(templatesFolder, 'icons'), path.join(folder, 'assets'), { recursive: true });
  return folder;
};
