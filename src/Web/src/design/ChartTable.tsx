import { useTranslations } from 'use-intl';
import type { Series } from './Chart';
import styles from './ChartTable.module.css';

type Props = {
  label: string;
  times: number[];
  series: Series[];
  clock: (time: number) => string;
  read: (line: Series, index: number) => string;
};

/** What the lines of a chart show, in numbers, newest first. */
export function ChartTable({ label, times, series, clock, read }: Props) {
  const t = useTranslations('shell.chart');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            {series.map((line) => (
              <th key={line.label} scope="col">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times
            .map((time, index) => (
              <tr key={time}>
                <th scope="row">{clock(time)}</th>
                {series.map((line) => (
                  <td key={line.label}>{read(line, index)}</td>
                ))}
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </section>
  );
}
