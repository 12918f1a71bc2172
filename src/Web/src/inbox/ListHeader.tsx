import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, Search, SquarePen, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LineCard } from '../api/schema';
import { IconButton } from '../design/Button';
import { ChannelIcon, useWhatsAppHere } from '../design/ChannelIcon';
import { Menu, MenuChoice } from '../design/Menu';
import { has, useMe } from '../shell/me';
import styles from './ListHeader.module.css';
import type { Filter } from './queries';

const NewConversation = lazy(async () => ({ default: (await import('./NewConversation')).NewConversation }));

type Props = { line: LineCard; lines: LineCard[]; filter: Filter; onFilter: (filter: Filter) => void };

export function ListHeader({ line, lines, filter, onFilter }: Props) {
  const t = useTranslations('inbox');
  const person = useMe();
  const [isNew, setNew] = useState(false);
  const writes = person.lines.some((own) => own.id === line.id) && has(person, 'user');
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <LineName line={line} lines={lines} />
        {writes && (
          <IconButton label={t('newConversation')} onClick={() => setNew(true)}>
            <SquarePen size={20} aria-hidden />
          </IconButton>
        )}
      </div>
      <search className={styles.search}>
        <Search size={17} aria-hidden />
        <input
          type="search"
          placeholder={t('search')}
          aria-label={t('search')}
          value={filter.search}
          maxLength={200}
          onChange={(event) => onFilter({ ...filter, search: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && onFilter({ ...filter, search: '' })}
        />
        {filter.search && (
          <button
            type="button"
            className={styles.clear}
            aria-label={t('clearSearch')}
            onClick={() => onFilter({ ...filter, search: '' })}
          >
            <X size={16} aria-hidden />
          </button>
        )}
      </search>
      <Filters filter={filter} onFilter={onFilter} />
      {isNew && (
        <Suspense>
          <NewConversation line={line.id} onClose={() => setNew(false)} />
        </Suspense>
      )}
    </header>
  );
}

function LineName({ line, lines }: { line: LineCard; lines: LineCard[] }) {
  const t = useTranslations('inbox');
  const navigate = useNavigate();
  if (lines.length < 2) return <h1 className={styles.line}>{line.name}</h1>;
  return (
    <>
      <h1 className="visually-hidden">{line.name}</h1>
      <Menu
        align="start"
        trigger={
          <button type="button" className={styles.switch}>
            {line.name}
            <ChevronDown size={18} aria-hidden />
          </button>
        }
      >
        <MenuChoice
          label={t('line')}
          value={line.id}
          options={Object.fromEntries(lines.map((known) => [known.id, known.name]))}
          onChange={(chosen) => void navigate({ to: '/lines/$line', params: { line: chosen } })}
        />
      </Menu>
    </>
  );
}

function Filters({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const t = useTranslations('inbox');
  const all = !filter.unread && filter.channel === null;
  const channels = useWhatsAppHere() ? (['whatsapp', 'sms'] as const) : (['sms'] as const);
  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{t('filter')}</legend>
      <Chip pressed={all} onPress={() => onFilter({ ...filter, unread: false, channel: null })}>
        {t('filters.all')}
      </Chip>
      <Chip pressed={filter.unread} onPress={() => onFilter({ ...filter, unread: !filter.unread })}>
        {t('filters.unread')}
      </Chip>
      {channels.map((channel) => (
        <Chip
          key={channel}
          pressed={filter.channel === channel}
          onPress={() => onFilter({ ...filter, channel: filter.channel === channel ? null : channel })}
        >
          <ChannelIcon channel={channel} size={14} />
          {t(`filters.${channel}`)}
        </Chip>
      ))}
    </fieldset>
  );
}

function Chip({ pressed, onPress, children }: { pressed: boolean; onPress: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}
