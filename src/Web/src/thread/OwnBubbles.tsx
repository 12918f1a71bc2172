import { useFormatter, useTranslations } from 'use-intl';
import type { ContactCard, LineCard, MessageBody, MessageSummary } from '../api/schema';
import { ReturnedActions } from '../compose/FailedActions';
import { ChannelIcon } from '../design/ChannelIcon';
import type { Outgoing } from '../outbox/outbox';
import type { Returned } from '../outbox/returned';
import styles from './Bubble.module.css';
import { ButtonTitles } from './ButtonTitles';
import { Quote } from './Quote';
import { Text } from './Text';
import { Ticks } from './Ticks';

type Props = {
  item: Outgoing;
  contact: ContactCard;
  quoted: MessageSummary | undefined;
  onShow: (message: MessageSummary) => void;
};

/** A message that the product has not answered for yet. */
export function OutgoingBubble(props: Props) {
  const t = useTranslations('thread.from');
  return (
    <article className={styles.row} data-ours data-outgoing aria-label={t('me')}>
      <Own {...props} status="sending" />
    </article>
  );
}

type ReturnedProps = {
  line: LineCard;
  item: Returned;
  onReply: ((message: MessageSummary) => void) | undefined;
};

/** A message that the product did not take. */
export function ReturnedBubble({ line, onReply, ...own }: Props & ReturnedProps) {
  const t = useTranslations('thread');
  return (
    <article className={styles.row} data-ours data-returned aria-label={t('returned')}>
      <Own {...own} status="failed" />
      <div className={styles.trouble}>
        <ReturnedActions line={line} item={own.item} onEdit={() => own.quoted && onReply?.(own.quoted)} />
      </div>
    </article>
  );
}

function Own({ item, contact, quoted, onShow, status }: Props & { status: 'sending' | 'failed' }) {
  const format = useFormatter();
  return (
    <div className={styles.bubble}>
      {item.body.reply_to && <Quote quoted={quoted} contact={contact} onShow={onShow} />}
      <Words body={item.body} />
      <ButtonTitles titles={item.body.buttons?.map(({ title }) => title) ?? []} />
      <footer className={styles.foot}>
        <ChannelIcon channel={item.body.channel} size={12} />
        <time dateTime={item.at}>{format.dateTime(new Date(item.at), { hour: 'numeric', minute: '2-digit' })}</time>
        <Ticks status={status} />
      </footer>
    </div>
  );
}

function Words({ body }: { body: MessageBody }) {
  const t = useTranslations('thread.label');
  return body.text ? (
    <Text text={body.text} />
  ) : (
    <p className={styles.gone}>{t('template', { name: body.template?.name ?? '' })}</p>
  );
}
