import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useOrganization } from '../admin/organization/useOrganization';
import type { ContactCard } from '../api/schema';
import { SelectField, TextField } from '../design/Field';
import { ContactField } from './ContactField';
import type { Cover } from './cover';
import styles from './List.module.css';

type Props = { contact: ContactCard | null; onContact: (contact: ContactCard | null) => void; withPerson?: boolean };

/** What a hold or an export is about. */
export function CoverFields({ contact, onContact, withPerson }: Props) {
  const t = useTranslations('compliance.search');
  const { register } = useFormContext<Cover>();
  const { data: firm } = useOrganization();
  return (
    <>
      <ContactField chosen={contact} onChoose={onContact} />
      <div className={styles.pair}>
        <SelectField label={t('line')} {...register('line')}>
          <option value="">{t('all')}</option>
          {firm?.lines.map((line) => (
            <option key={line.id} value={line.id}>
              {line.name}
            </option>
          ))}
        </SelectField>
        {withPerson && (
          <SelectField label={t('person')} {...register('person')}>
            <option value="">{t('everybody')}</option>
            {firm?.people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField label={t('from')} type="date" {...register('from')} />
        <TextField label={t('until')} type="date" {...register('until')} />
      </div>
    </>
  );
}
