import { CircleCheck, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export type Tone = 'plain' | 'good' | 'warning' | 'danger';

const ICONS: Partial<Record<Tone, LucideIcon>> = { good: CircleCheck, warning: TriangleAlert, danger: CircleX };

/** How something stands, in a word. The icon says it to who can't tell the colours apart. */
export function Badge({ tone = 'plain', icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  const Icon = icon ?? ICONS[tone];
  return (
    <span className={[styles.badge, styles[tone]].filter(Boolean).join(' ')}>
      {Icon && <Icon size={14} aria-hidden />}
      {children}
    </span>
  );
}
