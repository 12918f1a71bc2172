import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import type { OrganizationChange } from '../../api/schema';
import { me } from '../../shell/me';

/** The organisation with its people and lines. */
export const organization = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/organization', { signal })),
});

export const useOrganization = () => useQuery(organization);

/** Changes show at once, and go back where the product refuses them. */
export function useChangeOrganization() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OrganizationChange) => ask(api.PATCH('/api/v1/organization', { body })),
    onMutate: async ({ whatsapp_enabled, first_message_is_consent }) => {
      await queries.cancelQueries({ queryKey: organization.queryKey });
      const before = queries.getQueryData(organization.queryKey);
      queries.setQueryData(
        organization.queryKey,
        (shown) =>
          shown && {
            ...shown,
            whatsapp_enabled: whatsapp_enabled ?? shown.whatsapp_enabled,
            first_message_is_consent: first_message_is_consent ?? shown.first_message_is_consent,
          },
      );
      return before;
    },
    onSuccess: (changed) => queries.setQueryData(organization.queryKey, changed),
    onError: (_, __, before) => queries.setQueryData(organization.queryKey, before),
    // Whether one may write on WhatsApp oneself depends on it.
    onSettled: () => queries.invalidateQueries({ queryKey: me.queryKey }),
  });
}
