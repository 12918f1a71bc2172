import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import type { NewPersonBody, PersonChangeBody } from '../../api/schema';
import { lines, me } from '../../shell/me';
import { organization } from '../organization/useOrganization';

export type Saving = { person: string; change: PersonChangeBody } | { add: NewPersonBody };

/** Adds a person, or changes one. */
export function useSavePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (saving: Saving) =>
      'add' in saving
        ? ask(api.POST('/api/v1/people', { body: saving.add }))
        : ask(
            api.PATCH('/api/v1/people/{person}', { params: { path: { person: saving.person } }, body: saving.change }),
          ),
    onSuccess: () => {
      // What shows it is read again beside, not before anybody hears that it was done.
      for (const { queryKey } of [organization, me, lines]) queries.invalidateQueries({ queryKey: [...queryKey] });
    },
  });
}

export function useSignInLink() {
  return useMutation({
    mutationFn: (person: string) =>
      ask(api.POST('/api/v1/people/{person}/sign-in-link', { params: { path: { person } } })),
    // Whoever has the link is that person: it is not kept longer than it is shown.
    gcTime: 0,
  });
}
