import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ContactCard, MessageSummary } from '../api/schema';
import { IconButton } from '../design/Button';
import { useWriter } from '../thread/Quote';
import styles from './Quoted.module.css';

/** The message that is being answered. */
export function Quoted({
  message,
  contact,
  onRemove,
}: {
  message: MessageSummary;
  contact: ContactCard;
  onRemove: () => void;
}) {
  const t = useTranslations('compose.quote');
  const kinds = useTranslations('inbox.kinds');
  const who = useWriter(message, contact);
  const kind = message.kind as 'other';
  return (
    <div className={styles.quoted}>
      <div className={styles.message}>
        <strong>{who}</strong>
        <span className={styles.text}>{message.text ?? (kinds.has(kind) ? kinds(kind) : kinds('other'))}</span>
      </div>
      <IconButton label={t('remove')} onClick={onRemove}>
        <X size={18} aria-hidden />
      </IconButton>
    </div>
  );
}
