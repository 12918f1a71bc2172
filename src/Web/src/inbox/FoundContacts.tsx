import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactCard } from '../api/schema';
import { Avatar } from '../design/Avatar';
import { Button } from '../design/Button';
import { Failed, Skeleton } from '../design/States';
import { contacts } from './contacts';
import styles from './FoundContacts.module.css';
import { shownNumber } from './phone';

type Props = { search: string; isNumber: boolean; onChoose: (contact: ContactCard) => void };

/** The contacts in whose name or number it is; all of them while nothing is searched for. */
export function FoundContacts({ search, isNumber, onChoose }: Props) {
  const t = useTranslations('compose.start');
  const wanted = useDeferredValue(search);
  const found = useInfiniteQuery(contacts(wanted));
  if (found.error && !found.data) return <Failed error={found.error} onRetry={() => found.refetch()} />;
  const items = found.data?.pages.flatMap((page) => page.items).filter((contact) => !contact.merged_into);
  return (
    <section className={styles.found} aria-label={t('contacts')} aria-busy={found.isFetching}>
      {!items ? (
        <Skeleton lines={6} height={44} />
      ) : items.length === 0 ? (
        <p className={styles.nobody} role="status">
          {t(isNumber ? 'nobodysNumber' : 'nobody')}
        </p>
      ) : (
        <ul>
          {items.map((contact) => (
            <li key={contact.id}>
              <button type="button" className={styles.contact} onClick={() => onChoose(contact)}>
                <Avatar name={contact.name} id={contact.id} size={36} />
                <span className={styles.text}>
                  <strong>{contact.name}</strong>
                  <span>{contact.phone ? shownNumber(contact.phone) : t('noPhone')}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button look="plain" busy={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
