import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './Field.module.css';

type Labelled = { label: string; hint?: ReactNode; error?: string; optional?: string };

function Frame({ id, label, hint, error, optional, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> {optional}</span>}
      </label>
      {children}
      {hint && !error && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-hint`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, { hint, error }: Labelled) {
  return { 'aria-describedby': hint || error ? `${id}-hint` : undefined, 'aria-invalid': error ? true : undefined };
}

export function TextField({ label, hint, error, optional, ...props }: ComponentProps<'input'> & Labelled) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, optional }}>
      <input {...props} id={id} className={styles.input} {...described(id, { label, hint, error })} />
    </Frame>
  );
}

export function TextArea({ label, hint, error, optional, ...props }: ComponentProps<'textarea'> & Labelled) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, optional }}>
      <textarea {...props} id={id} className={styles.input} {...described(id, { label, hint, error })} />
    </Frame>
  );
}

export function SelectField({ label, hint, error, optional, children, ...props }: ComponentProps<'select'> & Labelled) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, optional }}>
      <select {...props} id={id} className={styles.input} {...described(id, { label, hint, error })}>
        {children}
      </select>
    </Frame>
  );
}
