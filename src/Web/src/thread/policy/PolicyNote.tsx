import { ShieldAlert, ShieldX } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ContactCard, LineCard, MessageSummary, PolicyPart } from '../../api/schema';
import { has, useMe } from '../../shell/me';
import styles from './PolicyNote.module.css';

const OriginalDialog = lazy(() => import('./OriginalDialog').then((module) => ({ default: module.OriginalDialog })));

type Props = { line: LineCard; contact: ContactCard; message: MessageSummary };

/** What the firm's policy did with a message, and for compliance officers the way to what it said before. */
export function PolicyNote({ line, contact, message }: Props) {
  const t = useTranslations('thread.policy');
  const format = useFormatter();
  const isOfficer = has(useMe(), 'compliance');
  const [isOpen, setOpen] = useState(false);
  const { policy } = message;
  if (!policy || message.revoked_at) return null;
  const Icon = policy.action === 'block' ? ShieldX : ShieldAlert;
  return (
    <>
      <p className={styles.note} data-action={policy.action}>
        <Icon size={15} aria-hidden />
        <span>{t(actionOf(policy), { rules: format.list(policy.rules.map((rule) => t('rule', { rule }))) })}</span>
      </p>
      {isOfficer && policy.action !== 'flag' && (
        <button type="button" className={styles.open} onClick={() => setOpen(true)}>
          {t('open')}
        </button>
      )}
      {isOpen && (
        <Suspense>
          <OriginalDialog {...{ line, contact, message }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const actionOf = (policy: PolicyPart) => policy.action as 'flag' | 'redact' | 'block';
