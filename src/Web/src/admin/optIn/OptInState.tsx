import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OptInLanguage, TemplateCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { Refused } from '../../design/Outcome';
import { useLanguageName } from '../../templates/language';
import { TemplateStatus } from '../../templates/TemplateStatus';
import styles from './OptInPage.module.css';
import { RemoveLanguageDialog } from './RemoveLanguageDialog';
import { useDefaultOptIn } from './useOptIn';
import { versionOf } from './versions';

/** Which version contacts get in a language, what became of a newer one, and what can be done with the language. */
export function OptInState({ language, byDefault }: { language: OptInLanguage; byDefault: OptInLanguage }) {
  const t = useTranslations('admin.optIn');
  const name = useLanguageName();
  const choosing = useDefaultOptIn();
  const [isRemoving, setRemoving] = useState(false);
  const { template: sent, newest } = language;
  const isSent = sent?.status === 'approved';
  const newer = newest && newest.name !== sent?.name ? newest : null;

  return (
    <Card title={t('state')}>
      <div className={styles.versions}>
        {sent ? <Version template={sent} text={says()} /> : <p>{t('noneYet')}</p>}
        {newer && <Version template={newer} text={newer.status === 'pending' ? t('waits') : t('notTaken')} />}
      </div>
      {!language.is_default && (
        <div className={styles.acts}>
          {isSent && (
            <Button busy={choosing.isPending} onClick={() => choosing.mutate(language.language)}>
              {t('makeDefault')}
            </Button>
          )}
          <Button onClick={() => setRemoving(true)}>{t('remove')}</Button>
        </div>
      )}
      <Refused error={choosing.error} />
      {isRemoving && <RemoveLanguageDialog language={language.language} onClose={() => setRemoving(false)} />}
    </Card>
  );

  function says(): string {
    if (language.is_default) return isSent ? t('isSent') : t('isNotSent');
    return isSent ? t('isSentIn') : t('isNotSentIn', { language: name(byDefault.language) });
  }
}

function Version({ template, text }: { template: TemplateCard; text: string }) {
  const t = useTranslations('admin.optIn');
  const version = versionOf(template);
  return (
    <div className={styles.version}>
      <strong>{version === null ? template.name : t('version', { version })}</strong>
      <TemplateStatus status={template.status} />
      <p>{text}</p>
      {template.rejected_reason && (
        <p className={styles.reason}>{t('rejectedBecause', { reason: template.rejected_reason })}</p>
      )}
    </div>
  );
}
