import { MessageSquare } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Empty } from '../design/States';

export function NothingChosen() {
  const t = useTranslations('inbox.nothingChosen');
  return <Empty icon={<MessageSquare size={24} />} title={t('title')} text={t('text')} />;
}
