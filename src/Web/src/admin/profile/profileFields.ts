import type { BusinessProfileChange, BusinessProfileView } from '../../api/schema';

export type ProfileFields = {
  about: string;
  description: string;
  address: string;
  email: string;
  website: string;
  secondWebsite: string;
  vertical: string;
};

/** In characters, as Meta takes it. */
export const LONGEST = { about: 139, description: 512, address: 256, email: 128, website: 256 };

/** Meta's words for industries. It may have more, and shows one that was chosen there. */
export const INDUSTRIES = [
  'APPAREL',
  'AUTO',
  'BEAUTY',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GOVT',
  'GROCERY',
  'HEALTH',
  'HOTEL',
  'NONPROFIT',
  'PROF_SERVICES',
  'RESTAURANT',
  'RETAIL',
  'TRAVEL',
  'OTHER',
  'NOT_A_BIZ',
] as const;

/** Meta's word for none. */
const UNDEFINED = 'UNDEFINED';

export const fieldsOf = (profile: BusinessProfileView): ProfileFields => ({
  about: profile.about ?? '',
  description: profile.description ?? '',
  address: profile.address ?? '',
  email: profile.email ?? '',
  website: profile.websites[0] ?? '',
  secondWebsite: profile.websites[1] ?? '',
  vertical: profile.vertical === UNDEFINED ? '' : (profile.vertical ?? ''),
});

export const changeOf = (fields: ProfileFields): BusinessProfileChange => ({
  about: fields.about.trim(),
  description: fields.description.trim() || null,
  address: fields.address.trim() || null,
  email: fields.email.trim() || null,
  websites: websitesOf(fields),
  vertical: fields.vertical || null,
});

export const websitesOf = ({ website, secondWebsite }: ProfileFields): string[] =>
  [website, secondWebsite].map(withScheme).filter(Boolean);

/** People leave out what every address begins with. */
export function withScheme(website: string): string {
  const typed = website.trim();
  return typed === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
}

export function isWebsite(website: string): boolean {
  const whole = withScheme(website);
  if (whole === '') return true;
  try {
    const { protocol, hostname } = new URL(whole);
    return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
  } catch {
    return false;
  }
}
