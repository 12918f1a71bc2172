import { Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../design/Button';
import { Switch } from '../../design/Switch';
import { ActionBadge } from './ActionBadge';
import styles from './PolicyPage.module.css';
import type { Rule, WordList } from './policy';
import { useLooksFor } from './useLooksFor';

type Props = {
  rule: Rule;
  lists: readonly WordList[];
  busy: boolean;
  onOpen: () => void;
  onSwitch: (enabled: boolean) => void;
};

export function RuleRow({ rule, lists, busy, onOpen, onSwitch }: Props) {
  const t = useTranslations('admin.policy');
  const looksFor = useLooksFor();
  return (
    <li className={styles.row} data-off={!rule.enabled || undefined}>
      <div>
        <p className={styles.head}>
          <span className={styles.name}>{rule.name}</span>
          <ActionBadge action={rule.action} />
        </p>
        <p className={styles.soft}>
          {t(`directions.${rule.direction}`)} · {looksFor(rule, lists)}
        </p>
      </div>
      <Switch label={rule.enabled ? t('on') : t('off')} checked={rule.enabled} disabled={busy} onChange={onSwitch} />
      <IconButton label={t('rule.changeFor', { name: rule.name })} onClick={onOpen}>
        <Pencil size={18} aria-hidden />
      </IconButton>
    </li>
  );
}
