import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Page.module.css';

type Props = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  /** The way back to the page that this one belongs to. */
  back?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** A page that scrolls: title, what it is about, what can be done, content. */
export function Page({ title, lead, actions, tabs, back, wide, children }: Props) {
  useTitle(title);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className={styles.scroll} tabIndex={0}>
      <div className={styles.page} data-wide={wide || undefined}>
        {back}
        <header className={styles.header}>
          <div>
            <h1>{title}</h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
        {tabs}
        {children}
      </div>
    </div>
  );
}

export function useTitle(title: string): void {
  const product = useTranslations('shell')('product');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
