import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellOff } from 'lucide-react';
import { useEffect } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useOrganization } from '../admin/organization/useOrganization';
import { ActionBadge } from '../admin/policy/ActionBadge';
import type { Action } from '../admin/policy/policy';
import type { NoticeItem } from '../api/schema';
import { ContactName } from '../compliance/ContactName';
import list from '../compliance/List.module.css';
import { PagedList } from '../compliance/PagedList';
import { Badge } from '../design/Badge';
import { ChannelIcon } from '../design/ChannelIcon';
import { Page } from '../design/Page';
import { Empty } from '../design/States';
import { has, useLines, useMe } from '../shell/me';
import type { Channel } from '../thread/message';
import { useNames } from '../thread/people';
import { notices, see, unseen } from './queries';

/** What rules tell the reader of. */
export function NoticesPage() {
  const t = useTranslations('shell.notices');
  const read = useInfiniteQuery(notices);
  useSeen(read.data?.pages[0]?.items[0]?.id);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <PagedList
        list={read}
        label={t('title')}
        more={t('more')}
        none={<Empty icon={<BellOff size={24} />} title={t('none.title')} text={t('none.text')} />}
      >
        {(notice) => <NoticeRow key={notice.id} notice={notice} />}
      </PagedList>
    </Page>
  );
}

/** Whoever has the newest before them has seen them all. */
function useSeen(newest: number | undefined) {
  const queries = useQueryClient();
  useEffect(() => {
    if (newest === undefined) return;
    // What could not be said is said with the next visit.
    see(newest)
      .then(() => queries.invalidateQueries({ queryKey: unseen.queryKey }))
      .catch(() => undefined);
  }, [newest, queries]);
}

function NoticeRow({ notice }: { notice: NoticeItem }) {
  const t = useTranslations('shell.notices');
  const format = useFormatter();
  const name = useNames();
  const me = useMe();
  const { data: lines } = useLines();
  const { data: firm } = useOrganization();
  const isOurs = notice.organization === me.organization.id;
  const line = (isOurs && firm?.lines.find((known) => known.id === notice.line)?.name) || notice.line;
  const contact = () => (isOurs ? <ContactName id={notice.contact} /> : t('contact'));
  const mayRead = isOurs && lines?.some((known) => known.id === notice.line);
  return (
    <li className={list.row}>
      <div>
        <p className={list.head}>
          <span className={list.name}>{notice.rule}</span>
          <ActionBadge action={notice.action as Action} />
          {!notice.seen && <Badge tone="good">{t('new')}</Badge>}
        </p>
        <p className={list.head}>
          <ChannelIcon channel={notice.channel as Channel} size={14} />
          <span>
            {notice.inbound
              ? t.rich('fromContact', { contact, line })
              : t.rich('toContact', { contact, author: notice.author && isOurs ? name(notice.author) : line })}
          </span>
        </p>
        <p className={list.soft}>
          <time dateTime={notice.at}>
            {format.dateTime(new Date(notice.at), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          {!isOurs && ` · ${t('below', { name: notice.organization })}`}
        </p>
      </div>
      {isOurs && has(me, 'compliance') ? (
        <Link to="/compliance/review">{t('review')}</Link>
      ) : mayRead ? (
        <Link to="/lines/$line/threads/$contact" params={{ line: notice.line, contact: notice.contact }}>
          {t('thread')}
        </Link>
      ) : null}
    </li>
  );
}
