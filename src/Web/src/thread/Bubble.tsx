import { Copy, CornerUpLeft, EllipsisVertical } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ContactCard, LineCard, MessageSummary } from '../api/schema';
import { FailedActions } from '../compose/FailedActions';
import { IconButton } from '../design/Button';
import { ChannelIcon } from '../design/ChannelIcon';
import { Menu, MenuItem } from '../design/Menu';
import { useMe } from '../shell/me';
import styles from './Bubble.module.css';
import { ButtonTitles } from './ButtonTitles';
import { Call } from './Call';
import { Labels } from './Labels';
import { addressOf } from './media/file';
import { isOurs, statusOf, timeOf } from './message';
import { Parts } from './Parts';
import { useNames } from './people';
import { PolicyNote } from './policy/PolicyNote';
import { Quote } from './Quote';
import { Text } from './Text';
import { Ticks } from './Ticks';

type Props = {
  line: LineCard;
  contact: ContactCard;
  message: MessageSummary;
  /** Follows a message of the same side closely. */
  joined: boolean;
  quoted: MessageSummary | undefined;
  onShow: (message: MessageSummary) => void;
  onReply: ((message: MessageSummary) => void) | undefined;
};

/** A message as both sides see it, with what became of it. */
export function Bubble({ line, contact, message, joined, quoted, onShow, onReply }: Props) {
  const t = useTranslations('thread');
  const format = useFormatter();
  const ours = isOurs(message);
  const status = statusOf(message);
  const time = timeOf(message);
  return (
    <article
      className={styles.row}
      data-ours={ours || undefined}
      data-joined={joined || undefined}
      data-message={message.message_id}
      aria-label={useSpeaker(message, contact)}
    >
      <div className={styles.bubble}>
        <Author message={message} joined={joined} />
        <Labels message={message} />
        {message.in_reply_to && <Quote quoted={quoted} contact={contact} onShow={onShow} />}
        <Content message={message} contact={contact} line={line} />
        <PolicyNote message={message} line={line} contact={contact} />
        <ButtonTitles titles={message.buttons ?? []} />
        <footer className={styles.foot}>
          {message.edited_at && <span>{t('label.edited')}</span>}
          <ChannelIcon channel={message.channel} size={12} />
          <time dateTime={time.toISOString()} title={format.dateTime(time, { dateStyle: 'full', timeStyle: 'medium' })}>
            {format.dateTime(time, { hour: 'numeric', minute: '2-digit' })}
          </time>
          {ours && <Ticks status={status} />}
        </footer>
        {message.reaction && (
          <span
            className={styles.reaction}
            role="img"
            aria-label={t('reaction', { name: contact.name, emoji: message.reaction })}
          >
            {message.reaction}
          </span>
        )}
      </div>
      <Actions message={message} onReply={onReply} />
      {(status === 'failed' || status === 'outcome_unknown') && (
        <div className={styles.trouble}>
          <FailedActions line={line.id} contact={contact.id} message={message} />
        </div>
      )}
    </article>
  );
}

function Content({ message, contact, line }: Pick<Props, 'message' | 'contact' | 'line'>) {
  const t = useTranslations('thread');
  if (message.revoked_at) return <p className={styles.gone}>{t('deleted', { name: contact.name })}</p>;
  if (message.kind === 'call') return <Call message={message} contact={contact} />;
  if (message.policy?.action === 'block') return null;
  if (message.no_longer_kept) return <p className={styles.gone}>{t('disposed')}</p>;
  return (
    <>
      {message.parts && <Parts parts={message.parts} address={addressOf(line.id, contact.id, message)} />}
      {message.text && <Text text={message.text} />}
    </>
  );
}

/** Colleagues are named; one's own messages and the contact's speak for themselves. */
function Author({ message, joined }: { message: MessageSummary; joined: boolean }) {
  const person = useMe();
  const name = useNames();
  if (joined || !message.author || message.author === person.id) return null;
  return <p className={styles.author}>{name(message.author)}</p>;
}

function useSpeaker(message: MessageSummary, contact: ContactCard): string {
  const t = useTranslations('thread.from');
  const person = useMe();
  const name = useNames();
  if (!isOurs(message)) return t('contact', { name: contact.name });
  if (!message.author) return t('system');
  return message.author === person.id ? t('me') : t('us', { author: name(message.author) });
}

function Actions({ message, onReply }: Pick<Props, 'message' | 'onReply'>) {
  const t = useTranslations('thread');
  const canReply = onReply && message.channel === 'whatsapp' && message.provider_message_id && !message.revoked_at;
  if (!canReply && !message.text) return null;
  return (
    <div className={styles.actions}>
      <Menu
        align="start"
        trigger={
          <IconButton label={t('actions')}>
            <EllipsisVertical size={16} aria-hidden />
          </IconButton>
        }
      >
        {canReply && (
          <MenuItem icon={<CornerUpLeft size={18} aria-hidden />} onSelect={() => onReply(message)}>
            {t('reply')}
          </MenuItem>
        )}
        {message.text && (
          <MenuItem
            icon={<Copy size={18} aria-hidden />}
            onSelect={() => void navigator.clipboard.writeText(message.text ?? '')}
          >
            {t('copy')}
          </MenuItem>
        )}
      </Menu>
    </div>
  );
}
