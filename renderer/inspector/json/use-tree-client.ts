import { useEffect, useState } from 'react';
import { type TreeClient, createTreeClient } from './tree-link.ts';

/** The trees in a worker of their own, for as long as they are looked at; null: not yet. */
export const useTreeClient = (onFault: (why: string) => void): TreeClient | null => {
  const [client, setClient] = useState<TreeClient | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./tree-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', ({ message }) => onFault(message));
    setClient(
      createTreeClient({
        post: (message) => worker.postMessage(message),
        listen: (onMessage) =>
          worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data)),
      }),
    );
    return () => worker.terminate();
  }, [onFault]);
  return client;
};
