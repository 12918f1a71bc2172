import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Panel.module.css';

type Props = { title: string; hint: string; wide?: boolean; children: ReactNode };

/** A part of the page with a heading; what it holds scrolls, so that the page does not move while rows come and go. */
export function Panel({ title, hint, wide, children }: Props) {
  const heading = useId();
  return (
    <section className={styles.panel} data-wide={wide || undefined} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        <p>{hint}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <div className={styles.scroll} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}

type TableProps<Row> = {
  /** Null where they can't be read just now. */
  rows: Row[] | null;
  columns: { head: ReactNode; isNumber?: boolean; cell: (row: Row) => ReactNode; sort?: 'ascending' | 'descending' }[];
  rowKey: (row: Row) => string;
  /** What is said where there is none. */
  none: string;
};

export function Rows<Row>({ rows, columns, rowKey, none }: TableProps<Row>) {
  const t = useTranslations('operations');
  if (!rows?.length) return <p className={styles.none}>{rows ? none : t('notRead')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ head, isNumber, sort }, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are.
            <th key={column} scope="col" data-number={isNumber || undefined} aria-sort={sort}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ isNumber, cell }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are.
              <td key={column} data-number={isNumber || undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
