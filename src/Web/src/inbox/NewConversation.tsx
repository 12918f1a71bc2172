import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactCard } from '../api/schema';
import { Dialog } from '../design/Dialog';
import { TextField } from '../design/Field';
import { FoundContacts } from './FoundContacts';
import { NewNumber } from './NewNumber';
import { looksLikeNumber, readersCountry, searched, typed } from './phone';

/** With whom to begin: a contact by name or number, or a number that is nobody's yet. */
export function NewConversation({ line, onClose }: { line: string; onClose: () => void }) {
  const t = useTranslations('compose.start');
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const country = readersCountry(navigator.languages);

  function begin(contact: ContactCard) {
    onClose();
    void navigate({
      to: '/lines/$line/threads/$contact',
      params: { line, contact: contact.merged_into ?? contact.id },
    });
  }

  return (
    <Dialog title={t('title')} onClose={onClose}>
      <TextField
        label={t('search')}
        hint={t('hint')}
        type="text"
        autoComplete="off"
        data-autofocus
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(typed(event.target.value, search, country))}
      />
      {looksLikeNumber(search) && <NewNumber input={search} country={country} onBegin={begin} />}
      <FoundContacts search={searched(search, country)} isNumber={looksLikeNumber(search)} onChoose={begin} />
    </Dialog>
  );
}
