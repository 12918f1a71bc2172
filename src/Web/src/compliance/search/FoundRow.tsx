import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { ActionBadge } from '../../admin/policy/ActionBadge';
import type { Action } from '../../admin/policy/policy';
import type { FoundItem } from '../../api/schema';
import { ChannelIcon } from '../../design/ChannelIcon';
import { useLines } from '../../shell/me';
import type { Channel } from '../../thread/message';
import { useNames } from '../../thread/people';
import { ContactName } from '../ContactName';
import styles from '../List.module.css';
import { pieces } from './pieces';

/** One message that was found; it leads to its conversation. */
export function FoundRow({ item }: { item: FoundItem }) {
  const t = useTranslations('compliance.search');
  const format = useFormatter();
  const name = useNames();
  const { data: lines } = useLines();
  const line = lines?.find((known) => known.id === item.line)?.name ?? item.line;
  return (
    <li>
      <Link
        className={styles.found}
        to="/lines/$line/threads/$contact"
        params={{ line: item.line, contact: item.contact }}
      >
        <p className={styles.head}>
          <ChannelIcon channel={item.channel as Channel} size={14} />
          <span className={styles.name}>
            {item.inbound
              ? t.rich('fromContact', { contact: () => <ContactName id={item.contact} />, line })
              : t.rich('toContact', {
                  contact: () => <ContactName id={item.contact} />,
                  author: item.author ? name(item.author) : line,
                })}
          </span>
          {item.action && <ActionBadge action={item.action as Action} />}
        </p>
        {item.excerpt ? (
          <p className={styles.excerpt}>
            {pieces(item.excerpt, item.marks ?? []).map((piece) =>
              piece.marked ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
            )}
          </p>
        ) : (
          <p className={styles.soft}>{t(item.type === 'message_blocked' ? 'blocked' : 'noText')}</p>
        )}
        <p className={styles.soft}>
          <time dateTime={item.at}>
            {format.dateTime(new Date(item.at), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          {(item.rules ?? []).length > 0 && ` · ${format.list(item.rules ?? [])}`}
          {item.type === 'message_edited' && ` · ${t('edited')}`}
        </p>
      </Link>
    </li>
  );
}
