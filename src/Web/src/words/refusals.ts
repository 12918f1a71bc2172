import { useTranslations } from 'use-intl';
import { Refusal, Unreachable } from '../api/client';

/** Why something was not done, in the reader's language. Where the product's own words say more, as on a wrong field, they are shown. */
export function useRefusalWords(): (error: unknown) => string {
  const t = useTranslations('shell.refusal');
  return (error) => {
    if (error instanceof Unreachable) return t('unreachable');
    if (error instanceof Refusal && error.code === 'invalid_request' && error.message) return error.message;
    const code = error instanceof Refusal ? error.code : (error as { code?: unknown } | null)?.code;
    return typeof code === 'string' && t.has(code as 'other') ? t(code as 'other') : t('other');
  };
}
