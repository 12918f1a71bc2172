import { Dices } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ActionBadge } from '../../admin/policy/ActionBadge';
import { Badge } from '../../design/Badge';
import type { Cause } from './queries';

/** Why a message is looked at. */
export function CauseBadge({ cause }: { cause: Cause }) {
  const t = useTranslations('compliance.review');
  return cause === 'sample' ? <Badge icon={Dices}>{t('causes.sample')}</Badge> : <ActionBadge action={cause} />;
}
