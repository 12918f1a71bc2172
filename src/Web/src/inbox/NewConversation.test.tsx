import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ContactCard } from '../api/schema';
import { answering, onPage } from '../testing/onPage';
import { ada } from '../testing/writing';
import { NewConversation } from './NewConversation';

const ben: ContactCard = { ...ada, id: 'ben', name: 'Ben', phone: null, bsuid: 'DE.1' };
const ends: ContactCard = { ...ada, id: 'ends', name: 'Ada, ended', merged_into: 'ada' };

type Asked = { method: string; search: string; body: unknown };

/** Contacts of the organisation; a number that is entered is `added`. */
async function opened(found: ContactCard[], added: () => Response = () => Response.json(ada, { status: 201 })) {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { searchParams } = new URL(request.url);
    const body = request.method === 'POST' ? await request.json() : null;
    asked.push({ method: request.method, search: searchParams.get('search') ?? '', body });
    return request.method === 'POST' ? added() : Response.json({ items: found, next: null });
  });
  const onClose = vi.fn();
  const { path } = await onPage(<NewConversation line="desk" onClose={onClose} />);
  return { asked, onClose, path };
}

const field = () => screen.getByLabelText<HTMLInputElement>(/^Name or phone number/);
const posted = (asked: Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ body }) => body);

test('It begins with a contact who is found by name; who has ended in another is not among them', async () => {
  const { asked, onClose, path } = await opened([ada, ben, ends]);
  await userEvent.type(field(), ' ad');
  await waitFor(() => expect(asked.at(-1)?.search).toBe('ad'));
  expect(await screen.findAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText('No phone number')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /^.*Ben/ }));
  expect(path()).toBe('/lines/desk/threads/ben');
  expect(onClose).toHaveBeenCalledOnce();
});

test('It begins with a number that is nobody’s yet, grouped as it is typed, with a name where one is known', async () => {
  const { asked, path } = await opened([]);
  await userEvent.type(field(), '+493023125577');
  expect(field().value).toBe('+49 30 23125577');
  expect(screen.getByText('Germany')).toBeTruthy();
  expect(await screen.findByText('No contact has this number yet')).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/^Name \(optional\)/), ' Ada ');
  await userEvent.click(screen.getByRole('button', { name: 'Write to +49 30 23125577' }));
  await waitFor(() => expect(path()).toBe('/lines/desk/threads/ada'));
  expect(posted(asked)).toEqual([{ phone: '+493023125577', name: 'Ada' }]);
});

test('A number that turned out to be another contact’s leads there', async () => {
  const { path } = await opened([], () => Response.json(ends));
  await userEvent.type(field(), '+493023125577{Tab}{Enter}');
  await userEvent.click(screen.getByRole('button', { name: /^Write to/ }));
  await waitFor(() => expect(path()).toBe('/lines/desk/threads/ada'));
});

test('A number is written to only when it is a whole one', async () => {
  await opened([]);
  await userEvent.type(field(), '+4930');
  expect(screen.getByText('Not a whole phone number yet.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Write to/ })).toBeNull();
});

test('A number that the product does not take is said to be none, and the window stays', async () => {
  const problem = { code: 'invalid_request', status: 400, detail: 'No such number.' };
  const { onClose } = await opened([], () => Response.json(problem, { status: 400 }));
  await userEvent.type(field(), '+493023125577');
  await userEvent.click(screen.getByRole('button', { name: /^Write to/ }));
  expect(await screen.findByText('No such number.')).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});

test('Contacts that can’t be read can be asked for again', async () => {
  answering([400, { code: 'invalid_request', status: 400, detail: '' }]);
  await onPage(<NewConversation line="desk" onClose={() => {}} />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});
