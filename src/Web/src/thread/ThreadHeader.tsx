import { Link } from '@tanstack/react-router';
import { ArrowLeft, Info } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LineCard, ThreadDetails } from '../api/schema';
import { Avatar } from '../design/Avatar';
import { IconButton } from '../design/Button';
import styles from './ThreadHeader.module.css';

const ContactDetails = lazy(async () => ({ default: (await import('./ContactDetails')).ContactDetails }));

export function ThreadHeader({ line, details }: { line: LineCard; details: ThreadDetails }) {
  const t = useTranslations('thread');
  const [isOpen, setOpen] = useState(false);
  const { contact } = details;
  return (
    <header className={styles.header}>
      <Link to="/lines/$line" params={{ line: line.id }} className={styles.back} aria-label={t('back')}>
        <ArrowLeft size={22} aria-hidden />
      </Link>
      <Avatar name={contact.name} id={contact.id} size={40} />
      <div className={styles.who}>
        <h1>{contact.name}</h1>
        <p>{contact.phone ?? t('usernameOnly')}</p>
      </div>
      <IconButton label={t('contact')} onClick={() => setOpen(true)}>
        <Info size={20} aria-hidden />
      </IconButton>
      {isOpen && (
        <Suspense>
          <ContactDetails line={line} details={details} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </header>
  );
}
