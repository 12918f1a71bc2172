import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { OrganizationView } from '../../api/schema';
import { makeQueryClient } from '../../query/client';
import { answering, onPage } from '../../testing/onPage';
import { Switches } from './Switches';
import { organization } from './useOrganization';

const bank: OrganizationView = {
  id: 'bank',
  name: 'Bank',
  whatsapp_enabled: true,
  first_message_is_consent: true,
  sms_notice: '{{1}} will write.',
  lines: [],
  people: [],
};

function Shown() {
  const { data } = useQuery({ ...organization, queryFn: () => bank, staleTime: Number.POSITIVE_INFINITY });
  return data && <Switches organization={data} />;
}

async function open() {
  const queries = makeQueryClient(() => {});
  queries.setQueryData(organization.queryKey, bank);
  await onPage(<Shown />, queries);
  return userEvent.setup();
}

const whatsApp = () => screen.getByRole('switch', { name: 'Write on WhatsApp' }).getAttribute('aria-checked');

test('A switch goes back where the product refuses it, and says why', async () => {
  answering([403, { code: 'forbidden', status: 403, detail: '' }]);
  const user = await open();
  await user.click(screen.getByRole('switch', { name: 'Write on WhatsApp' }));
  expect(await screen.findByText('You may not do this.')).toBeTruthy();
  expect(whatsApp()).toBe('true');
});

test('A switch shows at once what was chosen, and says when it is kept', async () => {
  let answer: (response: Response) => void = () => {};
  globalThis.fetch = () => new Promise((resolve) => (answer = resolve));
  const user = await open();
  await user.click(screen.getByRole('switch', { name: 'Write on WhatsApp' }));
  await waitFor(() => expect(whatsApp()).toBe('false'));
  expect(screen.queryByText('Saved.')).toBeNull();
  answer(Response.json({ ...bank, whatsapp_enabled: false }));
  expect(await screen.findByText('Saved.')).toBeTruthy();
  expect(whatsApp()).toBe('false');
});
