import { Eraser, Flag, ShieldX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../design/Badge';
import type { Action } from './policy';

const LOOKS = {
  flag: { tone: 'plain', icon: Flag },
  redact: { tone: 'warning', icon: Eraser },
  block: { tone: 'danger', icon: ShieldX },
} as const;

export function ActionBadge({ action }: { action: Action }) {
  const t = useTranslations('admin.policy.actions');
  return <Badge {...LOOKS[action]}>{t(action)}</Badge>;
}
