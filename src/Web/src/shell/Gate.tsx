import { useQuery } from '@tanstack/react-query';
import { isSignedOut } from '../api/client';
import { Failed } from '../design/States';
import { ConnectionBar } from './ConnectionBar';
import { belongTo } from './kept';
import { me } from './me';
import { Shell } from './Shell';
import styles from './Shell.module.css';
import { SignedOut } from './SignedOut';

/** How often is looked, in milliseconds, whether the product is there again, or the person has signed in again. */
const COME_BACK = 5000;

/** Nobody gets further who isn't signed in. */
export function Gate() {
  const { data, error, refetch } = useQuery({
    ...me,
    refetchInterval: (query) => query.state.status === 'error' && COME_BACK,
  });
  if (error && isSignedOut(error)) return <SignedOut />;
  if (data) {
    belongTo(`${data.organization.id}.${data.id}`);
    return <Shell />;
  }
  if (error)
    return (
      <main className={styles.alone}>
        <ConnectionBar />
        <Failed error={error} onRetry={() => refetch()} />
      </main>
    );
  // The frame as it will stand, so that nothing moves.
  return (
    <div className={styles.shell} aria-busy>
      <div className={styles.nav} />
      <div className={styles.page} />
    </div>
  );
}
