import { QueryClient } from '@tanstack/query-core';

/** A query of query-core. */
export interface Query<T extends object> {
  readonly queryKey: readonly string[];
  readonly queryFn: () => Promise<T>;
  readonly staleTime: number;
}

/** What the engine is compared with: a cache that is only a cache, and is known to be fast. */
export const createQueryCore = () => {
  const client = new QueryClient();
  return Object.freeze({
    // The figures are defined by this call.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    fetchQuery: <T extends object>(query: Query<T>): Promise<T> => client.fetchQuery(query),
    close: () => {
      client.clear();
    },
  });
};
