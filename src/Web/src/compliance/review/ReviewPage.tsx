import { useInfiniteQuery } from '@tanstack/react-query';
import { ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useOrganization } from '../../admin/organization/useOrganization';
import { Button } from '../../design/Button';
import { SelectField } from '../../design/Field';
import { Said } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Empty } from '../../design/States';
import styles from '../List.module.css';
import { PagedList } from '../PagedList';
import { DecideDialog } from './DecideDialog';
import { CAUSES, type Criteria, type Outcome, queue, STATES } from './queries';
import review from './Review.module.css';
import { ReviewRow } from './ReviewRow';

const TOGETHER = ['no_issue', 'escalated', 'violation'] as const;

/** What compliance officers are to look at: where policy found something, and what was sampled. */
export function ReviewPage() {
  const t = useTranslations('compliance.review');
  const s = useTranslations('compliance.search');
  const { data: firm } = useOrganization();
  const form = useForm<Criteria>({ defaultValues: { state: 'open', cause: '', line: '', person: '' } });
  const criteria = form.watch();
  const list = useInfiniteQuery(queue(criteria));
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [deciding, setDeciding] = useState<{ places: readonly number[]; outcome: Outcome } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const counts = list.data?.pages[0];
  const shown = new Set(list.data?.pages.flatMap((page) => page.items.map((item) => item.message.place)));
  const together = chosen.filter((place) => shown.has(place));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <search className={styles.filters}>
        <SelectField label={t('state')} {...form.register('state')}>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {counts ? t('counted', { state: t(`states.${state}`), count: counts[state] }) : t(`states.${state}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('cause')} {...form.register('cause')}>
          <option value="">{t('anyCause')}</option>
          {CAUSES.map((cause) => (
            <option key={cause} value={cause}>
              {t(`causes.${cause}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={s('line')} {...form.register('line')}>
          <option value="">{s('all')}</option>
          {firm?.lines.map((line) => (
            <option key={line.id} value={line.id}>
              {line.name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('author')} {...form.register('person')}>
          <option value="">{s('everybody')}</option>
          {firm?.people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </SelectField>
      </search>
      <Said>{said}</Said>
      {(counts?.behind ?? 0) > 0 && <p className={styles.soft}>{t('behind', { count: counts?.behind ?? 0 })}</p>}
      <PagedList
        list={list}
        label={t('title')}
        more={s('more')}
        none={
          <Empty
            icon={<ClipboardCheck size={24} />}
            title={t(`none.${criteria.state}`)}
            text={criteria.state === 'open' ? t('none.text') : undefined}
          />
        }
      >
        {(item) => (
          <ReviewRow
            key={item.message.place}
            item={item}
            chosen={chosen.includes(item.message.place)}
            onChoose={(choose) =>
              setChosen((before) =>
                choose ? [...before, item.message.place] : before.filter((place) => place !== item.message.place),
              )
            }
            onDecide={(outcome) => setDeciding({ places: [item.message.place], outcome })}
          />
        )}
      </PagedList>
      {together.length > 0 && (
        <section className={review.together} aria-label={t('together')}>
          <p role="status">{t('chosen', { count: together.length })}</p>
          <div className={review.actions}>
            {TOGETHER.map((outcome) => (
              <Button key={outcome} onClick={() => setDeciding({ places: together, outcome })}>
                {t(`decide.${outcome}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setSaid(t(`done.${deciding.outcome}`, { count: deciding.places.length }));
            setChosen((before) => before.filter((place) => !deciding.places.includes(place)));
            setDeciding(null);
          }}
        />
      )}
    </Page>
  );
}
