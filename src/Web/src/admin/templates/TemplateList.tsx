import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TemplateCard } from '../../api/schema';
import { Badge } from '../../design/Badge';
import { SelectField, TextField } from '../../design/Field';
import { useLanguageName } from '../../templates/language';
import { STATUSES, type Status, TemplateStatus } from '../../templates/TemplateStatus';
import { QualityBadge } from './QualityBadge';
import styles from './TemplatesPage.module.css';

type Props = { templates: readonly TemplateCard[]; onOpen: (template: TemplateCard) => void };

export function TemplateList({ templates, onOpen }: Props) {
  const t = useTranslations('admin.templates');
  const status = useTranslations('templates.status');
  const [sought, setSought] = useState('');
  const [wanted, setWanted] = useState<Status | ''>('');
  const words = sought.trim().toLocaleLowerCase();
  const found = templates.filter(
    (template) =>
      (wanted === '' || template.status === wanted) &&
      [template.name, template.header, template.body].some((text) => text?.toLocaleLowerCase().includes(words)),
  );
  return (
    <>
      <div className={styles.filter}>
        <TextField
          type="search"
          label={t('search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <SelectField label={t('status')} value={wanted} onChange={({ target }) => setWanted(target.value as Status)}>
          <option value="">{t('all', { count: templates.length })}</option>
          {STATUSES.map((name) => ({ name, count: templates.filter((template) => template.status === name).length }))
            .filter(({ count }) => count > 0)
            .map(({ name, count }) => (
              <option key={name} value={name}>
                {t('counted', { status: status(name), count })}
              </option>
            ))}
        </SelectField>
      </div>
      <p className="visually-hidden" role="status">
        {t('found', { count: found.length })}
      </p>
      {found.length > 0 ? (
        <ul className={styles.list}>
          {found.map((template) => (
            <li key={`${template.name} ${template.language}`}>
              <Row template={template} onOpen={() => onOpen(template)} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.soft}>{t('none')}</p>
      )}
    </>
  );
}

function Row({ template, onOpen }: { template: TemplateCard; onOpen: () => void }) {
  const t = useTranslations('admin.templates');
  const category = useTranslations('templates.category');
  const language = useLanguageName();
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      <span className={styles.name}>{template.name}</span>
      <span className={styles.badges}>
        {template.quality && template.quality !== 'UNKNOWN' && <QualityBadge quality={template.quality} />}
        {template.warning && (
          <Badge tone="warning">{t.has(warning(template)) ? t(warning(template)) : t('warned')}</Badge>
        )}
        <TemplateStatus status={template.status} />
      </span>
      <span className={styles.body}>{template.body}</span>
      <span className={styles.soft}>
        {category.has(template.category as 'UTILITY') ? category(template.category as 'UTILITY') : template.category} ·{' '}
        {language(template.language)}
      </span>
      {template.rejected_reason && (
        <span className={styles.bad}>{t('rejectedBecause', { reason: template.rejected_reason })}</span>
      )}
    </button>
  );
}

const warning = ({ warning }: TemplateCard) => `warnings.${warning}` as 'warnings.FLAGGED';
