import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { PersonView, PolicyTrial } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { SelectField, TextArea } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { ActionBadge } from './ActionBadge';
import styles from './PolicyPage.module.css';
import type { Action } from './policy';
import { useTry } from './usePolicy';

type Fields = { text: string; direction: 'out' | 'in'; person: string };

/** What the policy in force would do with a text. */
export function TryDialog({ people, onClose }: { people: readonly PersonView[]; onClose: () => void }) {
  const t = useTranslations('admin.policy');
  const s = useTranslations('shell');
  const trying = useTry();
  const form = useForm<Fields>({ defaultValues: { text: '', direction: 'out', person: '' } });
  const id = useId();
  return (
    <Dialog
      title={t('try.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{s('close')}</Button>
          <Button type="submit" form={id} look="primary" busy={trying.isPending}>
            {t('try.run')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={form.handleSubmit(({ person, ...trial }) => trying.mutate({ ...trial, person: person || null }))}
      >
        <TextArea
          rows={4}
          label={t('try.text')}
          hint={t('try.hint')}
          data-autofocus
          error={form.formState.errors.text?.message}
          {...form.register('text', { validate: (text) => text.trim() !== '' || t('try.textMissing') })}
        />
        <div className={styles.pair}>
          <div>
            <SelectField label={t('rule.direction')} {...form.register('direction')}>
              <option value="out">{t('directions.out')}</option>
              <option value="in">{t('directions.in')}</option>
            </SelectField>
          </div>
          <div>
            <SelectField label={t('try.person')} {...form.register('person')}>
              <option value="">{t('try.anybody')}</option>
              {people.map(({ id: value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </SelectField>
          </div>
        </div>
        <Refused error={trying.error} />
        <div role="status">{trying.data && <Result trial={trying.data} />}</div>
      </form>
    </Dialog>
  );
}

function Result({ trial }: { trial: PolicyTrial }) {
  const t = useTranslations('admin.policy.try');
  return (
    <div className={styles.result}>
      {trial.action ? (
        <>
          <p>{trial.text ?? t('blocked')}</p>
          <ul>
            {trial.findings.map((finding) => (
              <li key={`${finding.organization}/${finding.rule}`} className={styles.head}>
                <span className={styles.name}>{finding.name}</span>
                <ActionBadge action={finding.action as Action} />
                <span className={styles.soft}>{t('hits', { hits: finding.hits })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('nothing')}</p>
      )}
    </div>
  );
}
