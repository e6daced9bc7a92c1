// `npm test`: runs the parts one after the other and ends with `N passed, M failed` over all.
import path from 'node:path';
import { readArguments } from './test/arguments.ts';
import type { PartContext } from './test/command.ts';
import { type Part, PARTS } from './test/parts.ts';
import { failure, type PartResult } from './test/result.ts';
import { type FinishedPart, partLine, summaryLines } from './test/summary.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

async function main(): Promise<void> {
  const known = PARTS.map((part) => part.name);
  const request = readArguments(process.argv.slice(2), known);
  switch (request.kind) {
    case 'help':
      say(...helpLines());
      return;
    case 'refused':
      process.stderr.write(`${request.sentence}\n`);
      process.exitCode = 2;
      return;
    case 'run':
      await runParts(
        PARTS.filter((part) => request.parts.includes(part.name)),
        { ...process.env, ...request.env },
      );
  }
}

async function runParts(parts: readonly Part[], env: NodeJS.ProcessEnv): Promise<void> {
  const stopped = listenForStop();
  const finished: FinishedPart[] = [];
  for (const part of parts) {
    finished.push(await runPart(part, { root, env }));
    if (stopped.by !== null) break;
  }
  const notRun = parts.slice(finished.length).map(stoppedPart);
  say(...summaryLines([...finished, ...notRun]));
  const isGood = [...finished, ...notRun].every(({ result }) => result.failed === 0);
  process.exitCode = isGood ? 0 : 1;
}

async function runPart(part: Part, context: PartContext): Promise<FinishedPart> {
  say('', `== ${part.name}: ${part.about}`);
  const finished = { name: part.name, result: await resultOf(part, context) };
  say(partLine(finished));
  return finished;
}

async function resultOf(part: Part, context: PartContext): Promise<PartResult> {
  try {
    return await part.run(context);
  } catch (error) {
    return failure(String(error));
  }
}

/** Ctrl-C reaches the tool that runs; without this the next part would start as if nothing was. */
function listenForStop(): { readonly by: NodeJS.Signals | null } {
  const stopped: { by: NodeJS.Signals | null } = { by: null };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopped.by = signal;
    });
  }
  return stopped;
}

function stoppedPart({ name }: Part): FinishedPart {
  return { name, result: failure('was not run, because a signal stopped the one before.') };
}

function helpLines(): string[] {
  const width = Math.max(...PARTS.map((part) => part.name.length));
  return [
    'npm test [-- PART...]: runs all parts, or those that are named.',
    '',
    ...PARTS.map((part) => `  ${part.name.padEnd(width)}  ${part.about}`),
    '',
    'crash takes --rounds N, --seed S and --from ROUND, and prints them where it fails.',
  ];
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

await main();
