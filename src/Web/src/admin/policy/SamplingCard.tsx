import { useFormatter, useTranslations } from 'use-intl';
import type { PersonView } from '../../api/schema';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import styles from './PolicyPage.module.css';
import type { Sampling } from './policy';

type Named = { id: string; name: string };

type Props = {
  sampling: Sampling | undefined;
  people: readonly PersonView[];
  lines: readonly Named[];
  onChange: () => void;
};

/** How many messages compliance officers look at though nothing was found in them. */
export function SamplingCard({ sampling, people, lines, onChange }: Props) {
  const t = useTranslations('admin.policy.sampling');
  const format = useFormatter();
  const percent = (value: number) => format.number(value / 100, { style: 'percent', maximumFractionDigits: 4 });
  const name = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name ?? id;
  return (
    <Card title={t('title')} text={t('text')} aside={<Button onClick={onChange}>{t('change')}</Button>}>
      {sampling ? (
        <ul className={styles.lists}>
          <li>{t('all', { percent: percent(sampling.percent) })}</li>
          {sampling.lines.map((share) => (
            <li key={share.line}>{t('line', { percent: percent(share.percent), name: name(lines, share.line) })}</li>
          ))}
          {sampling.people.map((share) => (
            <li key={share.person}>
              {t('person', { percent: percent(share.percent), name: name(people, share.person) })}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.soft}>{t('none')}</p>
      )}
    </Card>
  );
}
