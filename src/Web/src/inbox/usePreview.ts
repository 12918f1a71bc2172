import { useTranslations } from 'use-intl';
import type { InboxThread } from '../api/schema';

/** What the row of a thread says of its newest message: the text, else what kind of message it is. */
export function usePreview(thread: InboxThread): string {
  const t = useTranslations('inbox');
  const kind = (thread.last_kind ?? 'other') as 'other';
  return thread.preview ?? (t.has(`kinds.${kind}`) ? t(`kinds.${kind}`) : t('kinds.other'));
}
