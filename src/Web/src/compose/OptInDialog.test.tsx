import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { OptInTemplate } from '../api/schema';
import { makeQueryClient } from '../query/client';
import { me } from '../shell/me';
import { onPage } from '../testing/onPage';
import { ada, anOptIn, aTemplate, marcus } from '../testing/writing';
import { OptInDialog } from './OptInDialog';
import { optInTemplate } from './queries';

async function shown(request: OptInTemplate, askedIn?: string) {
  const onSend = vi.fn();
  const queries = makeQueryClient(() => {});
  queries.setQueryData(me.queryKey, marcus);
  queries.setQueryData(optInTemplate.queryKey, request);
  await onPage(
    <OptInDialog
      contact={ada}
      waiting={{ channel: 'whatsapp', text: 'Hello' }}
      askedIn={askedIn}
      onSend={onSend}
      onClose={() => {}}
    />,
    queries,
  );
  return onSend;
}

const approved = aTemplate('opt_in_request_1', {
  body: 'Hello {{1}}, {{2}} would like to write to you. Do you agree?',
  buttons: ['Yes', 'No'],
  variables: ['1', '2'],
});

const german = aTemplate('opt_in_request_2', {
  language: 'de',
  body: 'Guten Tag {{1}}, {{2}} möchte Ihnen schreiben. Einverstanden?',
  buttons: ['Ja', 'Nein'],
  variables: ['1', '2'],
});

const language = () => screen.queryByRole<HTMLSelectElement>('combobox', { name: 'Language of the request' });

const send = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Send request' });

test('It shows what the contact will see, with the names of contact and organisation, and what waits', async () => {
  await shown(anOptIn(approved));
  expect(screen.getByText('Ada', { selector: 'mark' })).toBeTruthy();
  expect(screen.getByText('Northwind', { selector: 'mark' })).toBeTruthy();
  expect(screen.getByText('Yes')).toBeTruthy();
  expect(screen.getByText('Hello')).toBeTruthy();
});

test('Nobody is asked before it is said where the permission comes from', async () => {
  const onSend = await shown(anOptIn(approved));
  expect(screen.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.checked)).toEqual([]);
  await userEvent.click(send());
  expect(onSend).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe('Choose where the permission comes from.');

  await userEvent.click(screen.getByRole('radio', { name: 'In person' }));
  await userEvent.click(send());
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ basis: 'in_person' });
});

test('A request that WhatsApp rejected can’t be sent, and the reason is told', async () => {
  await shown(anOptIn({ ...approved, status: 'rejected', rejected_reason: 'TAG_CONTENT_MISMATCH' }));
  expect(send().disabled).toBe(true);
  expect(screen.getByText(/TAG_CONTENT_MISMATCH/)).toBeTruthy();
});

test('Without a request there is nothing to send', async () => {
  await shown(anOptIn(null));
  expect(send().disabled).toBe(true);
  expect(screen.getByText(/There is no opt-in request yet/)).toBeTruthy();
});

test('Where there is one language, there is nothing to choose', async () => {
  await shown(anOptIn(approved));
  expect(language()).toBeNull();
});

test('Another language is shown as the contact will see it, and goes along with the request', async () => {
  const onSend = await shown(anOptIn(approved, german));
  expect(language()?.value).toBe('en_US');

  await userEvent.selectOptions(language() as HTMLSelectElement, 'de');
  expect(screen.getByText(/möchte Ihnen schreiben/)).toBeTruthy();
  expect(screen.getByText('Ja')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Form' }));
  await userEvent.click(send());
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ basis: 'form', language: 'de' });
});

test('Who was asked before is asked in the same language, as long as nobody chooses another', async () => {
  await shown(anOptIn(approved, german), 'de');
  expect(language()?.value).toBe('de');
  expect(screen.getByText('Ada was asked in German last.')).toBeTruthy();
});

test('A language that is not approved is not offered', async () => {
  await shown(anOptIn(approved, { ...german, status: 'pending' }));
  expect(language()).toBeNull();
  expect(screen.getByText(/would like to write to you/)).toBeTruthy();
});
