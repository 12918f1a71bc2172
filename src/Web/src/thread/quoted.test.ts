import { expect, test } from 'vitest';
import { aMessage, at } from '../testing/samples';
import { quotedBy } from './quoted';
import type { Entry } from './timeline';

const question = aMessage(1, { provider_message_id: 'wamid.1' });
const pages = [
  { items: [aMessage(3)], next: '3' },
  { items: [aMessage(2), question], next: null },
];

const ownAnswer = (reply_to?: string): Entry => ({
  kind: 'outgoing',
  key: 'k',
  item: { key: 'k', line: 'l', contact: 'c', body: { channel: 'whatsapp', text: 'Yes', reply_to }, at: at(9) },
});

const answer = (in_reply_to?: string): Entry => ({
  kind: 'message',
  key: 'm9',
  message: aMessage(9, { in_reply_to }),
  joined: false,
});

test('An answer quotes what it answers by the provider’s id, one that is on its way by ours', () => {
  expect(quotedBy(answer('wamid.1'), pages)).toBe(question);
  expect(quotedBy(ownAnswer(question.message_id), pages)).toBe(question);
});

test('What is not loaded is not quoted, and what answers nothing quotes nothing', () => {
  for (const entry of [answer('wamid.0'), ownAnswer('m0'), answer(), ownAnswer()]) {
    expect(quotedBy(entry, pages)).toBeUndefined();
  }
});
