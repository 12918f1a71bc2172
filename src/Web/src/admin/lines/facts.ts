import { useFormatter, useTranslations } from 'use-intl';
import type { HealthFact } from '../../api/schema';
import type { Tone } from '../../design/Badge';

/** How good or bad Meta's words are. What is not among them is plain. */
const TONES: Record<string, Tone> = {
  GREEN: 'good',
  UNFLAGGED: 'good',
  YELLOW: 'warning',
  FLAGGED: 'danger',
  RED: 'danger',
  APPROVED: 'good',
  REJECTED: 'danger',
  DECLINED: 'danger',
  PENDING: 'warning',
  DEFERRED: 'warning',
  REINSTATE: 'good',
  DISABLE: 'danger',
  SCHEDULE_FOR_DISABLE: 'danger',
  ACCOUNT_RECONNECTED: 'good',
  ACCOUNT_DELETED: 'danger',
  ACCOUNT_OFFBOARDED: 'danger',
  CRITICAL: 'danger',
  WARNING: 'warning',
};

export function toneOf({ kind, says, severity, ended }: HealthFact): Tone {
  if (ended) return 'plain';
  if (severity) return TONES[severity] ?? 'plain';
  return kind === 'restriction' || kind === 'violation' ? 'danger' : (TONES[says] ?? 'plain');
}

/** What Meta said, in words. */
export function useFactWords(): (fact: HealthFact) => string {
  const t = useTranslations('admin.lines');
  const format = useFormatter();
  return ({ kind, says }) => {
    const limit = /^(?:TIER_)?(\d+)(K?)$/.exec(says);
    if (limit) {
      const number = Number(limit[1]) * (limit[2] ? 1000 : 1);
      return kind === 'number_limit' ? format.number(number) : t('perDay', { count: number });
    }
    const key = `says.${says}` as 'says.GREEN';
    // Meta has words that it tells nobody of beforehand: better as they are than not at all.
    return t.has(key) ? t(key) : says.toLowerCase().replaceAll('_', ' ');
  };
}
