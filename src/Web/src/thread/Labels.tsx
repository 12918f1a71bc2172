import { useTranslations } from 'use-intl';
import type { MessageSummary } from '../api/schema';
import styles from './Labels.module.css';

/** What is to be known of a message besides what it says. */
export function Labels({ message }: { message: MessageSummary }) {
  const t = useTranslations('thread.label');
  const labels: string[] = [];
  switch (message.kind) {
    case 'template':
      labels.push(t('template', { name: message.template_name ?? '' }));
      break;
    case 'opt_in_request':
    case 'stop_confirmation':
    case 'disclaimer':
      labels.push(t(message.kind));
      break;
  }
  if (message.historic) labels.push(t('historic'));
  if (message.sent_from_app) labels.push(t('fromApp'));
  if (message.replaced_by) labels.push(t('bySms'));
  if (message.in_place_of) labels.push(t('inPlaceOf'));
  return labels.length > 0 ? <p className={styles.labels}>{labels.join(' · ')}</p> : null;
}
