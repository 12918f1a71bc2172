import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { TemplateCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { useLanguageName } from '../../templates/language';
import { TemplatePreview } from '../../templates/TemplatePreview';
import { TemplateStatus } from '../../templates/TemplateStatus';
import { QualityBadge } from './QualityBadge';
import styles from './TemplatesPage.module.css';

export function TemplateDialog({ template, onClose }: { template: TemplateCard; onClose: () => void }) {
  const s = useTranslations('shell');
  return (
    <Dialog wide title={template.name} onClose={onClose} actions={<Button onClick={onClose}>{s('close')}</Button>}>
      <div className={styles.columns}>
        <TemplatePreview
          header={template.header}
          headerMedia={template.header_media}
          body={template.body}
          footer={template.footer}
          buttons={template.button_details?.length ? template.button_details : template.buttons}
        />
        <Facts template={template} />
      </div>
    </Dialog>
  );
}

function Facts({ template }: { template: TemplateCard }) {
  const t = useTranslations('admin.templates');
  const words = useTranslations('templates');
  const language = useLanguageName();
  const format = useFormatter();
  const day = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium', timeStyle: 'short' });
  const category = (name: string) =>
    words.has(`category.${name as 'UTILITY'}`) ? words(`category.${name as 'UTILITY'}`) : name;
  const pause = `pauses.${template.pause}` as 'pauses.FIRST_PAUSE';
  const warning = `warnings.${template.warning}` as 'warnings.FLAGGED';
  return (
    <dl className={styles.facts}>
      <Fact label={t('status')}>
        <TemplateStatus status={template.status} />
      </Fact>
      {template.rejected_reason && <Fact label={t('reason')}>{template.rejected_reason}</Fact>}
      {template.pause && <Fact label={t('pause')}>{t.has(pause) ? t(pause) : template.pause}</Fact>}
      {template.warning && <Fact label={t('warning')}>{t.has(warning) ? t(warning) : template.warning}</Fact>}
      {template.disabled_at && <Fact label={t('disabledAt')}>{day(template.disabled_at)}</Fact>}
      <Fact label={words('categoryLabel')}>{category(template.category)}</Fact>
      {template.impending_category && (
        <Fact label={t('impending')}>
          {template.impending_at
            ? t('impendingAt', { category: category(template.impending_category), when: day(template.impending_at) })
            : category(template.impending_category)}
        </Fact>
      )}
      <Fact label={words('language')}>{language(template.language)}</Fact>
      <Fact label={t('qualityLabel')}>
        {template.quality ? <QualityBadge quality={template.quality} /> : t('quality.UNKNOWN')}
      </Fact>
      {template.variables && template.variables.length > 0 && (
        <Fact label={t('variables')}>{template.variables.map((name) => `{{${name}}}`).join(', ')}</Fact>
      )}
      <Fact label={t('id')}>{template.id}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
