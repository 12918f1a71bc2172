import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRefusalWords } from '../words/refusals';
import styles from './Outcome.module.css';

/** Says that it worked. It is there before there is something to say, or screen readers would not read it. */
export function Said({ children }: { children?: string | false | null }) {
  return (
    <p role="status" className={styles.said}>
      {children && (
        <>
          <CircleCheck size={16} aria-hidden />
          {children}
        </>
      )}
    </p>
  );
}

/** Says why it did not work. */
export function Refused({ error }: { error: unknown }) {
  const words = useRefusalWords();
  return <Warned>{error ? words(error) : null}</Warned>;
}

/** Says why it did not work, where the page knows it itself. */
export function Warned({ children }: { children?: ReactNode }) {
  return (
    <div role="alert">
      {children && (
        <p className={styles.refused}>
          <CircleAlert size={18} aria-hidden />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
