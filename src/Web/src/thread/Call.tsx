import { Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ContactCard, MessageSummary } from '../api/schema';
import { isOurs } from './message';
import styles from './Parts.module.css';

/** A call: who called whom, how long they spoke, what was kept of it. */
export function Call({ message, contact }: { message: MessageSummary; contact: ContactCard }) {
  const t = useTranslations('thread.call');
  const { call } = message;
  const ours = isOurs(message);
  const seconds = call?.seconds;
  const facts = [
    seconds === null || seconds === undefined
      ? call?.result === 'failed'
        ? t('failed')
        : t('missed')
      : t('seconds', { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') }),
    call?.recording && t('recorded'),
    call?.transcript && t('transcript'),
  ];
  const Icon = seconds ? (ours ? PhoneOutgoing : PhoneIncoming) : ours ? Phone : PhoneMissed;
  return (
    <div className={styles.piece}>
      <span className={styles.icon} aria-hidden>
        <Icon size={20} />
      </span>
      <div>
        <p className={styles.title}>{ours ? t('out', { name: contact.name }) : t('in', { name: contact.name })}</p>
        <p className={styles.more}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
    </div>
  );
}
