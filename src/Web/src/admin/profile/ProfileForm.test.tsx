import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import type { BusinessProfileView } from '../../api/schema';
import { answering, onPage } from '../../testing/onPage';
import { PhonePreview } from './PhonePreview';
import { ProfileForm } from './ProfileForm';
import { fieldsOf, type ProfileFields } from './profileFields';

const kept: BusinessProfileView = {
  about: 'Advice since 1902',
  description: null,
  address: null,
  email: null,
  websites: [],
  vertical: 'FINANCE',
  picture_url: null,
};

function Edited({ profile }: { profile: BusinessProfileView }) {
  const form = useForm<ProfileFields>({ values: fieldsOf(profile) });
  return (
    <>
      <ProfileForm form={form} number="1" industry={profile.vertical ?? ''} />
      <PhonePreview name="Bank" number="+49 30 5550100" logo={null} fields={form.watch()} />
    </>
  );
}

async function open(profile = kept) {
  await onPage(<Edited profile={profile} />);
  return userEvent.setup();
}

const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });

test('What was typed is shown as the contact sees it, and saved whole', async () => {
  const saved = { ...kept, email: 'info@example.com', websites: ['https://example.com'] };
  const asked = answering([200, saved]);
  const user = await open();
  expect(save().disabled).toBe(true);
  await user.type(field(/^E-mail/), 'info@example.com');
  await user.type(field(/^Website/), 'example.com');
  expect(screen.getByRole('figure').textContent).toContain('https://example.com');
  await user.click(save());
  expect(await screen.findByText('Saved. Contacts see it from now on.')).toBeTruthy();
  expect(asked).toEqual([
    {
      method: 'PUT',
      path: '/api/v1/numbers/1/profile',
      body: {
        about: 'Advice since 1902',
        description: null,
        address: null,
        email: 'info@example.com',
        websites: ['https://example.com'],
        vertical: 'FINANCE',
      },
    },
  ]);
  expect(save().disabled).toBe(true);
});

test('What Meta would not take is said at its field, and not sent', async () => {
  const asked = answering();
  const user = await open();
  await user.clear(field(/^About/));
  await user.type(field(/^E-mail/), 'nobody');
  await user.type(field(/^Website/), 'javascript:alert(1)');
  await user.type(field(/^Second website/), 'nowhere');
  await user.click(save());
  expect(await screen.findByText('Write what contacts should read.')).toBeTruthy();
  expect(screen.getByText('This is no e-mail address.')).toBeTruthy();
  expect(screen.getAllByText('This is no address of a website.')).toHaveLength(2);
  expect(asked).toEqual([]);
});

test('What the product refuses is said in its words, and what was typed stays', async () => {
  answering([400, { code: 'invalid_request', status: 400, detail: 'The address has an emoji.' }]);
  const user = await open();
  await user.type(field(/^Address/), 'Pier 1');
  await user.click(save());
  expect(await screen.findByText('The address has an emoji.')).toBeTruthy();
  expect(field(/^Address/).value).toBe('Pier 1');
});

test('An industry that only Meta knows is kept', async () => {
  await open({ ...kept, vertical: 'SPACE_TRAVEL' });
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Industry' }).value).toBe('SPACE_TRAVEL');
  expect(screen.getByRole('option', { name: 'space travel' })).toBeTruthy();
  expect(screen.queryByRole('option', { name: 'Not chosen' })).toBeNull();
});
