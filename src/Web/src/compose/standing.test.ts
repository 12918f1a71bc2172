import { expect, test } from 'vitest';
import type { ContactCard, ConversationStanding, ThreadDetails } from '../api/schema';
import { standing } from './standing';

const now = new Date('2026-11-20T12:00:00Z');
const earlier = '2026-11-20T11:00:00Z';
const later = '2026-11-20T13:00:00Z';

const refused = (code: string) => ({ code, message: code });

type Given = {
  session?: Partial<ConversationStanding>;
  sms?: Partial<ConversationStanding>;
  contact?: Partial<ContactCard>;
};

function details({ session, sms, contact }: Given): ThreadDetails {
  const blank = { version: 1, consent: 'granted', session_open: false, not_reachable: false };
  return {
    contact: { id: 'ada', name: 'Ada', phone: '+4930', bsuid: null, ...contact },
    thread: null,
    session: { ...blank, ...session },
    sms: { ...blank, ...sms },
  };
}

function onWhatsApp(given: Given, more: { hasSms?: boolean; asking?: boolean; at?: Date } = {}) {
  const { hasSms = true, asking = false, at = now } = more;
  return standing({ details: details(given), channel: 'whatsapp', now: at, hasSms, asking });
}

const onSms = (given: Given) => standing({ details: details(given), channel: 'sms', now, hasSms: true, asking: false });

test('While the session is open, text and templates go out, and its end is known', () => {
  const stands = onWhatsApp({ session: { session_open: true, session_until: later } });
  expect(stands).toMatchObject({ state: 'open', text: 'open', template: 'open', until: new Date(later) });
});

test('A session ends on the page at its end, without a word of the product', () => {
  const given = { session: { session_open: true, session_until: later } };
  expect(onWhatsApp(given, { at: new Date('2026-11-20T12:59:59.999Z') }).state).toBe('open');
  expect(onWhatsApp(given, { at: new Date(later) })).toMatchObject({
    state: 'lapsed',
    text: 'closed',
    template: 'open',
  });
});

test('After the session only templates go out', () => {
  const session = { session_until: earlier, text_refusal: refused('session_closed') };
  expect(onWhatsApp({ session })).toMatchObject({ state: 'lapsed', text: 'closed', template: 'open' });
});

test('Where our clock is behind, the product decides that the session is over', () => {
  const session = { session_until: later, text_refusal: refused('session_closed') };
  expect(onWhatsApp({ session })).toMatchObject({ state: 'lapsed', text: 'closed' });
});

test('Who agreed and never wrote gets templates only', () => {
  const session = { session_until: null, text_refusal: refused('session_closed') };
  expect(onWhatsApp({ session })).toMatchObject({ state: 'not_written', text: 'closed', template: 'open' });
});

test('The first message to who was not asked brings the request with it, be it text or template', () => {
  const refusal = refused('consent_required');
  const session = { consent: 'not_asked', text_refusal: refusal, template_refusal: refusal };
  expect(onWhatsApp({ session })).toMatchObject({ state: 'not_asked', text: 'asks', template: 'asks' });
});

test('Nobody is asked twice: once the request is on its way, the text is closed', () => {
  const refusal = refused('consent_required');
  const session = { consent: 'not_asked', text_refusal: refusal, template_refusal: refusal };
  expect(onWhatsApp({ session }, { asking: true })).toMatchObject({
    state: 'pending',
    text: 'closed',
    template: 'closed',
  });
});

const waiting = (again: string | null) => ({
  consent: 'asked',
  asked_at: earlier,
  ask_again_at: again,
  text_refusal: refused('consent_pending'),
  template_refusal: refused('consent_pending'),
  opt_in_refusal: refused('consent_pending'),
});

test('While an answer is awaited nothing goes out, and it is known since when and until when', () => {
  expect(onWhatsApp({ session: waiting(later) })).toMatchObject({
    state: 'pending',
    text: 'closed',
    template: 'closed',
    askedAt: new Date(earlier),
    askAgainAt: new Date(later),
  });
});

test('A request that has not gone out yet can’t be sent anew', () => {
  expect(onWhatsApp({ session: waiting(null) })).toMatchObject({ state: 'pending', text: 'closed' });
});

test('From the moment on that the product named, one may ask again, and never sooner', () => {
  const session = waiting(later);
  expect(onWhatsApp({ session }, { at: new Date('2026-11-20T12:59:59.999Z') }).state).toBe('pending');
  expect(onWhatsApp({ session }, { at: new Date(later) })).toMatchObject({ state: 'ask_again', text: 'asks' });
  expect(onWhatsApp({ session }, { at: new Date(later), asking: true }).state).toBe('pending');
});

test.each([
  ['declined', 'declined'],
  ['withdrawn', 'withdrawn'],
] as const)('After %s neither text nor template nor request can be sent', (consent, state) => {
  const refusal = refused('consent_declined');
  const session = { consent, text_refusal: refusal, template_refusal: refusal, opt_in_refusal: refusal };
  expect(onWhatsApp({ session })).toMatchObject({ state, text: 'closed', template: 'closed' });
});

test('Who is not on WhatsApp is offered SMS, where there is SMS', () => {
  const refusal = refused('not_on_whatsapp');
  const session = { not_reachable: true, text_refusal: refusal, template_refusal: refusal };
  expect(onWhatsApp({ session })).toMatchObject({ state: 'not_reachable', text: 'closed', offersSms: true });
  expect(onWhatsApp({ session }, { hasSms: false }).offersSms).toBe(false);
  expect(onWhatsApp({ session, sms: { text_refusal: refused('consent_declined') } }).offersSms).toBe(false);
});

test('What stands against the request stands against the first message as well', () => {
  const session = {
    consent: 'not_asked',
    text_refusal: refused('consent_required'),
    opt_in_refusal: refused('number_restricted'),
  };
  expect(onWhatsApp({ session })).toMatchObject({ state: 'refused', code: 'number_restricted', text: 'closed' });
});

test.each(['whatsapp_not_enabled', 'number_restricted', 'something_new'])(
  '%s closes everything, by its code',
  (code) => {
    const session = { text_refusal: refused(code), template_refusal: refused(code) };
    expect(onWhatsApp({ session })).toMatchObject({ state: 'refused', code, text: 'closed', template: 'closed' });
  },
);

test('A contact that turned out to be another one is written to there, on each channel', () => {
  const contact = { merged_into: 'eve' };
  expect(onWhatsApp({ contact })).toMatchObject({ state: 'merged', mergedInto: 'eve', text: 'closed' });
  expect(onSms({ session: { merged_into: 'eve' } })).toMatchObject({ state: 'merged', mergedInto: 'eve' });
});

test('By SMS text goes out without a session, and no template', () => {
  const session = { consent: 'declined', text_refusal: refused('consent_declined') };
  expect(onSms({ session })).toMatchObject({ state: 'sms', text: 'open', template: 'closed' });
});

test.each([
  ['no_phone_number', {}, 'no_phone'],
  ['consent_declined', { consent: 'withdrawn' }, 'withdrawn'],
  ['consent_declined', { consent: 'declined' }, 'declined'],
  ['not_on_sms', {}, 'refused'],
] as const)('By SMS %s %o is %s', (code, sms, state) => {
  expect(onSms({ sms: { ...sms, text_refusal: refused(code) } })).toMatchObject({ state, text: 'closed' });
});
