import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { CheckGroup, Radio } from '../../design/Check';
import type { RuleFields } from './ruleForm';

/** What becomes of a message in which the rule finds something. */
export function ActionChoice() {
  const t = useTranslations('admin.policy');
  const { register } = useFormContext<RuleFields>();
  return (
    <CheckGroup label={t('rule.action')}>
      {(['flag', 'redact', 'block'] as const).map((action) => (
        <Radio
          key={action}
          value={action}
          label={t(`actions.${action}`)}
          hint={t(`actionHints.${action}`)}
          {...register('action')}
        />
      ))}
    </CheckGroup>
  );
}
