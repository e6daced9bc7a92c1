// `node main/tools/run.mjs TASK [ARGUMENT...]`: what every npm script of this project calls.
// It has to work where nothing is installed yet, so it has no dependencies and runs on Node 20.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError, StoppedError } from './run/error.mjs';
import { ensureInstalled } from './run/install.mjs';
import { chooseNode, requireNode } from './run/node.mjs';
import { childEnvironment, findTask, runTask } from './run/task.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

async function main() {
  const [name = '', ...taskArguments] = process.argv.slice(2);
  const file = findTask(root, name);
  requireNode(process);
  await ensureInstalled(root);
  const node = chooseNode(root, process);
  await runTask(node, [file, ...taskArguments], childEnvironment(root, node, process.env));
}

main().catch((/** @type {unknown} */ error) => {
  if (error instanceof StoppedError) {
    process.kill(process.pid, error.signal);
    return;
  }
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
