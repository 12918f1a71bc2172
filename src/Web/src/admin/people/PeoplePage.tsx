import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonView } from '../../api/schema';
import { Button } from '../../design/Button';
import { TextField } from '../../design/Field';
import { Said } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Failed, Skeleton } from '../../design/States';
import { useOrganization } from '../organization/useOrganization';
import styles from './PeoplePage.module.css';
import { PersonDialog } from './PersonDialog';
import { PersonRow } from './PersonRow';
import { SignInLinkDialog } from './SignInLinkDialog';

type Open = { what: 'add' } | { what: 'change' | 'link'; person: PersonView };

/** From how many people on one searches rather than looks. */
const MANY = 8;

export function PeoplePage() {
  const t = useTranslations('admin.people');
  const { data, error, refetch } = useOrganization();
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [sought, setSought] = useState('');
  const close = () => setOpen(null);
  const found = data?.people.filter(({ name }) => name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()));

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        data && (
          <Button look="primary" onClick={() => setOpen({ what: 'add' })}>
            <UserPlus size={18} aria-hidden />
            {t('add')}
          </Button>
        )
      }
    >
      {data && found ? (
        <>
          {data.people.length >= MANY && (
            <div className={styles.search}>
              <TextField
                type="search"
                label={t('search')}
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            </div>
          )}
          <ul className={styles.people}>
            {found.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                lines={data.lines}
                whatsAppOn={data.whatsapp_enabled}
                onChange={() => setOpen({ what: 'change', person })}
                onLink={() => setOpen({ what: 'link', person })}
              />
            ))}
            {found.length === 0 && <li className={styles.none}>{t('none')}</li>}
          </ul>
          <Said>{said}</Said>
          {open && open.what !== 'link' && (
            <PersonDialog
              person={open.what === 'change' ? open.person : undefined}
              lines={data.lines}
              onClose={close}
              onSaved={({ name }) => {
                setSaid(open.what === 'add' ? t('added', { name }) : t('changed', { name }));
                close();
              }}
            />
          )}
          {open?.what === 'link' && <SignInLinkDialog person={open.person} onClose={close} />}
        </>
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={5} height={68} />
      )}
    </Page>
  );
}
