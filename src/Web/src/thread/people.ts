import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, ask } from '../api/client';

export const organization = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/organization', { signal })),
  staleTime: 5 * 60 * 1000,
});

/** What the people of the firm are called, by their ids. */
export function useNames(): (person: string) => string {
  const { data } = useQuery(organization);
  return useCallback((person) => data?.people.find((known) => known.id === person)?.name ?? person, [data]);
}
