import type { CDPSession, Page } from 'playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds of the processor; what else the machine had to do is no part of them. */
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: { readonly frames?: readonly TracedFrame[] };
  };
}

interface TracedFrame {
  readonly processId?: number;
  readonly parent?: string;
  readonly url: string;
}

const categories = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];

const collect = async (session: CDPSession, work: () => Promise<unknown>) => {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  );
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordUntilFull' },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return events;
};

/** The process that the window itself is in; frames of other origins have their own. */
const processOf = (events: readonly TraceEvent[], url: string): number => {
  const frames = events.flatMap(({ args }) => args?.data?.frames ?? []);
  const main = frames.find((frame) => frame.parent === undefined && frame.url === url);
  if (main?.processId === undefined) throw new Error('The trace does not know the window.');
  return main.processId;
};

const mainThreadOf = (events: readonly TraceEvent[], pid: number): number => {
  const thread = events.find(
    (event) =>
      event.pid === pid && event.name === 'thread_name' && event.args?.name === 'CrRendererMain',
  );
  if (thread === undefined) throw new Error('The trace does not know the main thread.');
  return thread.tid;
};

const isTask = ({ name }: TraceEvent): boolean => name.endsWith('RunTask');

/** For how many milliseconds the window was at most busy at a stretch while this was done. */
export const longestTaskMs = async (page: Page, work: () => Promise<unknown>): Promise<number> => {
  const url = page.url();
  const session = await page.context().newCDPSession(page);
  const events = await collect(session, work);
  await session.detach();
  const pid = processOf(events, url);
  const tid = mainThreadOf(events, pid);
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && isTask(event));
  const longest = Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
  if (longest === 0) throw new Error('The trace does not say how long the window was busy.');
  return longest;
};
