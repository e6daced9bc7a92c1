import { gzipSync } from 'node:zlib';
import { maintainer } from './control.ts';
import { appFolder, debVersion, packageName } from './names.ts';

const indented = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? ' .' : ` ${line}`))
    .join('\n');

/** Under which terms what is in the package is given, as Debian wants it. */
export const copyrightText = (license: string): string => {
  const [, copyright = '', terms = ''] = /^Copyright \(c\) (.+)\n([^]*)$/m.exec(license) ?? [];
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Paywall Preview
Comment:
 The runtime is Electron's. Its terms and Chromium's are in
 /${appFolder}/LICENSE.electron.txt and /${appFolder}/LICENSES.chromium.html;
 those of what is built into the app are in its window, under Help.

Files: *
Copyright: ${copyright}
License: Expat
${indented(terms)}
`;
};

/** As RFC 5322 has it, in universal time. */
const mailDate = (seconds: number): string =>
  new Date(seconds * 1000).toUTCString().replace('GMT', '+0000');

/** The first part of CHANGELOG.md: its list, which may run over several lines each. */
const newestEntries = (changelog: string): string => {
  const [, newest = ''] = changelog.split(/^## .*$/m);
  return newest
    .trim()
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `  * ${line.slice(2)}` : `    ${line.trim()}`))
    .join('\n');
};

export interface ChangelogFacts {
  readonly changelog: string;
  readonly version: string;
  readonly seconds: number;
}

/** The changelog as Debian reads it, compressed as Debian wants it, with nothing in it of this day. */
export const changelogFile = ({ changelog, version, seconds }: ChangelogFacts): Buffer =>
  gzipSync(
    `${packageName} (${debVersion(version)}) stable; urgency=medium

${newestEntries(changelog)}

 -- ${maintainer}  ${mailDate(seconds)}
`,
    { level: 9 },
  );
