import { Link, useParams } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { BusinessProfileView, LineCard, NumberCard } from '../../api/schema';
import { Page } from '../../design/Page';
import { Empty, Failed, Skeleton } from '../../design/States';
import { UnsavedDialog, useUnsaved } from '../../design/useUnsaved';
import { useOrganization } from '../organization/useOrganization';
import { LogoCard } from './LogoCard';
import { PhonePreview } from './PhonePreview';
import { ProfileForm } from './ProfileForm';
import styles from './ProfilePage.module.css';
import { fieldsOf, type ProfileFields } from './profileFields';
import { useLogo, useProfile } from './useProfile';

/** How a WhatsApp number presents itself to contacts. */
export function ProfilePage() {
  const { number: id } = useParams({ strict: false });
  const t = useTranslations('profile');
  const firm = useOrganization();
  const found = firm.data && find(firm.data.lines, id ?? '');
  return (
    <Page
      title={found ? t('titleOf', { number: unbroken(found.number.display) }) : t('title')}
      lead={found && t('lead', { line: found.line.name })}
      back={
        <Link to="/admin/lines" className={styles.back}>
          <ChevronLeft size={18} aria-hidden />
          {t('back')}
        </Link>
      }
    >
      {found && firm.data ? (
        <Loaded key={found.number.id} number={found.number} name={firm.data.name} />
      ) : firm.data ? (
        <Empty title={t('notOurs')} />
      ) : firm.error ? (
        <Failed error={firm.error} onRetry={firm.refetch} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Loaded({ number, name }: { number: NumberCard; name: string }) {
  const profile = useProfile(number.id);
  if (profile.data) return <Profile profile={profile.data} number={number} name={name} />;
  return profile.error ? <Failed error={profile.error} onRetry={profile.refetch} /> : <Loading />;
}

function Profile({ profile, number, name }: { profile: BusinessProfileView; number: NumberCard; name: string }) {
  const logo = useLogo(number.id, profile.picture_url !== null);
  const fields = fieldsOf(profile);
  const form = useForm<ProfileFields>({ values: fields, resetOptions: { keepDirtyValues: true } });
  const unsaved = useUnsaved(form.formState.isDirty);
  return (
    <div className={styles.columns}>
      <div>
        <LogoCard logo={logo} number={number.display} />
        <ProfileForm form={form} number={number.id} industry={fields.vertical} />
      </div>
      <div className={styles.preview}>
        <PhonePreview name={name} number={number.display} logo={logo.address} fields={form.watch()} />
      </div>
      <UnsavedDialog unsaved={unsaved} />
    </div>
  );
}

function Loading() {
  return (
    <div className={styles.columns}>
      <Skeleton lines={2} height={260} />
      <Skeleton lines={1} height={420} />
    </div>
  );
}

/** A number is read in one piece. */
const unbroken = (number: string) => number.replaceAll(' ', '\u00a0');

function find(lines: readonly LineCard[], id: string): { line: LineCard; number: NumberCard } | null {
  for (const line of lines) {
    const number = line.numbers.find((one) => one.channel === 'whatsapp' && one.id === id);
    if (number) return { line, number };
  }
  return null;
}
