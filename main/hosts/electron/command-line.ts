import path from 'node:path';
import { parseArgs } from 'node:util';
import { hasReportEnding } from '../../../shared/report/file.ts';
import { hasOwnEnding } from '../../../shared/scenario/file.ts';

/** What people can ask for when they start the app. */
export interface CommandLine {
  /** Where the app keeps everything; null: where the system wants it. */
  readonly dataFolder: string | null;
  /** Null: the demo project. */
  readonly projectFolder: string | null;
  /** What the window shows first, a scenario or a report; null: nothing but itself. */
  readonly scenarioFile: string | null;
  /** Developer tools, also in a packaged app. */
  readonly hasDevTools: boolean;
}

export type ParsedCommandLine =
  | { readonly ok: true; readonly commandLine: CommandLine }
  | { readonly ok: false; readonly message: string };

/**
 * Reads what is ours and skips the rest: Chromium's switches and, in an unpackaged app, the path of
 * the app stand among the arguments, and none of them has a fixed place. So only its ending tells a
 * scenario or a report; of several the last counts, as it does with switches.
 */
export const parseCommandLine = (argv: readonly string[], folder: string): ParsedCommandLine => {
  const { values, positionals } = parseArgs({
    args: argv.slice(1),
    strict: false,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      project: { type: 'string' },
      devtools: { type: 'boolean' },
    },
  });
  const given = { data: values.data, project: values.project };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !isPath(value))
      return { ok: false, message: `\`--${name}\` needs the path of a folder after it.` };
  }
  const resolved = (value: unknown): string | null =>
    isPath(value) ? path.resolve(folder, value) : null;
  return {
    ok: true,
    commandLine: {
      dataFolder: resolved(given.data),
      projectFolder: resolved(given.project),
      scenarioFile: resolved(
        positionals.findLast((each) => hasOwnEnding(each) || hasReportEnding(each)),
      ),
      hasDevTools: values.devtools === true,
    },
  };
};

/** A switch that follows at once means that the path was forgotten. */
const isPath = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.startsWith('-');
