import { useMutation } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useFormatter, useTranslations } from 'use-intl';
import { api, ask } from '../../api/client';
import type { ContactCard, LineCard, MessageSummary, OriginalPart } from '../../api/schema';
import { Banner } from '../../design/Banner';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { TextArea } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { useMe } from '../../shell/me';
import { Text } from '../Text';
import styles from './OriginalDialog.module.css';

const LONGEST = 500;

type Props = { line: LineCard; contact: ContactCard; message: MessageSummary; onClose: () => void };

/** Asks why, has that recorded, and shows what a message said before policy changed it. */
export function OriginalDialog({ line, contact, message, onClose }: Props) {
  const t = useTranslations('thread.policy');
  const s = useTranslations('shell');
  const { name } = useMe();
  const id = useId();
  const form = useForm({ defaultValues: { reason: '' } });
  const { errors } = form.formState;
  const opening = useMutation({
    mutationFn: (reason: string) =>
      ask(
        api.POST('/api/v1/lines/{line}/threads/{contact}/messages/{id}/original', {
          params: { path: { line: line.id, contact: contact.id, id: message.message_id } },
          body: { reason },
        }),
      ),
    // Nobody sees it again without another reason.
    gcTime: 0,
  });
  const opened = opening.data;
  return (
    <Dialog
      title={t('original')}
      onClose={onClose}
      actions={
        opened ? (
          <Button look="primary" onClick={onClose}>
            {s('close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{s('cancel')}</Button>
            <Button type="submit" form={id} look="primary" busy={opening.isPending}>
              {t('show')}
            </Button>
          </>
        )
      }
    >
      <Banner tone="warning" icon={<Eye size={18} />}>
        {opened ? t('recorded', { name }) : t('willRecord', { name })}
      </Banner>
      {opened ? (
        opened.originals.map((original) => <Original key={original.place} original={original} />)
      ) : (
        <form id={id} noValidate onSubmit={form.handleSubmit(({ reason }) => opening.mutate(reason.trim()))}>
          <TextArea
            label={t('reason')}
            hint={t('reasonHint')}
            rows={3}
            error={errors.reason?.message}
            data-autofocus
            {...form.register('reason', {
              validate: (reason) => reason.trim() !== '' || t('reasonMissing'),
              maxLength: { value: LONGEST, message: t('reasonTooLong', { longest: LONGEST }) },
            })}
          />
          <Refused error={opening.error} />
        </form>
      )}
    </Dialog>
  );
}

function Original({ original }: { original: OriginalPart }) {
  const t = useTranslations('thread');
  const format = useFormatter();
  const parts = original.parts;
  const more = [
    parts?.media?.file_name,
    parts?.location?.name,
    parts?.location?.address,
    ...(parts?.cards ?? []).flatMap((card) => [card.name, ...card.phones, ...card.emails, card.company]),
    parts?.detail,
    ...(original.buttons ?? []),
    ...(original.parameters ?? []),
  ].filter((word): word is string => Boolean(word));
  return (
    <section className={styles.original}>
      <time dateTime={original.at}>
        {format.dateTime(new Date(original.at), { dateStyle: 'medium', timeStyle: 'medium' })}
      </time>
      {original.text && <Text text={original.text} />}
      {more.length > 0 && (
        <ul>
          {more.map((word, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
            <li key={index}>{word}</li>
          ))}
        </ul>
      )}
      {!original.text && more.length === 0 && <p>{t('disposed')}</p>}
    </section>
  );
}
