import { useFormatter, useTranslations } from 'use-intl';
import type { LineCard, MessageBody } from '../api/schema';
import { ReturnedActions } from '../compose/FailedActions';
import { ChannelIcon } from '../design/ChannelIcon';
import type { Outgoing } from '../outbox/outbox';
import type { Returned } from '../outbox/returned';
import styles from './Bubble.module.css';
import { ButtonTitles } from './ButtonTitles';
import { Text } from './Text';
import { Ticks } from './Ticks';

/** A message that the product has not answered for yet. */
export function OutgoingBubble({ item }: { item: Outgoing }) {
  const t = useTranslations('thread.from');
  return (
    <article className={styles.row} data-ours data-outgoing aria-label={t('me')}>
      <Own item={item} status="sending" />
    </article>
  );
}

/** A message that the product did not take. */
export function ReturnedBubble({ line, item }: { line: LineCard; item: Returned }) {
  const t = useTranslations('thread');
  return (
    <article className={styles.row} data-ours data-returned aria-label={t('returned')}>
      <Own item={item} status="failed" />
      <div className={styles.trouble}>
        <ReturnedActions line={line} item={item} />
      </div>
    </article>
  );
}

function Own({ item, status }: { item: Outgoing; status: 'sending' | 'failed' }) {
  const format = useFormatter();
  return (
    <div className={styles.bubble}>
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
