import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../api/client';
import type { MessageBody, MessageSummary } from '../api/schema';
import { outbox } from '../outbox/outbox';
import { giveBack, useReturned } from '../outbox/returned';
import { makeQueryClient } from '../query/client';
import { lines } from '../shell/me';
import { answering, onPage } from '../testing/onPage';
import { aMessage } from '../testing/samples';
import { aThreadWith, desk } from '../testing/writing';
import { keptDraft } from '../thread/draft';
import { thread } from '../thread/queries';
import { FailedActions, ReturnedActions } from './FailedActions';

const failed = (code: string, more: Partial<MessageSummary> = {}) =>
  aMessage(1, { direction: 'out', status: 'failed', failure: { code, message: '' }, ...more });

function known() {
  const queries = makeQueryClient(() => {});
  queries.setQueryData(lines.queryKey, [desk]);
  queries.setQueryData(thread('desk', 'ada').queryKey, aThreadWith({}));
  return queries;
}

const under = (message: MessageSummary) =>
  onPage(<FailedActions line="desk" contact="ada" message={message} />, known());

const edited = vi.fn();

function All() {
  return useReturned('desk', 'ada').map((item) => (
    <ReturnedActions key={item.key} line={desk} item={item} onEdit={edited} />
  ));
}

async function returned(code: string, body: MessageBody) {
  const item = { key: code, line: 'desk', contact: 'ada', body, at: new Date().toISOString() };
  giveBack({ item, error: new Refusal({ code, status: 409, detail: '' }) });
  await onPage(<All />, known());
}

const way = (name: string) => screen.queryByRole('button', { name });
const take = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const sent = () => outbox.all().map(({ body }) => body);

beforeEach(() => {
  localStorage.clear();
  outbox.reload();
});

test('A message that failed says why, with the code of WhatsApp, and is sent again under one key until there is an answer', async () => {
  const asked: { path: string; key: string | null }[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json(aThreadWith({}));
    asked.push({ path: new URL(request.url).pathname, key: request.headers.get('Idempotency-Key') });
    return asked.length === 1
      ? Response.json({ code: 'unavailable', status: 503 }, { status: 503 })
      : Response.json(aMessage(2), { status: 202 });
  });
  await under(failed('provider_refused', { provider_code: 131000 }));
  expect(screen.getByText('Code 131000')).toBeTruthy();

  await take('Send again');
  expect((await screen.findByRole('alert')).textContent).toBeTruthy();
  await take('Send again');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  const path = '/api/v1/lines/desk/threads/ada/messages/m1/retry';
  const [first] = asked;
  expect(asked).toEqual(Array(2).fill({ path, key: first?.key }));
  expect(first?.key).toBeTruthy();
});

test('To who is not on WhatsApp it is not sent again, but as SMS', async () => {
  const asked = answering([202, aMessage(2)], [200, aThreadWith({})]);
  await under(failed('not_on_whatsapp'));
  expect(way('Send again')).toBeNull();
  await take('Send as SMS');
  await waitFor(() => expect(asked[0]?.path).toBe('/api/v1/lines/desk/threads/ada/messages/m1/sms'));
});

test('What nobody knows of is said to be unknown, and that it may arrive twice', async () => {
  await under(aMessage(1, { direction: 'out', status: 'outcome_unknown' }));
  expect(screen.getByText(/^Nobody knows whether this arrived/)).toBeTruthy();
  expect(way('Send again')).toBeTruthy();
});

test('What was not taken is edited with its buttons, and leaves the timeline', async () => {
  await returned('blocked_by_policy', { channel: 'whatsapp', text: 'When?', buttons: [{ title: 'Monday' }] });
  expect(way('Send as SMS')).toBeNull();
  await take('Edit');
  expect(keptDraft('desk', 'ada')).toMatchObject({ text: 'When?', buttons: ['Monday'] });
  expect(edited).toHaveBeenCalledOnce();
  expect(way('Edit')).toBeNull();
});

test('What was not taken is discarded, and nothing of it stays', async () => {
  await returned('session_closed', { channel: 'whatsapp', text: 'Too late' });
  await take('Discard');
  expect(way('Discard')).toBeNull();
  expect(sent()).toEqual([]);
});

test('What WhatsApp does not take goes as SMS, with what can be chosen below it', async () => {
  await returned('session_closed', { channel: 'whatsapp', text: 'When?', buttons: [{ title: 'Mo' }, { title: 'Tu' }] });
  await take('Send as SMS');
  expect(sent()).toEqual([{ channel: 'sms', text: 'When?\nMo\nTu' }]);
  expect(way('Discard')).toBeNull();
});
