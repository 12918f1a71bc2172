import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LineCard, MessageBody, MessageSummary, ThreadDetails } from '../api/schema';
import { Banner } from '../design/Banner';
import { post, useOutgoing } from '../outbox/useOutbox';
import { useMe } from '../shell/me';
import { AskAgain, AskFirst } from './Asking';
import styles from './Composer.module.css';
import { channelsOf, keepChannel, keptChannel, pickChannel } from './channels';
import { StandingLine } from './StandingLine';
import { standing, type WritingChannel } from './standing';
import { TemplatePicker } from './TemplatePicker';
import { useClock } from './useClock';
import { Writing } from './Writing';

type Props = { line: LineCard; details: ThreadDetails; quoted: MessageSummary | null; onQuoteDone: () => void };

type Open = { shows: 'templates' } | { shows: 'ask'; body: MessageBody; onSent: () => void } | { shows: 'askAgain' };

/** Where one writes. It always says what may be sent, and why not. */
export function Composer(props: Props) {
  return <OfContact key={`${props.line.id}/${props.details.contact.id}`} {...props} />;
}

function OfContact({ line, details, quoted, onQuoteDone }: Props) {
  const t = useTranslations('compose');
  const { contact, session } = details;
  const channels = channelsOf(useMe(), line, contact);
  const [chosen, setChosen] = useState(() => keptChannel(line.id, contact.id));
  const [open, setOpen] = useState<Open | null>(null);
  const now = useClock(session.session_until, session.ask_again_at);
  const asking = useOutgoing(line.id, contact.id).some(({ body }) => body.opt_in);

  const choose = useCallback(
    (next: WritingChannel) => {
      setChosen(next);
      keepChannel(line.id, contact.id, next);
    },
    [line.id, contact.id],
  );

  const channel = pickChannel(channels, chosen);
  if (!channel) {
    return (
      <div className={styles.composer}>
        <Banner>{t('standing.none')}</Banner>
      </div>
    );
  }

  const stands = standing({ details, channel, now, hasSms: channels.sms === 'offered', asking });
  const close = () => setOpen(null);

  /** Sends it, or first asks whether the request may be sent with it. */
  function send(body: MessageBody, onSent: () => void) {
    if (body.channel === 'whatsapp' && stands[body.template ? 'template' : 'text'] === 'asks') {
      setOpen({ shows: 'ask', body, onSent });
    } else {
      post(line.id, contact.id, body);
      onSent();
    }
  }

  return (
    <section className={styles.composer} aria-label={t('region', { name: contact.name })}>
      <StandingLine
        line={line.id}
        contact={contact}
        channel={channel}
        stands={stands}
        now={now}
        onAskAgain={() => setOpen({ shows: 'askAgain' })}
        onUseSms={() => choose('sms')}
      />
      <Writing
        line={line.id}
        contact={contact}
        channels={channels}
        channel={channel}
        stands={stands}
        quoted={quoted}
        onQuoteDone={onQuoteDone}
        onChannel={choose}
        onTemplates={() => setOpen({ shows: 'templates' })}
        onSend={send}
      />
      {open?.shows === 'templates' && (
        <TemplatePicker
          contact={contact}
          asks={stands.template === 'asks'}
          onSend={(template) => send({ channel: 'whatsapp', template }, close)}
          onClose={close}
        />
      )}
      {open?.shows === 'ask' && (
        <AskFirst
          line={line.id}
          contact={contact}
          askedIn={details.session.asked_in}
          body={open.body}
          onSent={open.onSent}
          onClose={close}
        />
      )}
      {open?.shows === 'askAgain' && (
        <AskAgain line={line.id} contact={contact} askedIn={details.session.asked_in} onClose={close} />
      )}
    </section>
  );
}
