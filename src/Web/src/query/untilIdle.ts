import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Until no fetch of this query is under way. Such a fetch looked before what is known now, and would put its older answer over it; a fetch
 * that is asked for meanwhile would be the same one.
 */
export async function untilIdle(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  for (;;) {
    const query = queries.getQueryCache().find({ queryKey, exact: true });
    if (query?.state.fetchStatus !== 'fetching') return;
    try {
      await query.promise;
    } catch {
      // Whoever asked is told.
    }
  }
}
