import { ChevronRight, LayoutTemplate, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TemplateCard } from '../api/schema';
import { Dialog } from '../design/Dialog';
import { Empty, Failed, Skeleton } from '../design/States';
import { useLanguageName } from '../templates/language';
import { matches, readable, sendable } from './sendable';
import styles from './TemplateList.module.css';

type Props = {
  templates: readonly TemplateCard[] | undefined;
  error: unknown;
  onRetry: () => void;
  onChoose: (template: TemplateCard) => void;
  onClose: () => void;
};

export function TemplateList({ templates, error, onRetry, onChoose, onClose }: Props) {
  const t = useTranslations('compose.picker');
  const [search, setSearch] = useState('');
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={styles.search}>
        <Search size={17} aria-hidden />
        <input
          type="search"
          data-autofocus
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className={styles.list}>
        {templates ? (
          <Found templates={templates} search={search.trim()} onChoose={onChoose} />
        ) : error ? (
          <Failed error={error} onRetry={onRetry} />
        ) : (
          <Skeleton lines={4} height={76} />
        )}
      </div>
    </Dialog>
  );
}

function Found({
  templates,
  search,
  onChoose,
}: {
  templates: readonly TemplateCard[];
  search: string;
  onChoose: (template: TemplateCard) => void;
}) {
  const t = useTranslations('compose.picker');
  const { usable, others } = sendable(templates);
  const found = usable.filter((template) => matches(template, search));
  return (
    <>
      {usable.length === 0 ? (
        <Empty icon={<LayoutTemplate size={24} />} title={t('none')} text={t('noneText')} />
      ) : found.length === 0 ? (
        <p className={styles.note} role="status">
          {t('nothing')}
        </p>
      ) : (
        <ul>
          {found.map((template) => (
            <li key={`${template.name}/${template.language}`}>
              <Row template={template} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <p className={styles.note}>{t('others', { count: others })}</p>}
    </>
  );
}

function Row({ template, onChoose }: { template: TemplateCard; onChoose: (template: TemplateCard) => void }) {
  const t = useTranslations('compose.picker');
  const categories = useTranslations('templates.category');
  const language = useLanguageName();
  const category = template.category as 'UTILITY';
  // The product sends no files yet.
  const isOut = Boolean(template.header_media);
  return (
    <button type="button" className={styles.row} disabled={isOut} onClick={() => onChoose(template)}>
      <span className={styles.text}>
        <span className={styles.top}>
          <strong>{readable(template.name)}</strong>
          <span className={styles.kind}>
            {categories.has(category) ? categories(category) : category} · {language(template.language)}
          </span>
        </span>
        <span className={styles.body}>{isOut ? t('media') : template.body}</span>
      </span>
      <ChevronRight size={18} aria-hidden />
    </button>
  );
}
