import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../design/Button';
import { ChannelIcon } from '../design/ChannelIcon';
import { Menu, MenuItem } from '../design/Menu';
import styles from './ChannelMenu.module.css';
import type { Channels } from './channels';
import type { WritingChannel } from './standing';

type Props = { channels: Channels; channel: WritingChannel; onChange: (channel: WritingChannel) => void };

/** On which channel one writes; where there is but one, it is only named. */
export function ChannelMenu({ channels, channel, onChange }: Props) {
  const t = useTranslations('compose');
  const name = t(`channels.${channel}`);
  if (!channels.whatsapp || channels.sms === 'none') {
    return (
      <span className={styles.only}>
        <ChannelIcon channel={channel} size={18} />
        {name}
      </span>
    );
  }
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <Button look="plain" className={styles.trigger} aria-label={t('channel', { channel: name })}>
          <ChannelIcon channel={channel} size={18} />
          <span className={styles.name}>{name}</span>
          <ChevronDown size={16} aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={<ChannelIcon channel="whatsapp" size={18} />} onSelect={() => onChange('whatsapp')}>
        {t('channels.whatsapp')}
      </MenuItem>
      <MenuItem
        icon={<ChannelIcon channel="sms" size={18} />}
        disabled={channels.sms !== 'offered'}
        onSelect={() => onChange('sms')}
      >
        {channels.sms === 'offered' ? t('channels.sms') : t('smsNoPhone')}
      </MenuItem>
    </Menu>
  );
}
