import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client';

const contact = (id: string) =>
  queryOptions({
    queryKey: ['contact', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/contacts/{contact}', { params: { path: { contact: id } }, signal })),
    staleTime: 5 * 60 * 1000,
  });

/** What a contact is called; the id until that is known. */
export const useContactName = (id: string) => useQuery(contact(id)).data?.name ?? id;

export function ContactName({ id }: { id: string }) {
  return <>{useContactName(id)}</>;
}
