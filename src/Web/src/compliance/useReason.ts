import { useTranslations } from 'use-intl';

const LONGEST = 500;

/** What a reason has to be, which is recorded. */
export function useReasonRules() {
  const t = useTranslations('compliance');
  return {
    validate: (reason: string) => reason.trim() !== '' || t('reasonMissing'),
    maxLength: { value: LONGEST, message: t('reasonTooLong', { longest: LONGEST }) },
  };
}
