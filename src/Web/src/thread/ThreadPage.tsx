import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LineCard, MessageSummary, ThreadDetails } from '../api/schema';
import { Composer } from '../compose/Composer';
import { Banner } from '../design/Banner';
import { useTitle } from '../design/Page';
import { Failed } from '../design/States';
import { has, useLines, useMe } from '../shell/me';
import { thread } from './queries';
import { ThreadHeader } from './ThreadHeader';
import styles from './ThreadPage.module.css';
import { Timeline } from './Timeline';

export function ThreadPage() {
  const { line: lineId, contact } = useParams({ from: '/lines/$line/threads/$contact' });
  const { data: lines } = useLines();
  const line = lines?.find((known) => known.id === lineId);
  const { data, error, refetch } = useQuery(thread(lineId, contact));
  if (error && !data) return <Failed error={error} onRetry={() => refetch()} />;
  if (!data || !line) return <div className={styles.page} aria-busy />;
  return <Thread key={contact} line={line} details={data} />;
}

function Thread({ line, details }: { line: LineCard; details: ThreadDetails }) {
  const t = useTranslations('thread');
  const person = useMe();
  const [quoted, setQuoted] = useState<MessageSummary | null>(null);
  const quoteDone = useCallback(() => setQuoted(null), []);
  const writes = has(person, 'user') && person.lines.some((own) => own.id === line.id);
  const { contact } = details;
  useTitle(contact.name);
  return (
    <div className={styles.page}>
      <ThreadHeader line={line} details={details} />
      <Timeline line={line} details={details} writes={writes} onReply={writes ? setQuoted : undefined} />
      {contact.merged_into ? (
        <div className={styles.foot}>
          <Banner
            tone="warning"
            action={
              <Link to="/lines/$line/threads/$contact" params={{ line: line.id, contact: contact.merged_into }}>
                {t('goThere')}
              </Link>
            }
          >
            {t('merged')}
          </Banner>
        </div>
      ) : writes ? (
        <Composer line={line} details={details} quoted={quoted} onQuoteDone={quoteDone} />
      ) : (
        <div className={styles.foot}>
          <Banner>{t('readOnly')}</Banner>
        </div>
      )}
    </div>
  );
}
