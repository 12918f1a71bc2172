import { Link } from '@tanstack/react-router';
import { ChevronRight, CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { State } from './limits';
import styles from './Tile.module.css';

const icons = { good: CircleCheck, warn: TriangleAlert, bad: OctagonAlert };

type Props = {
  label: string;
  /** Null where it can't be read just now. */
  value: string | null;
  more: string;
  /** When it is good, and when not. */
  hint: string;
  state: State;
  to?: '/operations/raw-inbox' | '/operations/dead-letters';
};

/** A big figure, how it stands, and by which measure. */
export function Tile({ label, value, more, hint, state, to }: Props) {
  const t = useTranslations('operations');
  const Icon = state === 'plain' ? null : icons[state];
  return (
    <section className={styles.tile} data-state={state} aria-label={label}>
      <header>
        <h2>{to ? <Link to={to}>{label}</Link> : label}</h2>
        {to && <ChevronRight size={16} aria-hidden className={styles.next} />}
        <p className={styles.state}>
          {Icon && state !== 'plain' && (
            <>
              <Icon size={16} aria-hidden />
              {t(`states.${state}`)}
            </>
          )}
        </p>
      </header>
      <p className={styles.value}>{value ?? '–'}</p>
      <p className={styles.more}>{value === null ? t('notRead') : more}</p>
      <p className={styles.hint}>{hint}</p>
    </section>
  );
}
