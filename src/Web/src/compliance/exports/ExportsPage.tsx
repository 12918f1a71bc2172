import { useInfiniteQuery } from '@tanstack/react-query';
import { Download, PackageOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ExportCard } from '../../api/schema';
import { Button } from '../../design/Button';
import buttons from '../../design/Button.module.css';
import { Said } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Empty } from '../../design/States';
import { useNames } from '../../thread/people';
import { useCoverWords } from '../holds/useCoverWords';
import styles from '../List.module.css';
import { PagedList } from '../PagedList';
import { ExportDialog } from './ExportDialog';
import { exports, fileOf } from './queries';

export function ExportsPage() {
  const t = useTranslations('compliance.exports');
  const list = useInfiniteQuery(exports);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState(false);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button look="primary" onClick={() => setOpen(true)}>
          <Plus size={18} aria-hidden />
          {t('new')}
        </Button>
      }
    >
      <Said>{said && t('ordered')}</Said>
      <PagedList
        list={list}
        label={t('title')}
        more={t('more')}
        none={<Empty icon={<PackageOpen size={24} />} title={t('none.title')} text={t('none.text')} />}
      >
        {(made) => <ExportRow key={made.id} made={made} />}
      </PagedList>
      {isOpen && (
        <ExportDialog
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            setSaid(true);
          }}
        />
      )}
    </Page>
  );
}

function ExportRow({ made }: { made: ExportCard }) {
  const t = useTranslations('compliance.exports');
  const format = useFormatter();
  const name = useNames();
  const cover = useCoverWords({
    line: made.line ?? null,
    contact: made.contact ?? null,
    person: null,
    from: made.from ?? null,
    until: made.until ?? null,
  });
  const title = t(`formats.${made.format as 'jsonl'}`);
  const time = format.dateTime(new Date(made.at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{title}</p>
        <p>
          {cover}
          {!made.with_content && ` · ${t('bare')}`}
        </p>
        <p className={styles.soft}>
          {t('by', {
            name: made.person === '_operator' ? t('operator') : name(made.person),
            time,
            head: made.head,
          })}
          {made.reason && ` · ${made.reason}`}
        </p>
      </div>
      <a
        className={`${buttons.button} ${buttons.quiet}`}
        href={fileOf(made.id)}
        download
        aria-label={t('downloadNamed', { title, time })}
      >
        <Download size={18} aria-hidden />
        {t('download')}
      </a>
    </li>
  );
}
