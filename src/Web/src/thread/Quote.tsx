import { useTranslations } from 'use-intl';
import type { ContactCard, MessageSummary } from '../api/schema';
import { useMe } from '../shell/me';
import { isOurs } from './message';
import { useNames } from './people';
import styles from './Quote.module.css';

type Props = { quoted: MessageSummary | undefined; contact: ContactCard; onShow: (message: MessageSummary) => void };

/** The message that is answered; a click leads to it. */
export function Quote({ quoted, contact, onShow }: Props) {
  const t = useTranslations('thread');
  const kinds = useTranslations('inbox.kinds');
  const who = useWriter(quoted, contact);
  if (!quoted) return <p className={styles.quote}>{t('quotedGone')}</p>;
  const kind = quoted.kind as 'other';
  return (
    <button type="button" className={styles.quote} onClick={() => onShow(quoted)}>
      <span className="visually-hidden">{t('quoted')}</span>
      <strong>{who}</strong>
      <span className={styles.text}>{quoted.text ?? (kinds.has(kind) ? kinds(kind) : kinds('other'))}</span>
    </button>
  );
}

/** The name of who wrote a message, as it stands above a quotation. */
export function useWriter(message: MessageSummary | undefined, contact: ContactCard): string {
  const product = useTranslations('shell')('product');
  const person = useMe();
  const name = useNames();
  if (!message || !isOurs(message)) return contact.name;
  if (!message.author) return product;
  return message.author === person.id ? person.name : name(message.author);
}
