import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { InboxThread } from '../api/schema';
import { Avatar } from '../design/Avatar';
import { ChannelIcon } from '../design/ChannelIcon';
import { Ticks } from '../thread/Ticks';
import { useShortTime } from '../words/times';
import styles from './ThreadRow.module.css';
import { usePreview } from './usePreview';

type Props = { line: string; thread: InboxThread; isOpen: boolean };

export const ThreadRow = memo(function ThreadRow({ line, thread, isOpen }: Props) {
  const t = useTranslations('inbox');
  const time = useShortTime();
  const preview = usePreview(thread);
  const { contact, unread } = thread;
  const channel = thread.channel as 'whatsapp';
  return (
    <Link
      to="/lines/$line/threads/$contact"
      params={{ line, contact: contact.id }}
      preload={false}
      className={styles.row}
      data-row
      data-unread={unread > 0 || undefined}
      aria-current={isOpen ? 'page' : undefined}
    >
      <Avatar name={contact.name} id={contact.id} size={44} />
      <span className={styles.text}>
        <span className={styles.top}>
          <span className={styles.name}>{contact.name}</span>
          <time dateTime={thread.last_activity_at}>{time(thread.last_activity_at)}</time>
        </span>
        <span className={styles.bottom}>
          <ChannelIcon
            channel={channel}
            size={14}
            label={t.has(`channels.${channel}`) ? t(`channels.${channel}`) : t('channels.other')}
          />
          {thread.last_direction === 'out' && thread.last_status && <Ticks status={thread.last_status} />}
          <span className={styles.preview}>{preview}</span>
          {unread > 0 && (
            <span className={styles.count}>
              <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
              <span className="visually-hidden">{t('unread', { count: unread })}</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  );
});
