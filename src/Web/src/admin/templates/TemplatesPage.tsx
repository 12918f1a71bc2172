import { FileText, Plus, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TemplateCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Refused, Said } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Empty, Failed, Skeleton } from '../../design/States';
import { useTemplates } from '../../templates/useTemplates';
import { NewTemplateDialog } from './NewTemplateDialog';
import { TemplateDialog } from './TemplateDialog';
import { TemplateList } from './TemplateList';
import { useCompare } from './useCatalogue';

export function TemplatesPage() {
  const t = useTranslations('admin.templates');
  const { data, error, refetch } = useTemplates();
  const compare = useCompare();
  const [open, setOpen] = useState<TemplateCard | 'new' | null>(null);
  const [submitted, setSubmitted] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button busy={compare.isPending} onClick={() => compare.mutate()}>
            <RefreshCw size={18} aria-hidden />
            {compare.isPending ? t('comparing') : t('compare')}
          </Button>
          <Button look="primary" onClick={() => setOpen('new')}>
            <Plus size={18} aria-hidden />
            {t('new')}
          </Button>
        </>
      }
    >
      <Refused error={compare.error} />
      <Said>{submitted ? t('submitted', { name: submitted }) : compare.isSuccess && t('compared')}</Said>
      {data ? (
        data.length > 0 ? (
          <TemplateList templates={data} onOpen={setOpen} />
        ) : (
          <Empty icon={<FileText size={24} />} title={t('empty.title')} text={t('empty.text')} />
        )
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={5} height={88} />
      )}
      {open === 'new' ? (
        <NewTemplateDialog
          onClose={close}
          onSubmitted={({ name }) => {
            setSubmitted(name);
            close();
          }}
        />
      ) : (
        open && <TemplateDialog template={open} onClose={close} />
      )}
    </Page>
  );
}
