import { FlaskConical, Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { Said, Warned } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Empty, Failed, Skeleton } from '../../design/States';
import { useOrganization } from '../organization/useOrganization';
import { InheritedRules } from './InheritedRules';
import styles from './PolicyPage.module.css';
import type { Rule, WordList } from './policy';
import { withRule } from './policy';
import { RuleDialog } from './RuleDialog';
import { RuleRow } from './RuleRow';
import { SamplingCard } from './SamplingCard';
import { SamplingDialog } from './SamplingDialog';
import { TryDialog } from './TryDialog';
import { usePolicy, useSavePolicy } from './usePolicy';
import { useWrongWords } from './useWrongWords';
import { WordListDialog } from './WordListDialog';

type Open = { what: 'rule'; rule?: Rule } | { what: 'list'; list?: WordList } | { what: 'sampling' } | { what: 'try' };

export function PolicyPage() {
  const t = useTranslations('admin.policy');
  const { data, error, refetch } = usePolicy();
  const organization = useOrganization();
  const switching = useSavePolicy();
  const wrong = useWrongWords();
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const people = organization.data?.people ?? [];
  const done = (words: string) => {
    setSaid(words);
    setOpen(null);
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        data && (
          <>
            <Button onClick={() => setOpen({ what: 'try' })}>
              <FlaskConical size={18} aria-hidden />
              {t('try.open')}
            </Button>
            <Button look="primary" onClick={() => setOpen({ what: 'rule' })}>
              <Plus size={18} aria-hidden />
              {t('rule.new')}
            </Button>
          </>
        )
      }
    >
      <Said>{said}</Said>
      <Warned>{switching.error ? wrong(switching.error) : null}</Warned>
      {data ? (
        <>
          {data.policy.rules.length > 0 ? (
            <ul className={styles.rows} aria-label={t('rules')}>
              {data.policy.rules.map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  lists={data.policy.word_lists}
                  busy={switching.isPending}
                  onOpen={() => setOpen({ what: 'rule', rule })}
                  onSwitch={(enabled) => switching.mutate(withRule(data.policy, { ...rule, enabled }))}
                />
              ))}
            </ul>
          ) : (
            <Empty icon={<ShieldCheck size={24} />} title={t('empty.title')} text={t('empty.text')} />
          )}
          <Card
            title={t('lists.title')}
            text={t('lists.text')}
            aside={
              <Button onClick={() => setOpen({ what: 'list' })}>
                <Plus size={18} aria-hidden />
                {t('lists.new')}
              </Button>
            }
          >
            <ul className={styles.lists}>
              {data.policy.word_lists.map((list) => (
                <li key={list.id}>
                  <button type="button" className={styles.list} onClick={() => setOpen({ what: 'list', list })}>
                    <span>{list.name}</span>
                    <span className={styles.soft}>{t('lists.words', { count: list.words.length })}</span>
                  </button>
                </li>
              ))}
              {data.policy.word_lists.length === 0 && <li className={styles.soft}>{t('lists.none')}</li>}
            </ul>
          </Card>
          <SamplingCard
            sampling={data.policy.sampling}
            people={people}
            lines={organization.data?.lines ?? []}
            onChange={() => setOpen({ what: 'sampling' })}
          />
          {data.inherited.map((from) => (
            <InheritedRules key={from.organization} name={from.name} policy={from.policy} />
          ))}
          {open?.what === 'rule' && (
            <RuleDialog
              rule={open.rule}
              policy={data.policy}
              inheritedLists={data.inherited.flatMap((from) => from.policy.word_lists)}
              people={people}
              onClose={() => setOpen(null)}
              onDone={done}
            />
          )}
          {open?.what === 'list' && (
            <WordListDialog list={open.list} policy={data.policy} onClose={() => setOpen(null)} onDone={done} />
          )}
          {open?.what === 'sampling' && (
            <SamplingDialog
              policy={data.policy}
              people={people}
              lines={organization.data?.lines ?? []}
              onClose={() => setOpen(null)}
              onDone={done}
            />
          )}
          {open?.what === 'try' && <TryDialog people={people} onClose={() => setOpen(null)} />}
        </>
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={4} height={84} />
      )}
    </Page>
  );
}
