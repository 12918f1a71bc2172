import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client';
import type { BusinessProfileChange } from '../../api/schema';
import { upload } from '../../api/upload';

const profileOf = (number: string) =>
  queryOptions({
    queryKey: ['profile', number],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/numbers/{number}/profile', { params: { path: { number } }, signal })),
  });

/** As Meta has it: it may have been changed there. */
export const useProfile = (number: string) => useQuery(profileOf(number));

export function useSaveProfile(number: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BusinessProfileChange) =>
      ask(api.PUT('/api/v1/numbers/{number}/profile', { params: { path: { number } }, body })),
    onSuccess: (saved) => queries.setQueryData(profileOf(number).queryKey, saved),
  });
}

const logoOf = (number: string) => `/api/v1/numbers/${encodeURIComponent(number)}/profile/logo`;

/** The logo of a number: where it is, and how it is replaced. */
export function useLogo(number: string, exists: boolean) {
  const queries = useQueryClient();
  const [replaced, setReplaced] = useState(0);
  const [sent, setSent] = useState<number | null>(null);
  const replacing = useMutation({
    mutationFn: (file: File) => {
      setSent(0);
      return upload(logoOf(number), file, setSent);
    },
    onSettled: () => setSent(null),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: profileOf(number).queryKey });
      // The same address again would show the picture that the browser has already.
      setReplaced((count) => count + 1);
    },
  });
  return { address: exists ? `${logoOf(number)}?${replaced}` : null, sent, replacing };
}

export type Logo = ReturnType<typeof useLogo>;
