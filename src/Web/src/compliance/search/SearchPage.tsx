import { useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useOrganization } from '../../admin/organization/useOrganization';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { SelectField, TextField } from '../../design/Field';
import { Page } from '../../design/Page';
import { Empty, Failed, Skeleton } from '../../design/States';
import { useMe } from '../../shell/me';
import styles from '../List.module.css';
import { FoundRow } from './FoundRow';
import { type Criteria, found, nothing } from './queries';

const CHANNELS = ['whatsapp', 'sms', 'voice'] as const;
const ACTIONS = ['flag', 'redact', 'block'] as const;

export function SearchPage() {
  const t = useTranslations('compliance.search');
  const actions = useTranslations('admin.policy.actions');
  const channels = useTranslations('operations.channels');
  const { name } = useMe();
  const { data: firm } = useOrganization();
  const form = useForm<Criteria>({ defaultValues: nothing });
  const [criteria, setCriteria] = useState<Criteria | null>(null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Card title={t('criteria')} text={t('recorded', { name })}>
        <search>
          <form onSubmit={form.handleSubmit((asked) => setCriteria({ ...asked }))} noValidate>
            <div className={styles.filters}>
              <div className={styles.words}>
                <TextField
                  label={t('words')}
                  hint={t('wordsHint')}
                  type="search"
                  maxLength={500}
                  autoComplete="off"
                  {...form.register('q')}
                />
              </div>
              <SelectField label={t('line')} {...form.register('line')}>
                <option value="">{t('all')}</option>
                {firm?.lines.map((line) => (
                  <option key={line.id} value={line.id}>
                    {line.name}
                  </option>
                ))}
              </SelectField>
              <SelectField label={t('person')} {...form.register('person')}>
                <option value="">{t('everybody')}</option>
                {firm?.people.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
              </SelectField>
              <SelectField label={t('channel')} {...form.register('channel')}>
                <option value="">{t('all')}</option>
                {CHANNELS.map((channel) => (
                  <option key={channel} value={channel}>
                    {channels(channel)}
                  </option>
                ))}
              </SelectField>
              <SelectField label={t('direction')} {...form.register('direction')}>
                <option value="">{t('both')}</option>
                <option value="in">{t('in')}</option>
                <option value="out">{t('out')}</option>
              </SelectField>
              <SelectField label={t('policy')} {...form.register('action')}>
                <option value="">{t('any')}</option>
                {ACTIONS.map((action) => (
                  <option key={action} value={action}>
                    {actions(action)}
                  </option>
                ))}
              </SelectField>
              <TextField label={t('from')} type="date" {...form.register('from')} />
              <TextField label={t('until')} type="date" {...form.register('until')} />
            </div>
            <div className={styles.bar}>
              <Button type="submit" look="primary">
                <Search size={18} aria-hidden />
                {t('search')}
              </Button>
            </div>
          </form>
        </search>
      </Card>
      {criteria && <Found criteria={criteria} />}
    </Page>
  );
}

function Found({ criteria }: { criteria: Criteria }) {
  const t = useTranslations('compliance.search');
  const list = useInfiniteQuery(found(criteria));
  if (list.error && !list.data) return <Failed error={list.error} onRetry={() => list.refetch()} />;
  if (!list.data) return <Skeleton lines={5} height={72} />;
  const items = list.data.pages.flatMap((page) => page.items);
  const behind = list.data.pages[0]?.behind ?? 0;
  return (
    <section aria-label={t('found')}>
      <p className={styles.bar} role="status">
        {t('count', { count: items.length, more: list.hasNextPage ? 'yes' : 'no' })}
        {behind > 0 && <span className={styles.soft}>{t('behind', { count: behind })}</span>}
      </p>
      {items.length === 0 && !list.hasNextPage ? (
        <Empty icon={<Search size={24} />} title={t('none.title')} text={t('none.text')} />
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <FoundRow key={item.place} item={item} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </section>
  );
}
