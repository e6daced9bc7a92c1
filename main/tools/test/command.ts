import path from 'node:path';
import { spawnAndWait } from '../run/spawn.mjs';

/** What a part is given. */
export interface PartContext {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface ToolRun {
  /** Arguments that follow the tool's script. */
  readonly arguments: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
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
    [path.join(context.root, script), ...run.arguments],
    {
      cwd: context.root,
      env: { ...context.env, ...plainOutput(context.env), ...run.env },
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

/** Some tools colour what goes into a file or a pipe, where the codes only hide the text. */
function plainOutput(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return process.stdout.isTTY || env['FORCE_COLOR'] !== undefined ? {} : { NO_COLOR: '1' };
}
