import { useFormatter, useTranslations } from 'use-intl';
import type { Detector, Rule, WordList } from './policy';

/** What a rule looks for, in a few words. */
export function useLooksFor(): (rule: Rule, lists: readonly WordList[]) => string {
  const t = useTranslations('admin.policy');
  const format = useFormatter();
  return (rule, lists) => {
    const detector = (type: string) =>
      t.has(`detectors.${type as Detector}`) ? t(`detectors.${type as Detector}`) : type;
    const parts = [
      ...rule.detectors.map(({ type }) => detector(type)),
      ...rule.word_lists.map((id) => lists.find((list) => list.id === id)?.name ?? id),
      ...rule.expressions.map(({ name }) => name),
      ...(rule.attachments ? [t('rule.attachments')] : []),
    ];
    const shown = parts.slice(0, 4);
    const more = parts.length - shown.length;
    return more > 0 ? t('more', { parts: shown.join(', '), more }) : format.list(shown);
  };
}
