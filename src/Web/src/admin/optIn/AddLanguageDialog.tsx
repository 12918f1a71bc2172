import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { LanguageField } from '../../templates/LanguageField';
import { LANGUAGES } from '../../templates/language';

type Props = {
  /** The languages that are there already. */
  held: readonly string[];
  onAdd: (language: string) => void;
  onClose: () => void;
};

export function AddLanguageDialog({ held, onAdd, onClose }: Props) {
  const t = useTranslations('admin.optIn');
  const shell = useTranslations('shell');
  const [language, setLanguage] = useState(LANGUAGES.find((code) => !held.includes(code)) ?? '');
  return (
    <Dialog
      title={t('add')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="primary" disabled={language === ''} onClick={() => onAdd(language)}>
            {t('write')}
          </Button>
        </>
      }
    >
      <p>{t('addText')}</p>
      <LanguageField without={held} value={language} onChange={(event) => setLanguage(event.target.value)} />
    </Dialog>
  );
}
