import { useTranslations } from 'use-intl';
import { Check } from '../../design/Check';
import type { Role } from '../../shell/me';
import { GRANTED, isLocked } from './roles';

type Props = { kept: readonly Role[]; oneself: boolean; roles: readonly Role[]; onChange: (roles: Role[]) => void };

/** The roles that are an administrator's to grant; those that are not are shown and stay. */
export function RoleChecks({ kept, oneself, roles, onChange }: Props) {
  const t = useTranslations('admin.people');
  const role = useTranslations('shell.roles');
  return (
    <>
      {GRANTED.map((granted) => (
        <Check
          key={granted}
          label={role(granted)}
          hint={isLocked(granted, oneself) ? t('ownRole') : t(`roleHints.${granted}`)}
          checked={roles.includes(granted)}
          disabled={isLocked(granted, oneself)}
          onChange={({ target }) =>
            onChange(target.checked ? [...roles, granted] : roles.filter((other) => other !== granted))
          }
        />
      ))}
      {kept.map((held) => (
        <Check key={held} label={role(held)} hint={t('keptRole')} checked disabled readOnly />
      ))}
    </>
  );
}
