import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { api, ask } from '../../api/client';
import type { HoldCover } from '../../api/schema';
import { useLines } from '../../shell/me';
import { useNames } from '../../thread/people';

/** What a hold covers, in words. */
export function useCoverWords({ line, contact, person, from, until }: HoldCover): string {
  const t = useTranslations('compliance.holds.cover');
  const format = useFormatter();
  const name = useNames();
  const { data: lines } = useLines();
  const { data: held } = useQuery({
    queryKey: ['contact', contact],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/contacts/{contact}', { params: { path: { contact: contact ?? '' } }, signal })),
    enabled: contact !== null,
  });
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const parts = [
    contact && t('contact', { name: held?.name ?? contact }),
    line && t('line', { name: lines?.find((known) => known.id === line)?.name ?? line }),
    person && t('person', { name: name(person) }),
    from && t('from', { time: time(from) }),
    until && t('until', { time: time(until) }),
  ].filter((part): part is string => Boolean(part));
  return parts.length > 0 ? parts.join(' · ') : t('everything');
}
