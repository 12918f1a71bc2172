import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ConsentBasis, ContactCard, MessageBody, OptInBody, OptInLanguage } from '../api/schema';
import { Banner } from '../design/Banner';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { Failed, Skeleton } from '../design/States';
import { useMe } from '../shell/me';
import { LanguageField } from '../templates/LanguageField';
import { useLanguageName } from '../templates/language';
import { TemplatePreview } from '../templates/TemplatePreview';
import { valuesByName } from '../templates/variables';
import { useRefusalWords } from '../words/refusals';
import { BasisChoice } from './BasisChoice';
import styles from './OptInDialog.module.css';
import { offered, preferred } from './optInLanguages';
import { optInTemplate } from './queries';

type Props = {
  contact: ContactCard;
  /** The message that goes out when the contact agrees. */
  waiting?: MessageBody;
  isAgain?: boolean;
  /** The language in which the contact was asked last. */
  askedIn?: string | null;
  isBusy?: boolean;
  error?: unknown;
  onSend: (optIn: OptInBody) => void;
  onClose: () => void;
};

/** Before the opt-in request: what the contact will see, and where the permission to ask comes from. */
export function OptInDialog({ contact, waiting, isAgain, askedIn, isBusy, error, onSend, onClose }: Props) {
  const t = useTranslations('compose.optIn');
  const shell = useTranslations('shell');
  const words = useRefusalWords();
  const [basis, setBasis] = useState<ConsentBasis | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [language, setLanguage] = useState<string | null>(null);
  const name = useLanguageName();
  const request = useQuery(optInTemplate);
  const languages = offered(request.data?.languages ?? []);
  const chosen = preferred(languages, [language, askedIn]);
  const mayGo = chosen?.template?.status === 'approved';

  function send() {
    if (!basis) setMissing(true);
    else onSend(request.data?.languages.length === 1 ? { basis } : { basis, language: chosen?.language });
  }

  return (
    <Dialog
      title={t(isAgain ? 'again' : 'title', { name: contact.name })}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="primary" busy={isBusy} disabled={!mayGo} onClick={send}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <p>{t('lead', { name: contact.name })}</p>
          {chosen && languages.length > 1 && (
            <LanguageField
              label={t('language')}
              of={languages.map(({ language }) => language)}
              value={chosen.language}
              hint={askedIn && t('lastAsked', { name: contact.name, language: name(askedIn) })}
              onChange={(event) => setLanguage(event.target.value)}
            />
          )}
          {chosen ? (
            <Request template={chosen.template} contact={contact} />
          ) : request.error ? (
            <Failed error={request.error} onRetry={() => request.refetch()} />
          ) : (
            <Skeleton lines={4} height={56} />
          )}
        </div>
        <div className={styles.column}>
          <BasisChoice
            value={basis}
            onChange={(chosen) => {
              setBasis(chosen);
              setMissing(false);
            }}
            error={isMissing ? t('choose') : undefined}
          />
          {waiting && (
            <div className={styles.waiting}>
              <p>{t('waits', { name: contact.name })}</p>
              {waiting.text && (
                <blockquote className={styles.text} aria-label={t('waiting')}>
                  {waiting.text}
                </blockquote>
              )}
            </div>
          )}
          {error != null && <Banner tone="danger">{words(error)}</Banner>}
        </div>
      </div>
    </Dialog>
  );
}

function Request({ template, contact }: { template: OptInLanguage['template']; contact: ContactCard }) {
  const t = useTranslations('compose');
  const { organization } = useMe();
  if (!template) return <Banner tone="warning">{t('optIn.none')}</Banner>;
  return (
    <>
      <TemplatePreview
        caption={t('picker.preview', { name: contact.name })}
        header={template.header}
        body={template.body}
        footer={template.footer}
        buttons={template.buttons}
        values={valuesByName(['1', '2'], [contact.name, organization.name])}
      />
      {template.status !== 'approved' && (
        <Banner tone="warning">
          {template.rejected_reason
            ? t('optIn.rejected', { reason: template.rejected_reason })
            : t('optIn.notApproved')}
        </Banner>
      )}
    </>
  );
}
