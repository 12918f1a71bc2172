import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CountryCode } from 'libphonenumber-js/min';
import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { api, ask } from '../api/client';
import type { ContactCard } from '../api/schema';
import { Banner } from '../design/Banner';
import { Button } from '../design/Button';
import { TextField } from '../design/Field';
import { useRefusalWords } from '../words/refusals';
import styles from './NewNumber.module.css';
import { type Phone, phoneOf } from './phone';

type Props = { input: string; country: CountryCode | undefined; onBegin: (contact: ContactCard) => void };

/** The number that is being typed: as it is understood, with a name where one is known. */
export function NewNumber({ input, country, onBegin }: Props) {
  const t = useTranslations('compose.start');
  const words = useRefusalWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const countryName = useCountryName();
  const phone = phoneOf(input, country);

  const add = useMutation({
    mutationFn: ({ e164 }: Phone) =>
      ask(api.POST('/api/v1/contacts', { body: { phone: e164, name: name.trim() || null } })),
    onSuccess: (contact) => {
      void queries.invalidateQueries({ queryKey: ['contacts'] });
      onBegin(contact);
    },
  });

  if (!phone) {
    return (
      <p className={styles.note} role="status">
        {t(country || input.startsWith('+') ? 'notYet' : 'needsCountry')}
      </p>
    );
  }
  return (
    <form
      className={styles.new}
      aria-label={t('newNumber')}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(phone);
      }}
    >
      <p className={styles.number}>
        <strong>{phone.shown}</strong>
        {phone.country && <span>{countryName(phone.country)}</span>}
      </p>
      <TextField
        label={t('name')}
        optional={t('optional')}
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="primary" busy={add.isPending}>
        <MessageSquarePlus size={18} aria-hidden />
        {t('begin', { number: phone.shown })}
      </Button>
      {add.error && <Banner tone="danger">{words(add.error)}</Banner>}
    </form>
  );
}

function useCountryName(): (country: string) => string {
  const names = new Intl.DisplayNames([useLocale(), 'en'], { type: 'region' });
  return (country) => names.of(country) ?? country;
}
