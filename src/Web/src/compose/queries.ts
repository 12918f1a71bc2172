import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client';

/** The opt-in request as it is sent, or why it can't be. */
export const optInTemplate = queryOptions({
  queryKey: ['opt-in-template'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/opt-in-template', { signal })),
});
