import type { ConversationStanding, ThreadDetails } from '../api/schema';

/** A channel that can be written on. */
export type WritingChannel = 'whatsapp' | 'sms';

export type State =
  /** Free text goes out. */
  | 'open'
  | 'sms'
  /** The session is over: templates only. */
  | 'lapsed'
  /** The contact agreed and has not written yet: templates only. */
  | 'not_written'
  /** The first message brings the opt-in request with it. */
  | 'not_asked'
  | 'pending'
  /** The request has stood for long enough to be sent anew. */
  | 'ask_again'
  | 'declined'
  | 'withdrawn'
  | 'not_reachable'
  | 'no_phone'
  | 'merged'
  /** Anything else, by its code. */
  | 'refused';

/** `asks`: it can be written, waits, and goes out by itself when the contact has agreed. */
export type Way = 'open' | 'asks' | 'closed';

/** What may be sent to a contact on a channel, and why not. */
export type Standing = {
  state: State;
  text: Way;
  template: Way;
  /** The end of the open session. */
  until?: Date;
  askedAt?: Date;
  askAgainAt?: Date;
  mergedInto?: string;
  /** Of a refusal, for its words. */
  code?: string;
  /** SMS is a way out. */
  offersSms: boolean;
};

type Facts = {
  details: ThreadDetails;
  channel: WritingChannel;
  now: Date;
  /** Whether SMS can be chosen at all. */
  hasSms: boolean;
  /** A request of ours is on its way to the product, which does not know of it yet. */
  asking: boolean;
};

/** By the product's own answer, and by the clock where that has gone on since. */
export function standing({ details, channel, now, hasSms, asking }: Facts): Standing {
  const mergedInto = details.contact.merged_into ?? details.session.merged_into;
  if (mergedInto) return { ...closed('merged'), mergedInto };
  if (channel === 'sms') return onSms(details.sms);
  const offersSms = hasSms && !details.sms.text_refusal;
  return { ...onWhatsApp(details.session, now, asking), offersSms };
}

function onSms(sms: ConversationStanding): Standing {
  const code = sms.text_refusal?.code;
  switch (code) {
    case undefined:
      return { ...closed('sms'), text: 'open' };
    case 'consent_declined':
      return closed(refusedBy(sms));
    case 'no_phone_number':
      return closed('no_phone');
    default:
      return { ...closed('refused'), code };
  }
}

function onWhatsApp(session: ConversationStanding, now: Date, asking: boolean): Standing {
  const code = session.text_refusal?.code;
  switch (code) {
    case undefined:
    case 'session_closed':
      return inSession(session, now);
    case 'consent_required':
      return asking ? closed('pending') : whereAsked(session, 'not_asked');
    case 'consent_pending':
      return pending(session, now, asking);
    case 'consent_declined':
      return closed(refusedBy(session));
    case 'not_on_whatsapp':
      return closed('not_reachable');
    default:
      return { ...closed('refused'), code };
  }
}

function inSession(session: ConversationStanding, now: Date): Standing {
  const template: Way = session.template_refusal ? 'closed' : 'open';
  const until = dateOf(session.session_until);
  if (!session.text_refusal && until && until > now) return { ...closed('open'), text: 'open', template, until };
  return { ...closed(until ? 'lapsed' : 'not_written'), template };
}

function pending(session: ConversationStanding, now: Date, asking: boolean): Standing {
  const times = { askedAt: dateOf(session.asked_at), askAgainAt: dateOf(session.ask_again_at) };
  if (asking || !times.askAgainAt || times.askAgainAt > now) return { ...closed('pending'), ...times };
  return { ...whereAsked(session, 'ask_again'), ...times };
}

/** The request can go out, unless something else than the waiting stands against it. */
function whereAsked(session: ConversationStanding, state: State): Standing {
  const against = session.opt_in_refusal?.code;
  if (against && against !== 'consent_pending') return { ...closed('refused'), code: against };
  return { ...closed(state), text: 'asks', template: 'asks' };
}

const refusedBy = ({ consent }: ConversationStanding): State => (consent === 'withdrawn' ? 'withdrawn' : 'declined');

const closed = (state: State): Standing => ({ state, text: 'closed', template: 'closed', offersSms: false });

const dateOf = (time: string | null | undefined) => (time ? new Date(time) : undefined);
