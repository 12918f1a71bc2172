import { Link } from '@tanstack/react-router';
import { MessageCircle, MessageSquareText, Phone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { HealthFact, NumberCard, NumberFacts } from '../../api/schema';
import { Badge } from '../../design/Badge';
import { Fact } from './Fact';
import styles from './LinesPage.module.css';
import { Paused } from './Paused';

/** What Meta tells of a number, the most important first. */
const KINDS = ['quality', 'limit', 'throughput', 'name', 'username'] as const;

export function NumberRow({ number, health }: { number: NumberCard; health?: NumberFacts }) {
  const t = useTranslations('admin.lines');
  const profile = useTranslations('profile');
  const channel = number.channel as 'whatsapp' | 'sms' | 'voice';
  const sending = health?.sending;
  return (
    <div className={styles.number}>
      <div className={styles.title}>
        <ChannelIcon channel={channel} />
        <strong>{number.display}</strong>
        <span className={styles.channel}>{t(`channels.${channel}`)}</span>
        {channel === 'whatsapp' && health?.line && (
          <Link
            to="/admin/lines/numbers/$number"
            params={{ number: number.id }}
            className={styles.profile}
            aria-label={profile('openOf', { number: number.display })}
          >
            {profile('open')}
          </Link>
        )}
        {sending && (
          <span className={styles.end}>
            <Badge tone={sending.paused ? 'danger' : 'good'}>{sending.paused ? t('paused.badge') : t('sends')}</Badge>
          </span>
        )}
      </div>
      {sending?.paused && <Paused number={number.id} sending={sending} />}
      {health && health.facts.length === 0 && <p className={styles.untold}>{t('nothingTold')}</p>}
      {health && health.facts.length > 0 && (
        <dl className={styles.facts}>
          {KINDS.map((kind) => (
            <Fact key={kind} kind={kind} fact={find(health.facts, kind)} />
          ))}
        </dl>
      )}
    </div>
  );
}

const find = (facts: readonly HealthFact[], kind: string) => facts.find((fact) => fact.kind === kind);

function ChannelIcon({ channel }: { channel: string }) {
  if (channel === 'whatsapp') return <MessageCircle size={18} aria-hidden data-whatsapp />;
  return channel === 'sms' ? <MessageSquareText size={18} aria-hidden /> : <Phone size={18} aria-hidden />;
}
