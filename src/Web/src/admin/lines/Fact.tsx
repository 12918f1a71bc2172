import { useFormatter, useTranslations } from 'use-intl';
import type { HealthFact } from '../../api/schema';
import { Badge } from '../../design/Badge';
import { toneOf, useFactWords } from './facts';

/** One thing that Meta said, and when. */
export function Fact({ kind, fact }: { kind: string; fact?: HealthFact }) {
  const t = useTranslations('admin.lines');
  const words = useFactWords();
  const format = useFormatter();
  const day = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium', timeStyle: 'short' });
  const label = `kinds.${kind}` as 'kinds.quality';
  return (
    <div>
      <dt>{t.has(label) ? t(label) : kind}</dt>
      <dd>
        {fact ? <Badge tone={toneOf(fact)}>{words(fact)}</Badge> : <Badge>{t('notTold')}</Badge>}
        {fact?.detail && <p>{fact.detail}</p>}
        {fact?.reason && <p>{t('reason', { reason: fact.reason })}</p>}
        {fact?.until && (
          <p>{fact.ended ? t('ended', { when: day(fact.until) }) : t('until', { when: day(fact.until) })}</p>
        )}
        {fact?.at && <p>{t('since', { when: day(fact.at) })}</p>}
      </dd>
    </div>
  );
}
