import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Me, PersonView } from '../../api/schema';
import { makeQueryClient } from '../../query/client';
import { me } from '../../shell/me';
import { answering, onPage } from '../../testing/onPage';
import { PersonDialog } from './PersonDialog';

const person = (id: string, roles: string[]) =>
  ({ id, name: 'Grace Hopper', roles, lines: ['desk'], whatsapp_enabled: true }) as PersonView;

async function open(shown?: PersonView) {
  const queries = makeQueryClient(() => {});
  queries.setQueryData(me.queryKey, {
    ...person('ada', ['administrator']),
    organization: { id: 'bank', name: 'Bank' },
    lines: [],
  } as unknown as Me);
  const onClose = vi.fn();
  const onSaved = vi.fn();
  const lines = [{ id: 'desk', name: 'Desk', numbers: [] }];
  await onPage(<PersonDialog person={shown} lines={lines} onClose={onClose} onSaved={onSaved} />, queries);
  return { user: userEvent.setup(), onClose, onSaved };
}

const check = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

test('An administrator grants user and administrator, and no more', async () => {
  await open();
  expect(check(/^User/).disabled).toBe(false);
  expect(check(/^Administrator/).disabled).toBe(false);
  expect(screen.queryByRole('checkbox', { name: /Compliance|Operator/ })).toBeNull();
});

test('A role that only the command line gives is shown, locked, and kept', async () => {
  const asked = answering([200, person('grace', ['compliance'])]);
  const { user, onSaved } = await open(person('grace', ['compliance', 'user']));
  expect(check(/^Compliance/).disabled).toBe(true);
  await user.click(check(/^User/));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(asked[0]).toEqual({ method: 'PATCH', path: '/api/v1/people/grace', body: { roles: ['compliance'] } });
});

test('Nobody takes the role of an administrator from themselves', async () => {
  await open(person('ada', ['administrator']));
  expect(check(/^Administrator/).disabled).toBe(true);
});

test('Nobody is left without a role', async () => {
  const asked = answering();
  const { user } = await open(person('grace', ['user']));
  await user.click(check(/^User/));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Choose at least one role.')).toBeTruthy();
  expect(asked).toEqual([]);
});

test('What the product finds wrong is said in its words, and what was typed stays', async () => {
  answering([400, { code: 'invalid_request', status: 400, detail: '“name” has a line break.' }]);
  const { user, onSaved } = await open();
  await user.type(screen.getByLabelText('Name'), 'Grace');
  await user.click(screen.getByRole('button', { name: 'Add a person' }));
  expect(await screen.findByText('“name” has a line break.')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Grace');
  expect(onSaved).not.toHaveBeenCalled();
});

test('What was typed is not lost by closing', async () => {
  const { user, onClose } = await open();
  await user.type(screen.getByLabelText('Name'), 'Grace');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onClose).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(onClose).toHaveBeenCalled();
});
