import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import type { NewTemplate } from '../../api/schema';
import { templates } from '../../templates/useTemplates';

export function useSubmitTemplate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewTemplate) => ask(api.POST('/api/v1/templates', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: templates.queryKey }),
  });
}

/** Has the product read Meta's catalogue now, rather than when it would by itself. */
export function useCompare() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.POST('/api/v1/templates/sync')),
    onSuccess: (read) => queries.setQueryData(templates.queryKey, read),
  });
}
