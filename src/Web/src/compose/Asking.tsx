import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import type { ContactCard, MessageBody, OptInBody } from '../api/schema';
import { post } from '../outbox/useOutbox';
import { thread } from '../thread/queries';
import { useAttempt } from './attempt';
import { OptInDialog } from './OptInDialog';

type Props = { line: string; contact: ContactCard; askedIn?: string | null; onClose: () => void };

/** The first message: it brings the request with it, and waits for the answer. */
export function AskFirst({
  line,
  contact,
  askedIn,
  body,
  onSent,
  onClose,
}: Props & { body: MessageBody; onSent: () => void }) {
  return (
    <OptInDialog
      contact={contact}
      waiting={body}
      askedIn={askedIn}
      onClose={onClose}
      onSend={(optIn) => {
        post(line, contact.id, { ...body, opt_in: optIn });
        onSent();
        onClose();
      }}
    />
  );
}

/** The request once more, by itself. */
export function AskAgain({ line, contact, askedIn, onClose }: Props) {
  const queries = useQueryClient();
  const attempt = useAttempt();
  const request = useMutation({
    mutationFn: (body: OptInBody) =>
      attempt((key) =>
        ask(
          api.POST('/api/v1/lines/{line}/threads/{contact}/opt-in', {
            params: { path: { line, contact: contact.id }, header: { 'Idempotency-Key': key } },
            body,
          }),
        ),
      ),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: thread(line, contact.id).queryKey }),
  });
  return (
    <OptInDialog
      contact={contact}
      isAgain
      askedIn={askedIn}
      isBusy={request.isPending}
      error={request.error}
      onSend={(optIn) => request.mutate(optIn)}
      onClose={onClose}
    />
  );
}
