import { History } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import { Refused, Warned } from '../../design/Outcome';
import { ActionBadge } from './ActionBadge';
import styles from './PolicyPage.module.css';
import type { Action, Policy } from './policy';
import { type DryRunResult, useDryRun } from './usePolicy';

/** What a policy would have done with messages of the past, before it is in force. */
export function DryRun({ policy }: { policy: () => Policy }) {
  const t = useTranslations('admin.policy.dryRun');
  const trying = useDryRun();
  return (
    <section className={styles.dryRun} aria-label={t('open')}>
      <Button busy={trying.isPending} onClick={() => trying.mutate(policy())}>
        <History size={18} aria-hidden />
        {trying.isPending ? t('running') : t('open')}
      </Button>
      <p className={styles.soft}>{t('hint')}</p>
      <Refused error={trying.error} />
      <div role="status">{trying.data && <Result result={trying.data} />}</div>
    </section>
  );
}

function Result({ result }: { result: DryRunResult }) {
  const t = useTranslations('admin.policy.dryRun');
  const format = useFormatter();
  if (result.problems.length > 0) return <Warned>{result.problems.join(' ')}</Warned>;
  return (
    <div className={styles.result}>
      <p>
        {result.since
          ? t('looked', {
              count: result.messages,
              since: format.dateTime(new Date(result.since), { dateStyle: 'medium' }),
            })
          : t('none')}
      </p>
      <ul>
        {result.rules.map((rule) => (
          <li key={`${rule.organization}/${rule.rule}`} className={styles.head}>
            <span className={styles.name}>{rule.name}</span>
            <ActionBadge action={rule.action as Action} />
            <span className={styles.soft}>{t('messages', { count: rule.messages })}</span>
          </li>
        ))}
      </ul>
      {result.since && result.rules.length === 0 && <p>{t('nothing')}</p>}
    </div>
  );
}
