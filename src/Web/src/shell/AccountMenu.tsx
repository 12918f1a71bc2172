import { LayoutDashboard, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '../api/schema';
import { Avatar } from '../design/Avatar';
import { Menu, MenuChoice, MenuItem, MenuLink, MenuRule } from '../design/Menu';
import { languages } from '../words/languages';
import { useLanguage } from '../words/Words';
import styles from './AccountMenu.module.css';
import { signOut } from './signOut';
import { applyTheme, keptTheme } from './theme';

export function AccountMenu({ person }: { person: Me }) {
  const t = useTranslations('shell');
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useState(keptTheme);
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <button type="button" className={styles.trigger} aria-label={t('account')} title={t('account')}>
          <Avatar name={person.name} id={person.id} size={36} />
        </button>
      }
    >
      <div className={styles.person}>
        <strong>{person.name}</strong>
        <span>{person.organization.name}</span>
        <span>{person.roles.map((role) => t(`roles.${role}`)).join(', ')}</span>
      </div>
      <MenuRule />
      <MenuChoice
        label={t('theme')}
        value={theme}
        options={{ system: t('themes.system'), light: t('themes.light'), dark: t('themes.dark') }}
        onChange={(chosen) => {
          applyTheme(chosen);
          setTheme(chosen);
        }}
      />
      <MenuChoice
        label={t('language')}
        value={language as keyof typeof languages}
        options={languages}
        onChange={choose}
      />
      <MenuRule />
      {person.dashboard && (
        <MenuLink href="/operations/dashboard/" icon={<LayoutDashboard size={18} aria-hidden />}>
          {t('dashboard')}
        </MenuLink>
      )}
      <MenuItem icon={<LogOut size={18} aria-hidden />} onSelect={signOut}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
