import { useTranslations } from 'use-intl';
import { Card } from '../../design/Card';
import { ActionBadge } from './ActionBadge';
import styles from './PolicyPage.module.css';
import type { Policy } from './policy';
import { useLooksFor } from './useLooksFor';

/** The rules of an organisation that this one is a part of. They hold here too and are changed there. */
export function InheritedRules({ name, policy }: { name: string; policy: Policy }) {
  const t = useTranslations('admin.policy');
  const looksFor = useLooksFor();
  const rules = policy.rules.filter(({ enabled }) => enabled);
  return (
    <Card title={t('inherited.title', { name })} text={t('inherited.text')}>
      <ul className={styles.lists}>
        {rules.map((rule) => (
          <li key={rule.id}>
            <p className={styles.head}>
              <span className={styles.name}>{rule.name}</span>
              <ActionBadge action={rule.action} />
            </p>
            <p className={styles.soft}>
              {t(`directions.${rule.direction}`)} · {looksFor(rule, policy.word_lists)}
            </p>
          </li>
        ))}
        {rules.length === 0 && <li className={styles.soft}>{t('inherited.none')}</li>}
      </ul>
    </Card>
  );
}
