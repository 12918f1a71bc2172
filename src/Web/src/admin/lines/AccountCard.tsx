import { useFormatter, useTranslations } from 'use-intl';
import type { AccountHealth } from '../../api/schema';
import { Badge } from '../../design/Badge';
import { Card } from '../../design/Card';
import { Fact } from './Fact';
import { toneOf, useFactWords } from './facts';
import styles from './LinesPage.module.css';

/** The WhatsApp business account: what stands against it, and what Meta told last. */
export function AccountCard({ account }: { account: AccountHealth | null }) {
  const t = useTranslations('admin.lines.account');
  const words = useFactWords();
  const format = useFormatter();
  if (!account) {
    return (
      <Card title={t('title')}>
        <p className={styles.soft}>{t('none')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('title')} text={t('id', { id: account.id })}>
      {account.facts.length > 0 ? (
        <dl className={styles.facts}>
          {account.facts.map((fact) => (
            <Fact key={`${fact.kind} ${fact.says}`} kind={fact.kind} fact={fact} />
          ))}
        </dl>
      ) : (
        <p className={styles.soft}>{t('nothingAgainst')}</p>
      )}
      {account.recent.length > 0 && (
        <div className={styles.recent}>
          <h3>{t('recent')}</h3>
          <ul>
            {account.recent.map((fact) => (
              <li key={`${fact.at} ${fact.number} ${fact.kind} ${fact.says} ${fact.detail}`}>
                <Badge tone={toneOf(fact)}>{words(fact)}</Badge>
                {fact.detail && <p>{fact.detail}</p>}
                <p className={styles.soft}>
                  {[
                    fact.at && format.dateTime(new Date(fact.at), { dateStyle: 'medium', timeStyle: 'short' }),
                    fact.number && `+${fact.number}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
