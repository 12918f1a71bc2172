import { Link } from '@tanstack/react-router';
import { Ban, Clock3, Hourglass, MessageSquareText, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ContactCard } from '../api/schema';
import { Banner } from '../design/Banner';
import { Button } from '../design/Button';
import { useRefusalWords } from '../words/refusals';
import styles from './StandingLine.module.css';
import type { Standing, WritingChannel } from './standing';
import { timeLeft } from './timeLeft';

type Props = {
  line: string;
  contact: ContactCard;
  channel: WritingChannel;
  stands: Standing;
  now: Date;
  onAskAgain: () => void;
  onUseSms: () => void;
};

const ICON = 18;

/** One line above the field: what may be sent, why not, and what can be done about it. */
export function StandingLine({ line, contact, channel, stands, now, onAskAgain, onUseSms }: Props) {
  const t = useTranslations('compose');
  const thread = useTranslations('thread');
  const refusal = useRefusalWords();
  const time = useMoment();
  const { name } = contact;

  switch (stands.state) {
    case 'open':
      return stands.until ? <Left until={stands.until} now={now} /> : null;
    case 'sms':
      return null;
    case 'not_asked':
      return <Banner icon={<Hourglass size={ICON} />}>{t('standing.not_asked', { name })}</Banner>;
    case 'pending':
      return (
        <Banner icon={<Hourglass size={ICON} />}>
          {stands.askedAt && stands.askAgainAt
            ? t('standing.pending', { time: time(stands.askedAt), again: time(stands.askAgainAt) })
            : t('standing.pendingNew', { name })}
        </Banner>
      );
    case 'ask_again':
      return (
        <Banner
          icon={<Hourglass size={ICON} />}
          action={<Button onClick={onAskAgain}>{t('standing.askAgain')}</Button>}
        >
          {t('standing.ask_again', { name, time: stands.askedAt ? time(stands.askedAt) : '' })}
        </Banner>
      );
    case 'lapsed':
    case 'not_written':
      return (
        <Banner tone="warning" icon={<Clock3 size={ICON} />}>
          {t(`standing.${stands.state}`, { name })}
        </Banner>
      );
    case 'declined':
    case 'withdrawn':
      return (
        <WithSms stands={stands} tone="danger" icon={<Ban size={ICON} />} onUseSms={onUseSms}>
          {t(`standing.${stands.state}`, { name, channel: t(`channels.${channel}`) })}
        </WithSms>
      );
    case 'not_reachable':
      return (
        <WithSms stands={stands} tone="warning" icon={<TriangleAlert size={ICON} />} onUseSms={onUseSms}>
          {t(stands.offersSms ? 'standing.not_reachableSms' : 'standing.not_reachable', { name })}
        </WithSms>
      );
    case 'no_phone':
      return (
        <Banner tone="warning" icon={<TriangleAlert size={ICON} />}>
          {t('standing.no_phone', { name })}
        </Banner>
      );
    case 'merged':
      return (
        <Banner
          tone="warning"
          action={
            <Link to="/lines/$line/threads/$contact" params={{ line, contact: stands.mergedInto ?? contact.id }}>
              {thread('goThere')}
            </Link>
          }
        >
          {thread('merged')}
        </Banner>
      );
    case 'refused':
      return (
        <WithSms stands={stands} tone="warning" icon={<TriangleAlert size={ICON} />} onUseSms={onUseSms}>
          {refusal({ code: stands.code })}
        </WithSms>
      );
  }
}

function WithSms({
  stands,
  tone,
  icon,
  onUseSms,
  children,
}: {
  stands: Standing;
  tone: 'warning' | 'danger';
  icon: ReactNode;
  onUseSms: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('compose.standing');
  // Who declined on WhatsApp may still be written to by SMS; but nobody is led there.
  const offered = stands.offersSms && stands.state !== 'declined' && stands.state !== 'withdrawn';
  return (
    <Banner
      tone={tone}
      icon={icon}
      action={
        offered && (
          <Button onClick={onUseSms}>
            <MessageSquareText size={17} aria-hidden />
            {t('useSms')}
          </Button>
        )
      }
    >
      {children}
    </Banner>
  );
}

/** It changes each minute, so it isn't read aloud by itself. */
function Left({ until, now }: { until: Date; now: Date }) {
  const t = useTranslations('compose.standing.open');
  const { unit, count, isLast } = timeLeft(until, now);
  return (
    <p className={styles.left} data-last={isLast || undefined}>
      <Clock3 size={14} aria-hidden />
      {t(unit, { count })}
    </p>
  );
}

function useMoment(): (time: Date) => string {
  const format = useFormatter();
  return (time) => format.dateTime(time, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
}
