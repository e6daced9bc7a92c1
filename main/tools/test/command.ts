import path from 'node:path';
import { spawnAndWait } from '../run/spawn.mjs';
import { NODE_FLAGS } from '../run/task.mjs';

/** What a part is given. */
export interface PartContext {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface ToolRun {
  /** Arguments that follow the tool's script. */
  readonly arguments: readonly string[];
  /** What it gets besides; undefined takes away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is kept, besides being shown. */
  readonly keepsOutput?: boolean;
}

export interface ToolOutcome {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly output: string;
}

/** Runs a script of the project or of a package on this Node, from the root, its output shown. */
export async function runTool(
  context: PartContext,
  script: string,
  run: ToolRun,
): Promise<ToolOutcome> {
  const chunks: string[] = [];
  const outcome = await spawnAndWait(
    process.execPath,
    [...NODE_FLAGS, path.join(context.root, script), ...run.arguments],
    {
      cwd: context.root,
      env: { ...toolEnvironment(context, process.stdout.isTTY), ...run.env },
      stdio: ['ignore', run.keepsOutput ? 'pipe' : 'inherit', 'inherit'],
    },
    (child) => {
      child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
        process.stdout.write(chunk);
        chunks.push(chunk);
      });
    },
  );
  return { status: outcome.status, output: chunks.join('') };
}

/** What every tool gets: no colours where nobody sees them, and nothing left in TMPDIR. */
export function toolEnvironment(
  { root, env }: PartContext,
  isTerminal: boolean,
): NodeJS.ProcessEnv {
  return {
    ...env,
    ...colours(env, isTerminal),
    NODE_DISABLE_COMPILE_CACHE: '1',
    PWTEST_CACHE_DIR: path.join(root, 'node_modules', '.cache', 'playwright'),
  };
}

/** Some tools colour what goes into a file or a pipe, where the codes only hide the text. */
function colours(env: NodeJS.ProcessEnv, isTerminal: boolean): NodeJS.ProcessEnv {
  // Node warns of the two together, in every process.
  if (env['NO_COLOR']) return { FORCE_COLOR: undefined };
  return isTerminal || env['FORCE_COLOR'] !== undefined ? {} : { NO_COLOR: '1' };
}
