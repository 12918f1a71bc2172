import { Check, CheckCheck, CircleAlert, CircleHelp, Clock3, Hourglass } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Status } from './message';
import styles from './Ticks.module.css';

const SIZE = 15;

/** What became of a message of ours, as people know it from their phones. */
export function Ticks({ status }: { status: Status | string }) {
  const t = useTranslations('thread.status');
  const known = status as Status;
  if (known === 'received') return null;
  return (
    <span
      role="img"
      aria-label={t.has(known) ? t(known) : status}
      title={t.has(known) ? t(known) : status}
      className={[styles.ticks, styles[known]].join(' ')}
    >
      <Drawing status={known} />
    </span>
  );
}

function Drawing({ status }: { status: Status }) {
  switch (status) {
    case 'waiting':
      return <Hourglass size={SIZE} aria-hidden />;
    case 'sent':
      return <Check size={SIZE} aria-hidden />;
    case 'delivered':
    case 'read':
    case 'played':
      return <CheckCheck size={SIZE} aria-hidden />;
    case 'failed':
      return <CircleAlert size={SIZE} aria-hidden />;
    case 'outcome_unknown':
      return <CircleHelp size={SIZE} aria-hidden />;
    default:
      return <Clock3 size={SIZE} aria-hidden />;
  }
}
