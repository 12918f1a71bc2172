import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { RecordedDecision, ReviewItem } from '../../api/schema';
import { Badge } from '../../design/Badge';
import { Button } from '../../design/Button';
import { ChannelIcon } from '../../design/ChannelIcon';
import { useLines, useMe } from '../../shell/me';
import type { Channel } from '../../thread/message';
import { useNames } from '../../thread/people';
import { ContactName } from '../ContactName';
import styles from '../List.module.css';
import { CauseBadge } from './CauseBadge';
import type { Cause, Outcome } from './queries';
import review from './Review.module.css';

type Props = {
  item: ReviewItem;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onDecide: (outcome: Outcome) => void;
};

const OUTCOMES = ['no_issue', 'escalated', 'violation'] as const;

/** A message of the queue, with what was decided about it and what can be. */
export function ReviewRow({ item: { message, cause, decisions }, chosen, onChoose, onDecide }: Props) {
  const t = useTranslations('compliance.review');
  const s = useTranslations('compliance.search');
  const format = useFormatter();
  const name = useNames();
  const me = useMe();
  const { data: lines } = useLines();
  const line = lines?.find((known) => known.id === message.line)?.name ?? message.line;
  const time = format.dateTime(new Date(message.at), { dateStyle: 'medium', timeStyle: 'short' });
  const isOwn = message.author === me.id;
  return (
    <li className={review.row}>
      <input
        type="checkbox"
        className={review.check}
        aria-label={t('choose', { time })}
        checked={chosen}
        disabled={isOwn}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <div className={review.body}>
        <p className={styles.head}>
          <ChannelIcon channel={message.channel as Channel} size={14} />
          <span className={styles.name}>
            {message.inbound
              ? s.rich('fromContact', { contact: () => <ContactName id={message.contact} />, line })
              : s.rich('toContact', {
                  contact: () => <ContactName id={message.contact} />,
                  author: message.author ? name(message.author) : line,
                })}
          </span>
          <CauseBadge cause={cause as Cause} />
        </p>
        {message.excerpt ? (
          <p className={styles.excerpt}>{message.excerpt}</p>
        ) : (
          <p className={styles.soft}>{s(message.type === 'message_blocked' ? 'blocked' : 'noText')}</p>
        )}
        <p className={styles.soft}>
          <time dateTime={message.at}>{time}</time>
          {(message.rules ?? []).length > 0 && ` · ${format.list(message.rules ?? [])}`}
          {' · '}
          <Link to="/lines/$line/threads/$contact" params={{ line: message.line, contact: message.contact }}>
            {t('thread')}
          </Link>
        </p>
        {decisions.map((decision) => (
          <Decided key={`${decision.at} ${decision.person}`} decision={decision} />
        ))}
      </div>
      {isOwn ? (
        <p className={`${styles.soft} ${review.own}`}>{t('own')}</p>
      ) : (
        <div className={review.actions}>
          {OUTCOMES.map((outcome) => (
            <Button
              key={outcome}
              aria-label={t('decideOn', { outcome: t(`decide.${outcome}`), time })}
              onClick={() => onDecide(outcome)}
            >
              {t(`decide.${outcome}`)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

const TONES = { no_issue: 'good', escalated: 'warning', violation: 'danger' } as const;

function Decided({ decision }: { decision: RecordedDecision }) {
  const t = useTranslations('compliance.review');
  const format = useFormatter();
  const name = useNames();
  const outcome = decision.outcome as Outcome;
  return (
    <div className={review.decision}>
      <p className={styles.head}>
        <Badge tone={TONES[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
        <span className={styles.soft}>
          {t('by', {
            name: name(decision.person),
            time: format.dateTime(new Date(decision.at), { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </span>
      </p>
      {decision.note && <p className={styles.excerpt}>{decision.note}</p>}
    </div>
  );
}
