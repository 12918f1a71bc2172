import { Navigate } from '@tanstack/react-router';
import { MessageSquareOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Empty, Failed, Skeleton } from '../design/States';
import { useLines } from '../shell/me';

/** Messages without a line named: the first one, if there is any. */
export function NoLine() {
  const t = useTranslations('shell.noLine');
  const { data: lines, error, refetch } = useLines();
  if (error) return <Failed error={error} onRetry={() => refetch()} />;
  if (!lines) return <Skeleton />;
  return lines[0] ? (
    <Navigate to="/lines/$line" params={{ line: lines[0].id }} replace />
  ) : (
    <Empty isPage icon={<MessageSquareOff size={24} />} title={t('title')} text={t('text')} />
  );
}
