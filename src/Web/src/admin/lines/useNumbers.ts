import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';

const REFRESH = 30_000;

/** Health of numbers and account: Meta tells it unasked, so it is looked at again and again. */
const numbers = queryOptions({
  queryKey: ['numbers'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/numbers', { signal })),
  refetchInterval: REFRESH,
});

export const useNumbers = () => useQuery(numbers);

export function useResume(number: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.POST('/api/v1/numbers/{number}/resume', { params: { path: { number } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: numbers.queryKey }),
  });
}
