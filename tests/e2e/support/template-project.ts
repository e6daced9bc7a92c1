import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const templates = path.join(import.meta.dirname, '../../../../shared/data/paywall-templates');

/** Where the templates would be. */
export const templatesFile = path.join(templates, 'offerings.json');

export const areTemplatesThere = existsSync(templatesFile);

/** Makes a project folder of the real templates, with their files in it; to be removed afterwards. */
export const makeTemplateProject = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-templates-'));
  const offerings = readFileSync(templatesFile, 'utf8')
    .replaceAll('https://icons.pawwalls.com/', 'assets/')
    // Of each picture only the webp was kept.
    .replaceAll(/https:\/\/assets\.pawwalls\.com\/(\w+)\.\w+/g, 'assets/$1.webp');
  writeFileSync(path.join(folder, 'offerings.json'), offerings);
  writeFileSync(path.join(folder, 'workflows.json'), '{"workflows":[]}');
  cpSync(path.join(templates, 'assets'), path.join(folder, 'assets'), { recursive: true });
  cpSync(path.join(templates, 'icons'), path.join(folder, 'assets'), { recursive: true });
  return folder;
};
