import type { ReactNode } from 'react';
import styles from './Section.module.css';
import { Tabs } from './Tabs';

/** The pages of a section below their tabs. */
export function Section({ label, tabs, children }: { label: string; tabs: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <Tabs label={label}>{tabs}</Tabs>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
