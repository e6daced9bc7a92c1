import { answerAsks } from './tree-link.ts';
import { createTreeShelf } from './tree-shelf.ts';

/** Beside the window: five megabytes of JSON take a while to be read, and longer to be searched. */
const shelf = createTreeShelf();

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  answerAsks(shelf, data, (answer) => {
    postMessage(answer);
  });
});
