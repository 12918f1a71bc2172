import { type PointerEvent, useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from './Button';
import styles from './Chart.module.css';
import { ChartTable } from './ChartTable';
import { linePath, nearest, niceScale, percent, timeTicks } from './scale';

/** How a line is drawn: each has a colour and a stroke of its own, so that they can be told apart without colour too. */
export type Stroke = 'solid' | 'dashed' | 'dotted' | 'mixed' | 'alarm';

export type Series = { label: string; stroke: Stroke; values: (number | null)[] };

type Props = {
  title: string;
  /** What is measured, and in what. */
  hint: string;
  /** In milliseconds, ascending; each series has a value for each, or null where nothing was measured. */
  times: number[];
  series: Series[];
  /** The axis reaches at least so far. */
  least?: number;
  /** Between the marks below, in milliseconds. */
  step?: number;
  /** A value as it is read. */
  format: (value: number) => string;
  /** A value as it stands at the axis. */
  formatTick?: (value: number) => string;
};

const FIVE_MINUTES = 5 * 60 * 1000;

/** Lines over time. The legend tells the values at the pointer, or at the place that the arrow keys chose; without either, the newest. */
export function Chart({ title, hint, times, series, least, step = FIVE_MINUTES, format, formatTick = format }: Props) {
  const t = useTranslations('shell.chart');
  const formatter = useFormatter();
  const heading = useId();
  // The moment and not its place: the places move on as time does.
  const [chosen, setChosen] = useState<number | null>(null);
  const [isTable, setIsTable] = useState(false);

  const last = times.length - 1;
  const found = chosen === null ? -1 : times.indexOf(chosen);
  const at = found >= 0 ? found : last;
  const { top, ticks } = niceScale(
    series.flatMap((line) => line.values),
    least,
  );
  const [from, to] = [times[0] ?? 0, times[last] ?? 0];
  const clock = (time: number | undefined) =>
    time === undefined ? '–' : formatter.dateTime(new Date(time), { timeStyle: 'medium' });
  const read = (line: Series, index: number) => {
    const value = line.values[index] ?? null;
    return value === null ? '–' : format(value);
  };
  const choose = (index: number) => setChosen(times[index] ?? null);
  const point = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    choose(nearest(times, (event.clientX - left) / width));
  };

  return (
    <section className={styles.chart} aria-labelledby={heading}>
      <header className={styles.header}>
        <div>
          <h3 id={heading}>{title}</h3>
          <p className={styles.hint}>{hint}</p>
        </div>
        <Button look="plain" className={styles.toggle} onClick={() => setIsTable(!isTable)}>
          {isTable ? t('asChart') : t('asTable')}
        </Button>
      </header>
      <div className={styles.body}>
        {isTable ? (
          <ChartTable label={title} times={times} series={series} clock={clock} read={read} />
        ) : (
          <>
            <div className={styles.values} aria-hidden>
              {ticks.map((tick) => (
                <span key={tick} style={{ bottom: `${percent(tick, 0, top)}%` }}>
                  {formatTick(tick)}
                </span>
              ))}
            </div>
            <div className={styles.plot}>
              <svg className={styles.field} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                {ticks.map((tick) => (
                  <line
                    key={tick}
                    className={styles.grid}
                    x1="0"
                    x2="100"
                    y1={100 - percent(tick, 0, top)}
                    y2={100 - percent(tick, 0, top)}
                  />
                ))}
                {series.map((line) => (
                  <path
                    key={line.label}
                    className={[styles.line, styles[line.stroke]].join(' ')}
                    d={linePath(times, line.values, top)}
                  />
                ))}
              </svg>
              {at >= 0 && (
                <span
                  className={styles.cursor}
                  data-chosen={found >= 0 || undefined}
                  style={{ left: `${percent(times[at] ?? 0, from, to)}%` }}
                />
              )}
              {found >= 0 &&
                series.map((line) => {
                  const value = line.values[found] ?? null;
                  return (
                    value !== null && (
                      <span
                        key={line.label}
                        className={[styles.dot, styles[line.stroke]].join(' ')}
                        style={{
                          left: `${percent(times[found] ?? 0, from, to)}%`,
                          bottom: `${percent(value, 0, top)}%`,
                        }}
                      />
                    )
                  );
                })}
              <input
                type="range"
                className={styles.reader}
                min={0}
                max={Math.max(last, 0)}
                value={Math.max(at, 0)}
                disabled={last < 0}
                aria-label={t('read', { title })}
                aria-valuetext={t('reading', {
                  time: clock(times[at]),
                  values: formatter.list(series.map((line) => t('value', { name: line.label, value: read(line, at) }))),
                })}
                onChange={(event) => choose(event.currentTarget.valueAsNumber)}
                onKeyDown={(event) => event.key === 'Escape' && setChosen(null)}
                onPointerDown={point}
                onPointerMove={point}
                onPointerLeave={() => setChosen(null)}
                onBlur={() => setChosen(null)}
              />
            </div>
            <div className={styles.times} aria-hidden>
              {timeTicks(from, to, step).map((tick) => (
                <span key={tick} style={{ left: `${percent(tick, from, to)}%` }}>
                  {formatter.dateTime(new Date(tick), { hour: 'numeric', minute: '2-digit' })}
                </span>
              ))}
            </div>
          </>
        )}
      </div>
      <div className={styles.legend}>
        <p className={styles.when}>{t('at', { time: clock(times[at]) })}</p>
        <ul>
          {series.map((line) => (
            <li key={line.label}>
              <svg className={styles.sample} viewBox="0 0 32 8" aria-hidden="true">
                <path className={[styles.line, styles[line.stroke]].join(' ')} d="M1 4H31" />
              </svg>
              <span className={styles.name}>{line.label}</span>
              <span className={styles.value}>{read(line, at)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
