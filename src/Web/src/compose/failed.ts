import type { MessageSummary } from '../api/schema';
import type { Returned } from '../outbox/returned';

/** What a person wrote; of the rest the system sends anew what is needed. */
const WRITTEN = ['text', 'template'];

/** The same message would be refused again, for as long as it is the same. */
const FINAL = [
  'blocked_by_policy',
  'consent_declined',
  'contact_merged',
  'marketing_stopped',
  'media_rejected',
  'no_longer_kept',
  'not_on_whatsapp',
  'session_closed',
  'superseded',
  'template_parameters',
];

export function mayRetry({ status, kind, failure, replaced_by }: MessageSummary): boolean {
  if (!WRITTEN.includes(kind) || replaced_by) return false;
  return status === 'outcome_unknown' || (status === 'failed' && !FINAL.includes(failure?.code ?? ''));
}

export function mayGoAsSms({ kind, channel, failure, replaced_by, text }: MessageSummary): boolean {
  const isTheirs = WRITTEN.includes(kind) && channel === 'whatsapp' && Boolean(text);
  return isTheirs && failure?.code === 'not_on_whatsapp' && !replaced_by;
}

/** Refusals that concern WhatsApp alone. A contact who declined there is not written to elsewhere by one tap. */
const ON_WHATSAPP_ALONE = ['not_on_whatsapp', 'number_restricted', 'session_closed', 'whatsapp_not_enabled'];

export function wouldGoAsSms({ body, code }: Returned): boolean {
  return body.channel === 'whatsapp' && ON_WHATSAPP_ALONE.includes(code);
}
