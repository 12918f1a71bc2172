import { expect, test } from 'vitest';
import type { Returned } from '../outbox/returned';
import { aMessage } from '../testing/samples';
import { mayGoAsSms, mayRetry, wouldGoAsSms } from './failed';

const failedBy = (code: string, more = {}) =>
  aMessage(1, { direction: 'out', status: 'failed', failure: { code, message: '' }, ...more });

test('What a person wrote may be sent again, where that can help', () => {
  expect(mayRetry(failedBy('provider_refused'))).toBe(true);
  expect(mayRetry(failedBy('rate_limited', { kind: 'template' }))).toBe(true);
  expect(mayRetry(aMessage(1, { direction: 'out', status: 'outcome_unknown' }))).toBe(true);
  expect(mayRetry(failedBy('not_on_whatsapp'))).toBe(false);
  expect(mayRetry(failedBy('blocked_by_policy'))).toBe(false);
  expect(mayRetry(failedBy('provider_refused', { kind: 'opt_in_request' }))).toBe(false);
  expect(mayRetry(failedBy('provider_refused', { replaced_by: 'm2' }))).toBe(false);
});

test('A text to who is not on WhatsApp can go as SMS, once', () => {
  expect(mayGoAsSms(failedBy('not_on_whatsapp'))).toBe(true);
  expect(mayGoAsSms(failedBy('not_on_whatsapp', { replaced_by: 'm2' }))).toBe(false);
  expect(mayGoAsSms(failedBy('not_on_whatsapp', { kind: 'opt_in_request' }))).toBe(false);
  expect(mayGoAsSms(failedBy('not_on_whatsapp', { text: null }))).toBe(false);
  expect(mayGoAsSms(failedBy('provider_refused'))).toBe(false);
});

test('What was not taken is offered as SMS where WhatsApp alone is in the way, and never against a refusal', () => {
  const returned = (code: string, channel: 'whatsapp' | 'sms' = 'whatsapp') =>
    ({ body: { channel, text: 'Hello' }, code }) as Returned;
  expect(wouldGoAsSms(returned('session_closed'))).toBe(true);
  expect(wouldGoAsSms(returned('not_on_whatsapp'))).toBe(true);
  expect(wouldGoAsSms(returned('consent_declined'))).toBe(false);
  expect(wouldGoAsSms(returned('session_closed', 'sms'))).toBe(false);
});
