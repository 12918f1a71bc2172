import { KeyRound, MessageCircle, MessageCircleOff, Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { LineCard, PersonView } from '../../api/schema';
import { Avatar } from '../../design/Avatar';
import { Badge } from '../../design/Badge';
import { IconButton } from '../../design/Button';
import { useMe } from '../../shell/me';
import styles from './PeoplePage.module.css';
import { mayHaveLink } from './roles';

type Props = {
  person: PersonView;
  lines: readonly LineCard[];
  whatsAppOn: boolean;
  onChange: () => void;
  onLink: () => void;
};

export function PersonRow({ person, lines, whatsAppOn, onChange, onLink }: Props) {
  const t = useTranslations('admin.people');
  const role = useTranslations('shell.roles');
  const oneself = useMe().id === person.id;
  const { roles } = person;
  const names = person.lines.map((id) => lines.find((line) => line.id === id)?.name ?? id);
  const may = person.whatsapp_enabled;
  return (
    <li className={styles.person}>
      <Avatar name={person.name} id={person.id} />
      <div>
        <p className={styles.name}>{oneself ? t('you', { name: person.name }) : person.name}</p>
        <p className={styles.soft}>{roles.map((held) => role(held)).join(', ')}</p>
      </div>
      <p className={styles.soft}>{names.length > 0 ? names.join(', ') : t('noLines')}</p>
      <span>
        <Badge tone={may && whatsAppOn ? 'good' : 'plain'} icon={may ? MessageCircle : MessageCircleOff}>
          {may ? t('whatsApp.on') : t('whatsApp.off')}
        </Badge>
      </span>
      <div className={styles.actions}>
        <IconButton
          label={mayHaveLink(roles) ? t('linkFor', { name: person.name }) : t('noLink')}
          disabled={!mayHaveLink(roles)}
          onClick={onLink}
        >
          <KeyRound size={18} aria-hidden />
        </IconButton>
        <IconButton label={t('changeFor', { name: person.name })} onClick={onChange}>
          <Pencil size={18} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
