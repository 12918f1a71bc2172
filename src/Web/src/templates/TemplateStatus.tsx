import { Clock, type LucideIcon, PauseCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../design/Badge';

export const STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled', 'other'] as const;

export type Status = (typeof STATUSES)[number];

const LOOKS: Record<Status, { tone: Tone; icon?: LucideIcon }> = {
  approved: { tone: 'good' },
  pending: { tone: 'warning', icon: Clock },
  rejected: { tone: 'danger' },
  paused: { tone: 'warning', icon: PauseCircle },
  disabled: { tone: 'danger' },
  other: { tone: 'plain' },
};

/** Status of a template at Meta. */
export function TemplateStatus({ status }: { status: string }) {
  const t = useTranslations('templates.status');
  const known = STATUSES.find((candidate) => candidate === status) ?? 'other';
  return <Badge {...LOOKS[known]}>{t(known)}</Badge>;
}
