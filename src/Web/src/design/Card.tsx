import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

/** A part of a page with a heading of its own. */
export function Card({
  title,
  text,
  aside,
  children,
}: {
  title: ReactNode;
  text?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <header className={styles.header}>
        <div>
          <h2 id={heading}>{title}</h2>
          {text && <p>{text}</p>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
