import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { OptInTemplate } from '../../api/schema';
import { optInTemplate } from '../../compose/queries';
import { makeQueryClient } from '../../query/client';
import { me } from '../../shell/me';
import { answering, onPage } from '../../testing/onPage';
import { anOptIn, aTemplate, marcus } from '../../testing/writing';
import { OptInPage } from './OptInPage';

const english = aTemplate('opt_in_request_1');
const german = aTemplate('opt_in_request_2', { language: 'de', body: 'Guten Tag {{1}}, dürfen wir?' });

async function open(request: OptInTemplate) {
  const queries = makeQueryClient(() => {});
  queries.setQueryData(me.queryKey, marcus);
  queries.setQueryData(optInTemplate.queryKey, request);
  await onPage(<OptInPage />, queries);
  return userEvent.setup();
}

const tabs = () => screen.getAllByRole('tab').map((tab) => tab.textContent);
const tab = (name: RegExp) => screen.getByRole('tab', { name });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('Each language says how it stands, the default first', async () => {
  await open(anOptIn(german, { ...english, status: 'rejected', rejected_reason: 'PROMOTIONAL' }));
  expect(tabs()).toEqual(['GermanDefaultApproved', 'American EnglishRejected']);
});

test('A new language begins with words in it, and is submitted as they stand', async () => {
  const asked = answering([200, anOptIn(english, german)]);
  const user = await open(anOptIn(english));
  await user.click(button('Add a language'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'de');
  await user.click(button('Write the words'));
  expect(tabs()).toEqual(['American EnglishDefaultApproved', 'GermanNot submitted']);

  await user.click(button('Submit for review'));
  await waitFor(() => expect(tabs()[1]).toBe('GermanApproved'));
  expect(asked[0]).toMatchObject({
    method: 'PUT',
    path: '/api/v1/opt-in-template',
    body: { language: 'de', accept: 'Ja', decline: 'Nein' },
  });
});

test('What was begun in one language is still there after a look at another', async () => {
  const user = await open(anOptIn(english, german));
  await user.click(tab(/^German/));
  await user.type(screen.getByRole('textbox', { name: 'Question' }), ' Danke!');
  await user.click(tab(/^American English/));
  await user.click(tab(/^German/));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Question' }).value).toBe(
    'Guten Tag {{1}}, dürfen wir? Danke!',
  );
});

test('An approved language becomes the default by one press; the default itself can’t be removed', async () => {
  const asked = answering([200, anOptIn(german, english)]);
  const user = await open(anOptIn(english, german));
  expect(screen.queryByRole('button', { name: 'Remove language' })).toBeNull();
  await user.click(tab(/^German/));
  await user.click(button('Use as default'));
  await waitFor(() => expect(tabs()[0]).toBe('GermanDefaultApproved'));
  expect(asked[0]).toEqual({ method: 'PUT', path: '/api/v1/opt-in-template/de/default', body: null });
  expect(screen.queryByRole('button', { name: 'Remove language' })).toBeNull();
});

test('A language is removed after a question', async () => {
  const asked = answering([200, anOptIn(english)]);
  const user = await open(anOptIn(english, german));
  await user.click(tab(/^German/));
  await user.click(button('Remove language'));
  expect(asked).toEqual([]);
  await user.click(screen.getAllByRole('button', { name: 'Remove language' }).at(-1) as HTMLElement);
  await waitFor(() => expect(tabs()).toEqual(['American EnglishDefaultApproved']));
  expect(asked[0]).toMatchObject({ method: 'DELETE', path: '/api/v1/opt-in-template/de' });
});
