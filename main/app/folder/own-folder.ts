import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isLeftover } from '../../store/names.ts';
import { projectId } from '../project/project-identity.ts';

/** What is removed from the data folder where everything is wiped, whatever is in it. */
export const wipedNames = [
  'projects',
  'projects.json',
  'settings.json',
  'layout.json',
  'phone.json',
  'quarantine',
  'logs',
  'secrets',
] as const;

/** What hosts keep there beside that, and what people took of it, pictures, events and scenarios: those are theirs. */
const hostNames: readonly string[] = [
  'running.json',
  'window.json',
  'browser',
  'pictures',
  'exports',
  'scenarios',
];

/** What systems put into a folder, or have in one that is a disk. */
const systemNames: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lost+found'];

const isKnown = (name: string): boolean =>
  [...wipedNames, ...hostNames, ...systemNames].includes(name) || isLeftover(name);

const isProject = (name: string): boolean => projectId.test(name) || systemNames.includes(name);

/** What is not there, or may not be looked into, is found out when it is used. */
const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const isLink = (file: string): boolean => {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
};

/**
 * Why a folder must not be the data folder; null: nothing is in it but what the app put there. It is
 * closed to others when it is opened and emptied when it is wiped, which nobody wants for their home.
 */
export const whyNotOurs = (folder: string): string | null => {
  const projects = namesIn(path.join(folder, 'projects'));
  const stranger =
    namesIn(folder).find((name) => !isKnown(name)) ?? projects.find((name) => !isProject(name));
  if (stranger !== undefined)
    return `The data folder ${folder} cannot be used: there is something in it that is not the app's (${stranger}). Choose an empty folder with --data, or a new one.`;
  const inside = [...wipedNames, ...projects.map((name) => path.join('projects', name))];
  const link = inside.find((name) => isLink(path.join(folder, name)));
  return link === undefined
    ? null
    : `The data folder ${folder} cannot be used: ${link} in it is a link, and what is elsewhere would be left when everything is wiped. Choose another folder with --data.`;
};
