import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import type { RecordingTerms } from '../../api/schema';

/** What is recorded, and how long it is kept. */
export const recording = queryOptions({
  queryKey: ['recording'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/recording', { signal })),
});

export const useRecording = () => useQuery(recording);

/** @param line Null for the whole organisation. */
type Choice = { line: string | null; terms: RecordingTerms | null };

/** Chooses for the organisation or one of its lines; without terms the line goes by its organisation again. */
export function useChooseRecording() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ line, terms }: Choice) => {
      if (line === null) return ask(api.PUT('/api/v1/recording', { body: terms as RecordingTerms }));
      const params = { path: { line } };
      return terms
        ? ask(api.PUT('/api/v1/recording/lines/{line}', { params, body: terms }))
        : ask(api.DELETE('/api/v1/recording/lines/{line}', { params }));
    },
    onSuccess: (changed) => queries.setQueryData(recording.queryKey, changed),
  });
}
