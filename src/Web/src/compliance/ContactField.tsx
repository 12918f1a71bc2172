import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactCard } from '../api/schema';
import { IconButton } from '../design/Button';
import { TextField } from '../design/Field';
import { FoundContacts } from '../inbox/FoundContacts';
import styles from './ContactField.module.css';

type Props = { chosen: ContactCard | null; onChoose: (contact: ContactCard | null) => void };

/** One contact, looked for by name or number; or none, which means all. */
export function ContactField({ chosen, onChoose }: Props) {
  const t = useTranslations('compliance.contact');
  const [search, setSearch] = useState('');
  if (chosen) {
    return (
      <div className={styles.chosen}>
        <span>{t('chosen', { name: chosen.name })}</span>
        <IconButton label={t('clear')} onClick={() => onChoose(null)}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
    );
  }
  return (
    <div>
      <TextField
        label={t('label')}
        hint={t('hint')}
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {search.trim() !== '' && (
        <div className={styles.found}>
          <FoundContacts
            search={search.trim()}
            isNumber={/^\+?[\d\s]+$/.test(search)}
            onChoose={(contact) => {
              setSearch('');
              onChoose(contact);
            }}
          />
        </div>
      )}
    </div>
  );
}
