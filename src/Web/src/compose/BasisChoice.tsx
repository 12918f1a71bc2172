import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ConsentBasis } from '../api/schema';
import styles from './BasisChoice.module.css';

const BASES: readonly ConsentBasis[] = ['existing_client', 'form', 'in_person', 'other'];

type Props = { value: ConsentBasis | null; error?: string; onChange: (basis: ConsentBasis) => void };

/** Where the permission to ask comes from. Nothing is chosen beforehand: it becomes evidence. */
export function BasisChoice({ value, error, onChange }: Props) {
  const t = useTranslations('compose.optIn');
  const id = useId();
  return (
    <fieldset className={styles.choice} aria-describedby={error && `${id}-error`}>
      <legend>{t('basis')}</legend>
      {BASES.map((basis) => (
        <label key={basis} className={styles.option}>
          <input
            type="radio"
            name={id}
            value={basis}
            checked={value === basis}
            aria-labelledby={`${id}-${basis}`}
            aria-describedby={`${id}-${basis}-hint`}
            onChange={() => onChange(basis)}
          />
          <span id={`${id}-${basis}`}>{t(`bases.${basis}.label`)}</span>
          <span id={`${id}-${basis}-hint`} className={styles.hint}>
            {t(`bases.${basis}.hint`)}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
