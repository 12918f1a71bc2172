import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import { lines, me } from '../../shell/me';
import { organization } from '../organization/useOrganization';

export function useRenameLine(line: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      ask(api.PATCH('/api/v1/lines/{line}', { params: { path: { line } }, body: { name } })),
    onSuccess: () => {
      // What shows it is read again beside, not before anybody hears that it was done.
      for (const { queryKey } of [organization, me, lines]) queries.invalidateQueries({ queryKey: [...queryKey] });
    },
  });
}
