import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCommandLine } from '../../main/hosts/electron/command-line.ts';
import { readHandedOver } from '../../main/hosts/electron/single-instance.ts';
import { packageName, scenarioIconName } from '../../main/tools/dist/deb/names.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface BuilderConfiguration {
  readonly directories: { readonly output: string; readonly buildResources: string };
  readonly files: readonly string[];
  readonly publish: unknown;
  readonly npmRebuild: boolean;
  readonly extraMetadata: { readonly desktopName: string };
  readonly fileAssociations: readonly { readonly ext: string; readonly mimeType: string }[];
  readonly linux: { readonly executableName: string };
  readonly appImage: { readonly executableArgs: readonly string[] };
}

const configuration = parse(read('electron-builder.yml')) as BuilderConfiguration;
const [scenarios] = configuration.fileAssociations;

describe('electron-builder.yml', () => {
  it('puts what it makes where nothing of it is packed again', () => {
    const { output } = configuration.directories;
    expect(configuration.files.some((pattern) => pattern.startsWith(output))).toBe(false);
    expect(output).not.toMatch(/^dist/);
  });

  it('takes no package along, uploads nothing, and rebuilds nothing', () => {
    const { files, publish, npmRebuild } = configuration;
    expect({ publish, npmRebuild }).toEqual({ publish: null, npmRebuild: false });
    expect(files).toContain('!node_modules/**');
  });

  it('never switches the sandbox off', () => {
    expect(configuration.appImage.executableArgs).toEqual([]);
    expect(read('electron-builder.yml')).not.toContain('--no-sandbox');
    expect(read('main/packaging/linux/paywall-preview.desktop')).not.toContain('sandbox');
  });

  it('has the names that the parts for Linux have', () => {
    const { linux, extraMetadata } = configuration;
    expect(linux.executableName).toBe(packageName);
    expect(extraMetadata.desktopName).toBe(`${packageName}.desktop`);
    const desktop = read('main/packaging/linux/paywall-preview.desktop');
    const xml = read('main/packaging/linux/paywall-preview.xml');
    expect(desktop).toContain(`\nMimeType=${scenarios?.mimeType ?? ''};\n`);
    expect(xml).toContain(`type="${scenarios?.mimeType ?? ''}"`);
    expect(xml).toContain(`pattern="*.${scenarios?.ext ?? ''}"`);
    expect(scenarioIconName).toBe(scenarios?.mimeType.replace('/', '-'));
  });

  it('gives files of scenarios an ending of one part, as Windows and macOS look at no more', () => {
    expect(configuration.fileAssociations.map(({ ext }) => ext)).toEqual(['pwscenario']);
  });
});

describe('a file of a scenario that is opened', () => {
  const argv = ['/opt/paywall-preview/paywall-preview', '/home/somebody/a tour.pwscenario'];

  it('starts the app', () => {
    expect(parseCommandLine(argv, '/').ok).toBe(true);
  });

  it('reaches the app that is open already', () => {
    expect(readHandedOver({ argv, folder: '/' }).ok).toBe(true);
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const workflows = readdirSync(path.join(root, folder)).map(
  (name) => [name, read(`${folder}/${name}`)] as const,
);

describe('the workflows', () => {
  it.for(workflows)(
    '%s names every action by its commit, and says of which version',
    ([, text]) => {
      const uses = text.match(/^.*\buses:.*$/gm) ?? [];
      expect(uses.length).toBeGreaterThan(0);
      for (const line of uses)
        expect(line).toMatch(/^ +(?:- )?uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );

  it.for(workflows)('%s may read and nothing else, but where a release is made', ([, text]) => {
    const { permissions, jobs } = parse(text) as Workflow;
    expect(permissions).toEqual({ contents: 'read' });
    const more = Object.entries(jobs).filter(([, job]) => job.permissions !== undefined);
    for (const [name, job] of more) {
      expect({ name, permissions: job.permissions }).toEqual({
        name: 'publish',
        permissions: { contents: 'write' },
      });
      // Whoever may write runs nothing that a package or a change could have brought.
      expect(
        job.steps.some(
          ({ uses, run }) =>
            /checkout|setup-node/.test(uses ?? '') || /\bnpm|\bnode/.test(run ?? ''),
        ),
      ).toBe(false);
    }
  });

  it.for(workflows)('%s leaves no key of the repository on the disk', ([, text]) => {
    const { jobs } = parse(text) as Workflow;
    const checkouts = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  it.for(workflows)('%s puts nothing that others name into a script', ([, text]) => {
    const { jobs } = parse(text) as Workflow;
    const scripts = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ''));
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});
