import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MessageSquareText, Pencil, RotateCw, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api, ask, Refusal } from '../api/client';
import type { LineCard, MessageSummary } from '../api/schema';
import { type Returned, takeAway } from '../outbox/returned';
import { post } from '../outbox/useOutbox';
import { useLines } from '../shell/me';
import { placeMessage, thread } from '../thread/queries';
import { useRefusalWords } from '../words/refusals';
import { useAttempt } from './attempt';
import { mayGoAsSms, mayRetry, wouldGoAsSms } from './failed';
import { Trouble, Way } from './Trouble';
import { putBack } from './useDraft';

/** Under a message that failed: why, and what can be done about it. */
export function FailedActions({ line, contact, message }: { line: string; contact: string; message: MessageSummary }) {
  const t = useTranslations('compose.failed');
  const words = useRefusalWords();
  const sms = useSms(line, contact);
  const again = useAgain(line, contact, message);
  const isUnknown = message.status === 'outcome_unknown';
  return (
    <Trouble
      reason={isUnknown ? t('outcome_unknown') : words({ code: message.failure?.code })}
      code={message.provider_code == null ? undefined : t('code', { code: message.provider_code })}
      error={again.error ? words(again.error) : undefined}
    >
      {mayRetry(message) && (
        <Way icon={RotateCw} busy={again.isPending} onClick={() => again.mutate('retry')}>
          {t('retry')}
        </Way>
      )}
      {sms && mayGoAsSms(message) && (
        <Way icon={MessageSquareText} busy={again.isPending} onClick={() => again.mutate('sms')}>
          {t('sms')}
        </Way>
      )}
    </Trouble>
  );
}

type ReturnedProps = {
  line: LineCard;
  item: Returned;
  /** Its text is being written again. */
  onEdit: () => void;
};

/** Under a message that the product did not take. */
export function ReturnedActions({ line, item, onEdit }: ReturnedProps) {
  const t = useTranslations('compose.failed');
  const words = useRefusalWords();
  const sms = useSms(line.id, item.contact);
  const { text, buttons } = item.body;
  const titles = buttons?.map(({ title }) => title) ?? [];
  const reason = new Refusal({ code: item.code, status: 400, detail: item.detail, policy: item.policy });
  return (
    <Trouble reason={words(reason)}>
      {text && (
        <Way
          icon={Pencil}
          onClick={() => {
            putBack(line.id, item.contact, item.body);
            takeAway(item.key);
            onEdit();
          }}
        >
          {t('edit')}
        </Way>
      )}
      {text && sms && wouldGoAsSms(item) && (
        <Way
          icon={MessageSquareText}
          onClick={() => {
            // SMS has no buttons: what can be chosen stands below the text.
            post(line.id, item.contact, { channel: 'sms', text: [text, ...titles].join('\n') });
            takeAway(item.key);
          }}
        >
          {t('sms')}
        </Way>
      )}
      <Way icon={Trash2} onClick={() => takeAway(item.key)}>
        {t('discard')}
      </Way>
    </Trouble>
  );
}

/** Whether a text can go to the contact by SMS. */
function useSms(line: string, contact: string): boolean {
  const { data: lines } = useLines();
  const { data: details } = useQuery(thread(line, contact));
  const has = lines?.find((known) => known.id === line)?.numbers.some((number) => number.channel === 'sms');
  return Boolean(has && details && !details.sms.text_refusal);
}

function useAgain(line: string, contact: string, { message_id: id }: MessageSummary) {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (way: 'retry' | 'sms') =>
      attempt((key) =>
        ask(
          api.POST(`/api/v1/lines/{line}/threads/{contact}/messages/{id}/${way}`, {
            params: { path: { line, contact, id }, header: { 'Idempotency-Key': key } },
          }),
        ),
      ),
    onSuccess: (message) => message && placeMessage(queries, line, contact, message),
    onSettled: () => queries.invalidateQueries({ queryKey: thread(line, contact).queryKey }),
  });
}
