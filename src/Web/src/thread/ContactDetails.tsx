import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api, ask } from '../api/client';
import type { ConsentEvidence, ConversationStanding, LineCard, ThreadDetails } from '../api/schema';
import { Button, IconButton } from '../design/Button';
import { ChannelIcon } from '../design/ChannelIcon';
import { Dialog } from '../design/Dialog';
import { TextField } from '../design/Field';
import { Failed, Skeleton } from '../design/States';
import { useRefusalWords } from '../words/refusals';
import styles from './ContactDetails.module.css';
import { useNames } from './people';

type Props = { line: LineCard; details: ThreadDetails; onClose: () => void };

/** Who the contact is, what the contact agreed to, and each step of how that came about. */
export function ContactDetails({ line, details, onClose }: Props) {
  const t = useTranslations('thread.details');
  const { contact } = details;
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <Name contact={contact} line={line.id} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('phone')}</dt>
          <dd>{contact.phone ?? t('noPhone')}</dd>
        </div>
        {contact.bsuid && (
          <div>
            <dt>{t('userId')}</dt>
            <dd>{contact.bsuid}</dd>
          </div>
        )}
        <Earlier line={line.id} contacts={details.session.merged ?? []} />
        <div>
          <dt>{t('consent')}</dt>
          <dd>
            <Consent channel="whatsapp" standing={details.session} />
            {contact.phone && <Consent channel="sms" standing={details.sms} />}
          </dd>
        </div>
      </dl>
      <h3 className={styles.heading}>{t('history')}</h3>
      <History line={line.id} contact={contact.id} />
    </Dialog>
  );
}

function Name({ contact, line }: { contact: ThreadDetails['contact']; line: string }) {
  const t = useTranslations('thread.details');
  const shell = useTranslations('shell');
  const words = useRefusalWords();
  const queries = useQueryClient();
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  async function rename(event: FormEvent) {
    event.preventDefault();
    try {
      await ask(
        api.PATCH('/api/v1/contacts/{contact}', {
          params: { path: { contact: contact.id } },
          body: { name: name ?? '' },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['lines', line] });
      setName(null);
    } catch (refused) {
      setError(words(refused));
    }
  }

  if (name === null)
    return (
      <div className={styles.name}>
        <p>{contact.name}</p>
        <IconButton label={t('rename')} onClick={() => setName(contact.name)}>
          <Pencil size={17} aria-hidden />
        </IconButton>
      </div>
    );
  return (
    <form className={styles.rename} onSubmit={(event) => void rename(event)}>
      <TextField
        label={t('name')}
        value={name}
        maxLength={200}
        required
        error={error}
        onChange={(event) => setName(event.target.value)}
      />
      <Button onClick={() => setName(null)}>{shell('cancel')}</Button>
      <Button look="primary" type="submit">
        {shell('save')}
      </Button>
    </form>
  );
}

/** Conversations with the same person from when nobody knew that it was one. They end with a way here. */
function Earlier({ line, contacts }: { line: string; contacts: readonly string[] }) {
  const t = useTranslations('thread.details');
  if (contacts.length === 0) return null;
  return (
    <div>
      <dt>{t('earlier', { count: contacts.length })}</dt>
      <dd>
        {contacts.map((contact, place) => (
          <p key={contact}>
            <Link to="/lines/$line/threads/$contact" params={{ line, contact }}>
              {t('readEarlier', { count: contacts.length, number: place + 1 })}
            </Link>
          </p>
        ))}
      </dd>
    </div>
  );
}

function Consent({ channel, standing }: { channel: 'whatsapp' | 'sms'; standing: ConversationStanding }) {
  const t = useTranslations('thread.details.states');
  const channels = useTranslations('inbox.channels');
  const state = standing.consent as 'granted';
  return (
    <p className={styles.consent}>
      <ChannelIcon channel={channel} size={16} label={channels(channel)} />
      {t.has(state) ? t(state) : state}
    </p>
  );
}

function History({ line, contact }: { line: string; contact: string }) {
  const t = useTranslations('thread.details');
  const { data, error, refetch } = useQuery({
    queryKey: ['lines', line, 'opt-in', contact],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/lines/{line}/threads/{contact}/opt-in', { params: { path: { line, contact } }, signal })),
  });
  if (error) return <Failed error={error} onRetry={() => refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  if (data.length === 0) return <p className={styles.none}>{t('noHistory')}</p>;
  return (
    <ol className={styles.history}>
      {data.map((step) => (
        <Step key={step.version} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: ConsentEvidence }) {
  const t = useTranslations('thread.details');
  const format = useFormatter();
  const name = useNames();
  const basis = step.basis as 'other' | null;
  const by = step.by as 'other' | null;
  const what =
    step.step === 'asked'
      ? step.author
        ? t('steps.asked', { author: name(step.author) })
        : t('steps.askedAgain')
      : step.step === 'given'
        ? t('steps.given')
        : t(step.stop ? 'steps.stopped' : 'steps.refused');
  return (
    <li>
      <p className={styles.step}>
        <ChannelIcon channel={step.channel} size={14} />
        <strong>{what}</strong>
        <time dateTime={step.provider_at ?? step.at}>
          {format.dateTime(new Date(step.provider_at ?? step.at), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </p>
      {basis && <p>{t('basisOf', { basis: t.has(`basis.${basis}`) ? t(`basis.${basis}`) : t('basis.other') })}</p>}
      {by && <p>{t.has(`by.${by}`) ? t(`by.${by}`) : t('by.other')}</p>}
      {step.text && <p className={styles.said}>{t('text', { text: step.text })}</p>}
    </li>
  );
}
