import { LayoutTemplate, ListPlus, SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactCard, MessageBody, MessageSummary } from '../api/schema';
import { Button, IconButton } from '../design/Button';
import { EMPTY } from '../thread/draft';
import { ChannelMenu } from './ChannelMenu';
import { Counter } from './Counter';
import type { Channels } from './channels';
import { LinkPreview } from './LinkPreview';
import { Quoted } from './Quoted';
import { ReplyButtons } from './ReplyButtons';
import { MOST_BUTTONS } from './replyButtons';
import type { Standing, WritingChannel } from './standing';
import { useDraft } from './useDraft';
import { useGrowing } from './useGrowing';
import { useTyping } from './useTyping';
import styles from './Writing.module.css';
import { written } from './written';

type Props = {
  line: string;
  contact: ContactCard;
  channels: Channels;
  channel: WritingChannel;
  stands: Standing;
  quoted: MessageSummary | null;
  onQuoteDone: () => void;
  onChannel: (channel: WritingChannel) => void;
  onTemplates: () => void;
  onSend: (body: MessageBody, onSent: () => void) => void;
};

const pointsWell = () => window.matchMedia?.('(pointer: fine)').matches ?? true;

/** The field with what belongs to it: quotation, template, channel, counter, send. */
export function Writing(props: Props) {
  const { line, contact, channels, channel, stands, quoted, onQuoteDone, onChannel, onTemplates, onSend } = props;
  const t = useTranslations('compose');
  const [draft, changeDraft] = useDraft(line, contact.id);
  const typing = useTyping(line, contact.id);
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowing(field, draft.text);

  const isClosed = stands.text === 'closed';
  const canQuote = channels.whatsapp && quoted?.channel === 'whatsapp';
  const quotes = canQuote && channel === 'whatsapp' && !isClosed ? quoted : null;
  const { takesButtons, takesPreview, limit, body } = written(draft, channel, stands.text);

  useEffect(() => {
    if (pointsWell() && !field.current?.readOnly) field.current?.focus();
  }, []);

  // Messages are quoted on WhatsApp alone: who answers one writes there.
  useEffect(() => {
    if (!quoted) return;
    if (canQuote) onChannel('whatsapp');
    field.current?.focus();
  }, [quoted, canQuote, onChannel]);

  function send() {
    if (!body) return;
    onSend(quotes ? { ...body, reply_to: quotes.message_id } : body, () => {
      changeDraft(EMPTY);
      onQuoteDone();
      field.current?.focus();
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    // An input method takes Enter and Escape for itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && quoted) {
      event.preventDefault();
      onQuoteDone();
    } else if (event.key === 'Enter' && !event.shiftKey && pointsWell()) {
      event.preventDefault();
      send();
    }
  }

  return (
    <div className={styles.box} data-closed={isClosed || undefined}>
      {quotes && <Quoted message={quotes} contact={contact} onRemove={onQuoteDone} />}
      <textarea
        ref={field}
        className={styles.field}
        rows={1}
        aria-label={t('field', { name: contact.name })}
        placeholder={t(`placeholder.${isClosed ? 'closed' : channel}`)}
        value={draft.text}
        readOnly={isClosed}
        onChange={(event) => {
          changeDraft({ text: event.target.value });
          if (stands.state === 'open') typing();
        }}
        onKeyDown={onKeyDown}
      />
      {takesButtons && (
        <ReplyButtons
          titles={draft.buttons}
          onChange={(buttons) => changeDraft({ buttons })}
          onDone={() => field.current?.focus()}
        />
      )}
      {takesPreview && (
        <LinkPreview checked={draft.previewsLink} onChange={(previewsLink) => changeDraft({ previewsLink })} />
      )}
      <div className={styles.tools}>
        {channel === 'whatsapp' && (
          <Button
            look={stands.state === 'lapsed' || stands.state === 'not_written' ? 'primary' : 'plain'}
            className={styles.template}
            disabled={stands.template === 'closed'}
            onClick={onTemplates}
          >
            <LayoutTemplate size={18} aria-hidden />
            {t('template')}
          </Button>
        )}
        <ChannelMenu channels={channels} channel={channel} onChange={onChannel} />
        {takesButtons && (
          <IconButton
            label={t('buttons.add')}
            disabled={draft.buttons.length === MOST_BUTTONS}
            onClick={() => changeDraft({ buttons: [...draft.buttons, ''] })}
          >
            <ListPlus size={19} aria-hidden />
          </IconButton>
        )}
        <span className={styles.space} />
        {!isClosed && <Counter text={draft.text} channel={channel} limit={limit} />}
        <IconButton label={t('send')} className={styles.send} disabled={!body} onClick={send}>
          <SendHorizontal size={19} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
