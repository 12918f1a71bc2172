import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import { complete, type Direction, type Policy } from './policy';

/** The policy in force and those that the organisation inherits. */
export const policy = queryOptions({
  queryKey: ['policy'],
  queryFn: async ({ signal }) => {
    const view = await ask(api.GET('/api/v1/policy', { signal }));
    return {
      version: view.version,
      policy: complete(view.policy as Partial<Policy>),
      inherited: view.inherited.map((from) => ({ ...from, policy: complete(from.policy as Partial<Policy>) })),
    };
  },
});

export const usePolicy = () => useQuery(policy);

/** What is wrong with a policy: it was not saved. */
export class Wrong extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('The policy was not saved.');
    this.name = 'Wrong';
    this.problems = problems;
  }
}

/** Puts another policy in force, unless something is wrong with it. */
export function useSavePolicy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (changed: Policy) => {
      const { problems } = await ask(api.POST('/api/v1/policy/check', { body: { policy: changed } }));
      if (problems.length > 0) throw new Wrong(problems);
      const version = queries.getQueryData(policy.queryKey)?.version ?? null;
      return await ask(api.PUT('/api/v1/policy', { body: { version, policy: changed } }));
    },
    onSuccess: ({ version }, changed) =>
      queries.setQueryData(policy.queryKey, (known) => known && { ...known, version, policy: changed }),
    // Somebody else may have changed it: what is shown is read again in any case.
    onSettled: () => queries.invalidateQueries({ queryKey: policy.queryKey }),
  });
}

export type Trial = { text: string; direction: Exclude<Direction, 'both'>; person: string | null; policy?: Policy };

/** What would become of a text. */
export function useTry() {
  return useMutation({ mutationFn: (trial: Trial) => ask(api.POST('/api/v1/policy/try', { body: trial })), gcTime: 0 });
}

/** So many of the newest messages are looked at: some seconds at the most. */
const PAST = 5_000;

/** What a policy would have done with past messages. */
export function useDryRun() {
  return useMutation({
    mutationFn: (policy: Policy) => ask(api.POST('/api/v1/policy/dry-run', { body: { policy, messages: PAST } })),
    gcTime: 0,
  });
}

export type DryRunResult = NonNullable<ReturnType<typeof useDryRun>['data']>;
