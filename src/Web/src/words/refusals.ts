import { useFormatter, useTranslations } from 'use-intl';
import { Refusal, Unreachable } from '../api/client';

/** Why something was not done, in the reader's language. Where the product's own words say more, as on a wrong field, they are shown. */
export function useRefusalWords(): (error: unknown) => string {
  const t = useTranslations('shell.refusal');
  const format = useFormatter();
  return (error) => {
    if (error instanceof Unreachable) return t('unreachable');
    if (error instanceof Refusal && error.code === 'invalid_request' && error.message) return error.message;
    if (error instanceof Refusal && error.policy) {
      const rules = format.list(error.policy.rules.map((rule) => t('rule', { rule })));
      const contacts = format.list(error.policy.contacts, { type: 'disjunction' });
      return contacts ? t('policyAsk', { rules, contacts }) : t('policy', { rules });
    }
    const code = error instanceof Refusal ? error.code : (error as { code?: unknown } | null)?.code;
    return typeof code === 'string' && t.has(code as 'other') ? t(code as 'other') : t('other');
  };
}
