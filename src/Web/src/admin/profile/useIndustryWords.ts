import { useTranslations } from 'use-intl';

/** Meta's word for an industry as people say it. One that is not known is better as it is than not at all. */
export function useIndustryWords(): (industry: string) => string {
  const t = useTranslations('profile.industries');
  return (industry) =>
    t.has(industry as 'OTHER') ? t(industry as 'OTHER') : industry.toLowerCase().replaceAll('_', ' ');
}
