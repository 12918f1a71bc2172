import { Contact, FileText, MapPin, ShoppingBag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { MessageParts } from '../api/schema';
import type { Medium } from './media/file';
import { Media } from './media/Media';
import styles from './Parts.module.css';

const SIZE = 20;

/**
 * What a message holds besides its text.
 * @param address Where its file is read; null where it can only be named.
 */
export function Parts({ parts, address }: { parts: MessageParts; address: string | null }) {
  return (
    <>
      {parts.media && (address ? <Media media={parts.media} address={address} /> : <Named media={parts.media} />)}
      {parts.location && <Location location={parts.location} />}
      {parts.cards?.map((card) => (
        <Piece key={`${card.name}${card.phones.join()}`} icon={<Contact size={SIZE} />} title={card.name}>
          {[...card.phones, ...card.emails, card.company].filter(Boolean).join(' · ')}
        </Piece>
      ))}
      {parts.order && <Order order={parts.order} />}
      {parts.detail && <p className={styles.detail}>{parts.detail}</p>}
    </>
  );
}

function Piece({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className={styles.piece}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div>
        <p className={styles.title}>{title}</p>
        {children && <p className={styles.more}>{children}</p>}
      </div>
    </div>
  );
}

function Named({ media }: { media: Medium }) {
  const t = useTranslations('thread.file');
  const kinds = useTranslations('inbox.kinds');
  const kind = media.kind as 'other';
  return (
    <Piece icon={<FileText size={SIZE} />} title={media.file_name ?? (kinds.has(kind) ? kinds(kind) : t('unnamed'))} />
  );
}

function Location({ location }: { location: NonNullable<MessageParts['location']> }) {
  const t = useTranslations('thread');
  const format = useFormatter();
  const degrees = (value: number) => format.number(value, { maximumFractionDigits: 5 });
  return (
    <Piece icon={<MapPin size={SIZE} />} title={location.name ?? t('location')}>
      {[location.address, `${degrees(location.latitude)}, ${degrees(location.longitude)}`].filter(Boolean).join(' · ')}
    </Piece>
  );
}

function Order({ order }: { order: NonNullable<MessageParts['order']> }) {
  const t = useTranslations('thread');
  return (
    <Piece icon={<ShoppingBag size={SIZE} />} title={t('order', { count: order.lines.length })}>
      {order.lines.map((item) => `${item.quantity ?? '?'} × ${item.product_id}`).join(' · ')}
    </Piece>
  );
}
