import { useTranslations } from 'use-intl';
import type { FollowerReading, Latency, OperationsView } from '../../api/schema';
import { perSecond, settled, total } from './history';
import { limits, stateOf } from './limits';
import { Tile } from './Tile';
import styles from './Tiles.module.css';
import { useFigures } from './useFigures';

/** What one looks at first. */
export function Tiles({ now }: { now: OperationsView }) {
  const t = useTranslations('operations.tiles');
  const figures = useFigures();
  const past = settled(now);
  const rate = (what: 'received' | 'sent') => mean(perSecond(past.slice(-LAST_MINUTE), what, now));
  const [failed, sent] = [total(past, 'failed'), total(past, 'sent')];
  const share = failed + sent > 0 ? failed / (failed + sent) : null;
  const { queue, raw_inbox: raw, dead_letters: dead } = now;
  const waits = queue ? (queue.oldest_age_seconds ?? 0) : null;
  const behind = now.followers && oldest(now.followers);

  const latency = (key: 'webhook' | 'sending', took: Latency | undefined) => (
    <Tile
      label={t(`${key}.label`)}
      value={took ? (took.p95_ms === null ? t('none') : figures.milliseconds(took.p95_ms)) : null}
      more={t('times', { count: took?.count ?? 0 })}
      hint={t('limits', {
        warn: figures.milliseconds(limits[key].warn),
        bad: figures.milliseconds(limits[key].bad),
      })}
      state={stateOf(took?.p95_ms, limits[key])}
    />
  );

  return (
    <div className={styles.tiles}>
      <Tile
        label={t('through.label')}
        value={past.length > 0 ? t('perSecond', { rate: figures.rate(rate('received')) }) : null}
        more={t('through.sent', { rate: figures.rate(rate('sent')) })}
        hint={t('through.hint')}
        state="plain"
      />
      {latency('webhook', now.latency?.webhook)}
      {latency('sending', now.latency?.sending)}
      <Tile
        label={t('failed.label')}
        value={past.length > 0 ? (share === null ? t('none') : figures.share(share)) : null}
        more={t('failed.of', { failed, all: failed + sent })}
        hint={t('limits', { warn: figures.share(limits.failed.warn), bad: figures.share(limits.failed.bad) })}
        state={stateOf(share, limits.failed)}
      />
      <Tile
        label={t('queue.label')}
        value={waits === null ? null : figures.seconds(waits)}
        more={t('queue.waiting', {
          waiting: queue?.waiting ?? 0,
          flying: queue?.in_flight ?? 0,
          paused: queue?.paused ?? 0,
        })}
        hint={t('queue.limits', {
          warn: figures.seconds(limits.waiting.warn),
          bad: figures.seconds(limits.waiting.bad),
        })}
        state={worse(stateOf(waits, limits.waiting), queue && queue.paused > 0)}
      />
      <Tile
        label={t('followers.label')}
        value={behind === null ? null : figures.seconds(behind.age)}
        more={t('followers.behind', { count: behind?.count ?? 0 })}
        hint={t('limits', { warn: figures.seconds(limits.behind.warn), bad: figures.seconds(limits.behind.bad) })}
        state={stateOf(behind?.age, limits.behind)}
      />
      <Tile
        label={t('rawInbox.label')}
        value={raw && figures.count(raw.open)}
        more={t('rawInbox.more')}
        hint={t('rawInbox.hint')}
        state={stateOf(raw?.open, limits.rawInbox)}
        to="/operations/raw-inbox"
      />
      <Tile
        label={t('deadLetters.label')}
        value={dead && figures.count(dead.count)}
        more={t('deadLetters.more')}
        hint={t('deadLetters.hint')}
        state={stateOf(dead?.count, limits.deadLetters)}
        to="/operations/dead-letters"
      />
    </div>
  );
}

/** In intervals. */
const LAST_MINUTE = 6;

function mean(values: (number | null)[]): number {
  return values.length > 0 ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length : 0;
}

function oldest(followers: FollowerReading[]) {
  return {
    age: Math.max(0, ...followers.map((follower) => follower.oldest_age_seconds ?? 0)),
    count: followers.reduce((sum, follower) => sum + follower.behind, 0),
  };
}

/** A number that pauses is worth a look, however short its queue is. */
function worse(state: ReturnType<typeof stateOf>, pauses: boolean | null) {
  return state === 'good' && pauses ? 'warn' : state;
}
