import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import type { NewOptInWords, OptInTemplate } from '../../api/schema';
import { templates } from '../../templates/useTemplates';

const optIn = queryOptions({
  queryKey: ['opt-in-template'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/opt-in-template', { signal })),
});

/** While Meta reviews a version the verdict is looked for. */
const LOOK_AGAIN = 10_000;

export const useOptIn = () =>
  useQuery({
    ...optIn,
    refetchInterval: ({ state }) =>
      state.data?.languages.some(({ newest }) => newest?.status === 'pending') ? LOOK_AGAIN : false,
  });

export const useSubmitOptIn = () =>
  useChange((body: NewOptInWords) => ask(api.PUT('/api/v1/opt-in-template', { body })));

export const useDefaultOptIn = () =>
  useChange((language: string) =>
    ask(api.PUT('/api/v1/opt-in-template/{language}/default', { params: { path: { language } } })),
  );

export const useRemoveOptIn = () =>
  useChange((language: string) =>
    ask(api.DELETE('/api/v1/opt-in-template/{language}', { params: { path: { language } } })),
  );

function useChange<T>(change: (what: T) => Promise<OptInTemplate>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (changed) => {
      queries.setQueryData(optIn.queryKey, changed);
      return queries.invalidateQueries({ queryKey: templates.queryKey });
    },
  });
}
