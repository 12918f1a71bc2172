import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import type { DecisionBody } from '../../api/schema';

export const STATES = ['open', 'escalated', 'closed'] as const;
export type State = (typeof STATES)[number];

export const CAUSES = ['block', 'redact', 'flag', 'sample'] as const;
export type Cause = (typeof CAUSES)[number];

export type Outcome = 'no_issue' | 'escalated' | 'violation';

/** Empty: any. */
export type Criteria = { state: State; cause: string; line: string; person: string };

const QUEUE = 'reviews';

/** The messages of the review queue, newest first, page by page. */
export const queue = ({ state, ...chosen }: Criteria) =>
  infiniteQueryOptions({
    queryKey: [QUEUE, state, chosen],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const asked = Object.fromEntries(Object.entries(chosen).filter(([, word]) => word !== ''));
      return ask(
        api.GET('/api/v1/reviews', {
          params: { query: { state, ...asked, before: pageParam === null ? undefined : Number(pageParam), limit: 25 } },
          signal,
        }),
      );
    },
    getNextPageParam: (last) => last.next,
  });

export function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: DecisionBody) => ask(api.POST('/api/v1/reviews/decisions', { body })),
    // Refused, too: somebody else may have decided meanwhile.
    onSettled: () => queries.invalidateQueries({ queryKey: [QUEUE] }),
  });
}
