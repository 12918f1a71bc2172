import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { RecordingCard, RecordingTerms } from '../../api/schema';
import { Badge } from '../../design/Badge';
import { Banner } from '../../design/Banner';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { Said } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Failed, Skeleton } from '../../design/States';
import styles from './RecordingPage.module.css';
import { TermsDialog } from './TermsDialog';
import { useRecording } from './useRecording';

/** @param line Null for the whole organisation. */
type Open = { line: { id: string; name: string } | null; terms: RecordingTerms | null };

export function RecordingPage() {
  const t = useTranslations('admin.recording');
  const { data, error, refetch } = useRecording();
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState(false);
  const words = useTermsWords();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Said>{said && t('saved')}</Said>
      {data ? (
        <>
          <Notices recording={data} />
          <Card
            title={t('organization')}
            text={t('organizationText')}
            aside={<Button onClick={() => setOpen({ line: null, terms: data.terms })}>{t('change')}</Button>}
          >
            <p className={styles.terms}>{words(data.terms)}</p>
          </Card>
          <Card title={t('lines')} text={t('linesText')}>
            <ul className={styles.lines}>
              {data.lines.map((line) => (
                <li key={line.line}>
                  <div>
                    <p className={styles.name}>{line.name}</p>
                    <p className={styles.soft}>{words(line.in_force)}</p>
                  </div>
                  {line.own && <Badge>{t('own')}</Badge>}
                  <Button
                    aria-label={t('changeLine', { name: line.name })}
                    onClick={() => setOpen({ line: { id: line.line, name: line.name }, terms: line.own })}
                  >
                    {t('change')}
                  </Button>
                </li>
              ))}
            </ul>
          </Card>
          {open && (
            <TermsDialog
              {...open}
              onClose={() => setOpen(null)}
              onSaved={() => {
                setOpen(null);
                setSaid(true);
              }}
            />
          )}
        </>
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={2} height={150} />
      )}
    </Page>
  );
}

/** Contacts are to be told that they are recorded: where a text does not say it, the administrator hears of it here. */
function Notices({ recording }: { recording: RecordingCard }) {
  const t = useTranslations('admin.recording.notice');
  const format = useFormatter();
  const languages = recording.opt_in_languages_without_notice;
  return (
    <>
      {languages.length > 0 && (
        <Banner tone="warning" icon={<TriangleAlert size={18} />}>
          {t('optIn', { languages: format.list(languages), count: languages.length })}
        </Banner>
      )}
      {recording.sms_notice_lacks_it && (
        <Banner tone="warning" icon={<TriangleAlert size={18} />}>
          {t('sms')}
        </Banner>
      )}
    </>
  );
}

function useTermsWords(): (terms: RecordingTerms | null) => string {
  const t = useTranslations('admin.recording.terms');
  return (terms) =>
    !terms
      ? t('none')
      : terms.recorded
        ? t('recorded', { years: terms.years ?? 0 })
        : t('off', { days: terms.days ?? 0 });
}
