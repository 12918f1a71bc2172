import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, ask, isSignedOut } from '../api/client';
import type { Me } from '../api/schema';

export type Role = Me['roles'][number];

const OPERATIONS = 'system';

/** Who is signed in. */
export const me = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/me', { signal })),
  staleTime: 5 * 60 * 1000,
  retry: (failures, error) => !isSignedOut(error) && failures < 2,
});

/** The lines whose inbox the signed-in person may read. */
export const lines = queryOptions({
  queryKey: ['lines'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/lines', { signal })),
  staleTime: 5 * 60 * 1000,
});

export const useMe = () => useSuspenseQuery(me).data;

export const useLines = () => useQuery(lines);

export function has(person: Me, role: Role): boolean {
  // An operator is one in the organisation that runs the system, and nowhere else.
  return person.roles.includes(role) && (role !== 'operator' || person.organization.id === OPERATIONS);
}
