import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ThreadDetails } from '../api/schema';
import { outbox } from '../outbox/outbox';
import { makeQueryClient } from '../query/client';
import { me } from '../shell/me';
import { onPage } from '../testing/onPage';
import { aMessage } from '../testing/samples';
import { ada, anOptIn, aTemplate, aThreadWith, desk, marcus } from '../testing/writing';
import { Composer } from './Composer';
import { optInTemplate } from './queries';
import { putBack } from './useDraft';

const HOUR = 3600_000;
const after = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

const open = () => aThreadWith({ session_open: true, session_until: after(5.5 * HOUR) });
const refused = (code: string) => ({ code, message: '' });

async function shown(details: ThreadDetails, quoted = null as ReturnType<typeof aMessage> | null) {
  const queries = makeQueryClient(() => {});
  queries.setQueryData(me.queryKey, marcus);
  queries.setQueryData(optInTemplate.queryKey, anOptIn(aTemplate('opt_in_request_1')));
  const onQuoteDone = vi.fn();
  await onPage(<Composer line={desk} details={details} quoted={quoted} onQuoteDone={onQuoteDone} />, queries);
  return onQuoteDone;
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message to Ada' });
const sent = () => outbox.all().map(({ body }) => body);

beforeEach(() => {
  localStorage.clear();
  outbox.reload();
});

test('Enter sends, Shift with Enter begins a new line, and the field is empty again', async () => {
  await shown(open());
  await userEvent.type(field(), 'One{Shift>}{Enter}{/Shift}two{Enter}');
  expect(sent()).toEqual([{ channel: 'whatsapp', text: 'One\ntwo' }]);
  expect(field().value).toBe('');
});

test('The time left is shown, and at its end the field closes by itself', async () => {
  vi.useFakeTimers();
  try {
    await shown(open());
    expect(screen.getByText(/5 hours left/)).toBeTruthy();
    act(() => void vi.advanceTimersByTime(5 * HOUR));
    expect(screen.getByText(/30 minutes left/)).toBeTruthy();
    act(() => void vi.advanceTimersByTime(0.5 * HOUR + 1000));
    expect(screen.getByText(/has not answered for more than 24 hours/)).toBeTruthy();
    expect(field().readOnly).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('What was begun is there again, and so is a text that came back', async () => {
  await shown(open());
  await userEvent.type(field(), 'Begun');
  act(() => putBack('desk', 'ada', { text: 'Came back' }));
  expect(field().value).toBe('Came back\nBegun');
  await userEvent.clear(field());
});

test('The first message goes out with the request, once it is said where the permission comes from', async () => {
  await shown(aThreadWith({ consent: 'not_asked', text_refusal: refused('consent_required') }));
  await userEvent.type(field(), 'Hello{Enter}');
  expect(sent()).toEqual([]);
  await userEvent.click(screen.getByRole('radio', { name: 'Form' }));
  await userEvent.click(screen.getByRole('button', { name: 'Send request' }));
  expect(sent()).toEqual([{ channel: 'whatsapp', text: 'Hello', opt_in: { basis: 'form' } }]);
  expect(field().readOnly).toBe(true);
});

test('The text to who is not on WhatsApp goes along to SMS by one tap, and the choice is kept', async () => {
  const details = aThreadWith({ not_reachable: true, text_refusal: refused('not_on_whatsapp') });
  putBack('desk', 'ada', { text: 'Hello' });
  await shown(details);
  await userEvent.click(screen.getByRole('button', { name: 'Write as SMS' }));
  expect(field().value).toBe('Hello');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(sent()).toEqual([{ channel: 'sms', text: 'Hello' }]);
  expect(localStorage.getItem('multiline..channel.desk.ada')).toBe('"sms"');
});

test('An answer quotes its message; Escape leaves the quotation', async () => {
  const onQuoteDone = await shown(open(), aMessage(3));
  expect(screen.getByText('Text 3')).toBeTruthy();
  await userEvent.type(field(), 'Yes{Enter}');
  expect(sent()).toEqual([{ channel: 'whatsapp', text: 'Yes', reply_to: 'm3' }]);
  onQuoteDone.mockClear();
  await userEvent.type(field(), '{Escape}');
  expect(onQuoteDone).toHaveBeenCalledOnce();
});

test('To who is known by username only SMS is not offered, and it is said why', async () => {
  await shown(aThreadWith({ session_open: true, session_until: after(HOUR) }, { ...ada, phone: null }));
  await userEvent.click(screen.getByRole('button', { name: 'Channel: WhatsApp' }));
  expect(screen.getByRole('menuitem', { name: 'SMS: phone number not known' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
});

const addButton = () => screen.queryByRole<HTMLButtonElement>('button', { name: 'Add a reply button' });
const title = (number: number) => screen.queryByRole<HTMLInputElement>('textbox', { name: `Button ${number}` });
const preview = () => screen.queryByRole('switch', { name: 'Show a preview of the link' });

async function choose(channel: 'WhatsApp' | 'SMS') {
  await userEvent.click(screen.getByRole('button', { name: /^Channel:/ }));
  await userEvent.click(screen.getByRole('menuitem', { name: channel }));
}

test('Up to three reply buttons go out below the text, and the next message has none', async () => {
  await shown(open());
  await userEvent.type(field(), 'When?');
  await userEvent.click(addButton() as HTMLElement);
  await userEvent.keyboard(' Monday ');
  await userEvent.click(addButton() as HTMLElement);
  await userEvent.keyboard('A title that has too many letters');
  await userEvent.click(addButton() as HTMLElement);
  expect(addButton()?.disabled).toBe(true);
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(field());
  await userEvent.keyboard('{Enter}');
  expect(sent()).toEqual([
    { channel: 'whatsapp', text: 'When?', buttons: [{ title: 'Monday' }, { title: 'A title that has too' }] },
  ]);
  expect(title(1)).toBeNull();
});

test('A button is taken away again, and two may not say the same', async () => {
  await shown(open());
  await userEvent.type(field(), 'Really?');
  await userEvent.click(addButton() as HTMLElement);
  await userEvent.keyboard('Yes');
  await userEvent.click(addButton() as HTMLElement);
  await userEvent.keyboard('Yes');
  expect(screen.getByRole('alert').textContent).toBe('Two buttons can’t say the same.');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Remove button 1' }));
  await userEvent.keyboard('{Enter}');
  expect(sent()).toEqual([{ channel: 'whatsapp', text: 'Really?', buttons: [{ title: 'Yes' }] }]);
});

test('Buttons are kept with the draft, and are neither shown nor sent by SMS or outside the session', async () => {
  putBack('desk', 'ada', { text: 'When?', buttons: [{ title: 'Monday' }] });
  await shown(open());
  expect(title(1)?.value).toBe('Monday');
  await choose('SMS');
  expect(title(1)).toBeNull();
  expect(addButton()).toBeNull();
  await choose('WhatsApp');
  expect(title(1)?.value).toBe('Monday');
  cleanup();
  await shown(aThreadWith({ session_until: after(-HOUR), text_refusal: refused('session_closed') }));
  expect(title(1)).toBeNull();
  expect(addButton()).toBeNull();
  cleanup();
  await shown(open());
  await choose('SMS');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(sent()).toEqual([{ channel: 'sms', text: 'When?' }]);
});

test('With buttons the text has less room', async () => {
  putBack('desk', 'ada', { text: 'a'.repeat(1025), buttons: [{ title: 'Yes' }] });
  await shown(open());
  expect(screen.getByText('1 character too many')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Remove button 1' }));
  await userEvent.keyboard('{Enter}');
  expect(sent()).toHaveLength(1);
});

test('Only a link on WhatsApp has a preview, which each message asks for anew', async () => {
  await shown(open());
  await userEvent.type(field(), 'See example.com');
  expect(preview()).toBeNull();
  await userEvent.type(field(), ' and https://example.com/a');
  await choose('SMS');
  expect(preview()).toBeNull();
  await choose('WhatsApp');
  await userEvent.click(preview() as HTMLElement);
  await userEvent.type(field(), '{Enter}https://example.com/b{Enter}');
  expect(sent()).toEqual([
    { channel: 'whatsapp', text: 'See example.com and https://example.com/a', preview_links: true },
    { channel: 'whatsapp', text: 'https://example.com/b' },
  ]);
});

test('A draft that earlier pages have kept is there', async () => {
  localStorage.setItem('multiline..draft.desk.early', '"Begun before"');
  await shown({ ...open(), contact: { ...ada, id: 'early' } });
  expect(field().value).toBe('Begun before');
});
