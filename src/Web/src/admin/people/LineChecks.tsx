import { useTranslations } from 'use-intl';
import type { LineCard } from '../../api/schema';
import { Check } from '../../design/Check';
import styles from './PersonDialog.module.css';

type Props = { lines: readonly LineCard[]; chosen: readonly string[]; onChange: (lines: string[]) => void };

export function LineChecks({ lines, chosen, onChange }: Props) {
  const t = useTranslations('admin.people');
  if (lines.length === 0) return <p className={styles.empty}>{t('firmHasNoLines')}</p>;
  return lines.map(({ id, name, numbers }) => (
    <Check
      key={id}
      label={name}
      hint={[...new Set(numbers.map(({ display }) => display))].join(', ')}
      checked={chosen.includes(id)}
      onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
    />
  ));
}
