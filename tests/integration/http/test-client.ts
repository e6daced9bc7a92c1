import { onTestFinished } from 'vitest';
import { createActivity } from '../../../main/clock/activity.ts';
import { type VirtualClock, createVirtualClock } from '../../../main/clock/virtual-clock.ts';
import { type FaultRegistry, createFaultRegistry } from '../../../main/faults/registry.ts';
import { createHttp } from '../../../main/http/create-http.ts';
import type { ApiRequest, FileRequest, Http, HttpSettings } from '../../../main/http/http.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { type RecordedTrace, recordedTrace } from './recorded-trace.ts';

export const apiKey = 'goog_canary_7f3a';

/** A client of one engine, and what it hangs on. */
export interface TestClient {
  readonly http: Http;
  readonly clock: VirtualClock;
  readonly activity: ReturnType<typeof createActivity>;
  readonly faults: FaultRegistry;
  readonly trace: RecordedTrace;
  ask(about?: Partial<ApiRequest>): ReturnType<Http['ask']>;
  fetchFile(url: string, about?: Partial<FileRequest>): ReturnType<Http['fetchFile']>;
}

/** A client that is closed when the test is over. */
export const testClient = (baseUrl: string, settings: Partial<HttpSettings> = {}): TestClient => {
  const clock = createVirtualClock(1_750_000_000_000);
  const activity = createActivity();
  const faults = createFaultRegistry();
  const trace = recordedTrace();
  const http = createHttp({
    settings: {
      baseUrl,
      fallbackBaseUrl: null,
      apiKey,
      platform: 'android',
      locales: ['en_US', 'es-ES'],
      ...settings,
    },
    clock,
    activity,
    faults,
  });
  onTestFinished(() => http.close());
  const common = { trace, signal: new AbortController().signal };
  return {
    http,
    clock,
    activity,
    faults,
    trace,
    ask: (about) =>
      http.ask({
        endpoint: 'list',
        user: appUserId('ann'),
        isBackground: false,
        ...common,
        ...about,
      }),
    fetchFile: (url, about) =>
      http.fetchFile({
        subject: { scope: 'cdn', ids: ['wf_1'] },
        url,
        limitBytes: 1_000_000,
        onChunk: () => undefined,
        ...common,
        ...about,
      }),
  };
};
