import { Building2, Globe, Info, Mail, MapPin, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '../../design/Avatar';
import styles from './PhonePreview.module.css';
import { type ProfileFields, websitesOf } from './profileFields';
import { useIndustryWords } from './useIndustryWords';

type Props = { name: string; number: string; logo: string | null; fields: ProfileFields };

/** The profile as it lies on the contact's phone, while it is being written. */
export function PhonePreview({ name, number, logo, fields }: Props) {
  const t = useTranslations('profile.preview');
  const industry = useIndustryWords();
  const { about, description, address, email, vertical } = fields;
  const parts: [icon: ReactNode, text: string][] = [
    [<Building2 key="description" size={18} aria-hidden />, description],
    [<Tag key="vertical" size={18} aria-hidden />, vertical && industry(vertical)],
    [<MapPin key="address" size={18} aria-hidden />, address],
    [<Mail key="email" size={18} aria-hidden />, email],
    ...websitesOf(fields).map((website): [ReactNode, string] => [
      <Globe key={website} size={18} aria-hidden />,
      website,
    ]),
    [<Info key="about" size={18} aria-hidden />, about],
  ];
  const told = parts.filter(([, text]) => text.trim() !== '');
  return (
    <figure className={styles.phone}>
      <figcaption>{t('title')}</figcaption>
      <div className={styles.screen}>
        <div className={styles.head}>
          {logo ? (
            <img src={logo} alt="" width={88} height={88} className={styles.face} />
          ) : (
            <Avatar name={name} size={88} />
          )}
          <p className={styles.name}>{name}</p>
          <p className={styles.soft}>{number}</p>
          <p className={styles.soft}>{t('account')}</p>
        </div>
        {told.length > 0 ? (
          <ul className={styles.parts}>
            {told.map(([icon, text], place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two websites may be the same
              <li key={place}>
                {icon}
                <span>{text}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.empty}>{t('empty')}</p>
        )}
      </div>
    </figure>
  );
}
