// Downloads Electron's runtime into the cache that its installer takes it from, and tells how far it
// is, a percentage a line. A process of its own: whoever waits for it can give it up.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

interface DownloadOptions {
  readonly version: string;
  readonly artifactName: string;
  readonly platform: string;
  readonly arch: string;
  readonly checksums: unknown;
  /** Undefined: where the system keeps such things. */
  readonly cacheRoot: string | undefined;
  readonly downloadOptions: {
    readonly quiet: boolean;
    readonly getProgressCallback: (progress: { readonly percent: number }) => void;
  };
}

interface Downloader {
  readonly downloadArtifact: (options: DownloadOptions) => Promise<string>;
}

// It is a dependency of the electron package, not of ours.
const ofElectron = createRequire(createRequire(import.meta.url).resolve('electron/package.json'));
const load = (name: string): unknown => ofElectron(name);
const { version } = load('./package.json') as { readonly version: string };

const { downloadArtifact } = (await import(
  pathToFileURL(ofElectron.resolve('@electron/get')).href
)) as Downloader;

await downloadArtifact({
  version,
  artifactName: 'electron',
  platform: process.platform,
  arch: process.arch,
  checksums: load('./checksums.json'),
  // As the installer has it, which looks for it there.
  cacheRoot: process.env['electron_config_cache'],
  downloadOptions: {
    quiet: true,
    getProgressCallback: ({ percent }) => {
      process.stdout.write(`${Math.floor(percent * 100)}\n`);
    },
  },
});
