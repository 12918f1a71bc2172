import { Outlet, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { LineCard } from '../api/schema';
import { WhatsAppIsOn } from '../design/ChannelIcon';
import { useTitle } from '../design/Page';
import { useLive } from '../live/useLive';
import { useLines, useMe } from '../shell/me';
import { NotFound } from '../shell/NotFound';
import styles from './InboxPage.module.css';
import { ThreadList } from './ThreadList';

/** A line's conversations, and the one that is open; a phone shows one of the two. */
export function InboxPage() {
  const t = useTranslations('inbox');
  const { line = '', contact } = useParams({ strict: false });
  const { data: lines } = useLines();
  const shown = lines?.find((known) => known.id === line);
  useTitle(t('title'));
  if (lines && !shown) return <NotFound />;
  if (!lines || !shown) return null;
  return <OpenLine key={shown.id} line={shown} lines={lines} contact={contact} />;
}

function OpenLine({ line, lines, contact }: { line: LineCard; lines: LineCard[]; contact: string | undefined }) {
  useLive(line.id);
  const person = useMe();
  const hasWhatsApp = person.whatsapp_enabled && line.numbers.some((number) => number.channel === 'whatsapp');
  return (
    <WhatsAppIsOn value={hasWhatsApp}>
      <div className={styles.inbox} data-open={contact ? true : undefined}>
        <section className={styles.list}>
          <ThreadList line={line} lines={lines} open={contact} />
        </section>
        <section className={styles.thread}>
          <Outlet />
        </section>
      </div>
    </WhatsAppIsOn>
  );
}
