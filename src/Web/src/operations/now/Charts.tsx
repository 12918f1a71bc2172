import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { OperationsView } from '../../api/schema';
import { Chart, type Stroke } from '../../design/Chart';
import styles from './Charts.module.css';
import { durations, perSecond, settled } from './history';
import { useFigures } from './useFigures';

const counts = {
  received: 'solid',
  accepted: 'dashed',
  sent: 'dotted',
  delivered: 'mixed',
  failed: 'alarm',
} as const satisfies Record<string, Stroke>;

const percentiles = { p50_ms: 'solid', p95_ms: 'dashed', p99_ms: 'dotted' } as const satisfies Record<string, Stroke>;

/** In milliseconds: so long is an axis at least, so that little does not look like much. */
const LEAST = 20;

/** The last quarter of an hour: how much went through, and how long it took. */
export function Charts({ now }: { now: OperationsView }) {
  const t = useTranslations('operations.charts');
  const figures = useFigures();
  const past = useMemo(() => settled(now), [now]);
  const times = past.map((interval) => Date.parse(interval.at));
  return (
    <>
      <Chart
        title={t('throughput.title')}
        hint={t('throughput.hint')}
        times={times}
        series={entries(counts).map(([what, stroke]) => ({
          label: t(`throughput.${what}`),
          stroke,
          values: perSecond(past, what, now),
        }))}
        format={figures.rate}
        formatTick={figures.rateTick}
      />
      <div className={styles.three}>
        {(['webhook', 'sending', 'provider_call'] as const).map((of) => (
          <Chart
            key={of}
            title={t(`${of}.title`)}
            hint={t(`${of}.hint`)}
            times={times}
            series={entries(percentiles).map(([percentile, stroke]) => ({
              label: t(`percentiles.${percentile}`),
              stroke,
              values: durations(past, of, percentile),
            }))}
            least={LEAST}
            format={figures.milliseconds}
          />
        ))}
      </div>
    </>
  );
}

const entries = <Key extends string, Value>(of: Record<Key, Value>) => Object.entries(of) as [Key, Value][];
