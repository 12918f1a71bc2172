import { useTranslations } from 'use-intl';
import { Switch } from '../design/Switch';
import styles from './LinkPreview.module.css';

/** Whether the contact sees a preview of the link in this message. */
export function LinkPreview({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const t = useTranslations('compose');
  return (
    <div className={styles.preview}>
      <Switch label={t('linkPreview')} checked={checked} onChange={onChange} />
    </div>
  );
}
