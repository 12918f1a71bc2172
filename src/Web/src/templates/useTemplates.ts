import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client';

/** The organisation's templates, with their status at Meta. */
export const templates = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/templates', { signal })),
});

export const useTemplates = () => useQuery(templates);
