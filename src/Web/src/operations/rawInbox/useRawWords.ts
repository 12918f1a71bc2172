import { useFormatter, useTranslations } from 'use-intl';
import type { RawInboxItem } from '../../api/schema';

/** What an item is, in words: why it was kept, who sent it, when and how often it came, how much it is. */
export function useRawWords() {
  const t = useTranslations('operations.rawInbox');
  const channels = useTranslations('operations.channels');
  const format = useFormatter();
  return {
    reason: ({ reason }: RawInboxItem) =>
      t.has(`reasons.${reason as 'failed'}`) ? t(`reasons.${reason as 'failed'}`) : t('otherReason', { reason }),
    about: (item: RawInboxItem) =>
      t('about', {
        provider: channels.has(item.provider as 'sms') ? channels(item.provider as 'sms') : item.provider,
        time: format.dateTime(new Date(item.received_at), { dateStyle: 'medium', timeStyle: 'short' }),
        times: item.times,
        size: format.number(item.size, { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
      }),
  };
}
