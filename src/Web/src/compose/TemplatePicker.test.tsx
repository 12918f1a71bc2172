import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { makeQueryClient } from '../query/client';
import { templates } from '../templates/useTemplates';
import { onPage } from '../testing/onPage';
import { ada, aTemplate } from '../testing/writing';
import { TemplatePicker } from './TemplatePicker';

const reminder = aTemplate('appointment_reminder', {
  header: 'From {{1}}',
  body: 'Hello {{1}}, see you on {{2}}.',
  button_details: [{ kind: 'url', title: 'Details', url: 'https://a.example/{{1}}' }],
  buttons: ['Details'],
  variables: ['header.1', '1', '2', 'button.0'],
});

async function shown(onSend = vi.fn()) {
  const queries = makeQueryClient(() => {});
  queries.setQueryData(templates.queryKey, [
    reminder,
    aTemplate('document_ready'),
    aTemplate('too_new', { status: 'pending' }),
    aTemplate('opt_in_request_1'),
    aTemplate('with_picture', { header_media: 'IMAGE' }),
  ]);
  await onPage(<TemplatePicker contact={ada} asks={false} onSend={onSend} onClose={() => {}} />, queries);
  return onSend;
}

const button = (name: RegExp | string) => screen.queryByRole<HTMLButtonElement>('button', { name });

test('Only what may be sent can be chosen; of the rest it is said that there is more', async () => {
  await shown();
  expect(button(/^Appointment reminder/)).toBeTruthy();
  expect(button(/^Too new/)).toBeNull();
  expect(button(/^Opt in request/)).toBeNull();
  expect(button(/^With picture/)?.disabled).toBe(true);
  expect(screen.getByText(/^1 more template/)).toBeTruthy();
});

test('Templates are found by words of their name and text', async () => {
  await shown();
  await userEvent.type(screen.getByRole('searchbox'), 'hello remind');
  expect(button(/^Appointment reminder/)).toBeTruthy();
  expect(button(/^Document ready/)).toBeNull();
});

test('Each variable has a field of its own, and the values go out in the order of the variables', async () => {
  const onSend = await shown();
  await userEvent.click(button(/^Appointment reminder/) as HTMLElement);
  await userEvent.type(screen.getByLabelText('Title, value 1'), 'Northwind');
  await userEvent.type(screen.getByLabelText('Value 1'), ' Ada ');
  await userEvent.type(screen.getByLabelText('Value 2'), 'Monday');
  await userEvent.type(screen.getByLabelText(/^Button “Details”/), '42');
  expect(screen.getByText('Monday', { selector: 'mark' })).toBeTruthy();
  await userEvent.click(button('Send template') as HTMLElement);
  expect(onSend).toHaveBeenCalledExactlyOnceWith({
    name: 'appointment_reminder',
    language: 'en_US',
    parameters: ['Northwind', 'Ada', 'Monday', '42'],
  });
});

test('Nothing goes out while a value is missing', async () => {
  const onSend = await shown();
  await userEvent.click(button(/^Appointment reminder/) as HTMLElement);
  await userEvent.type(screen.getByLabelText('Value 1'), 'Ada');
  await userEvent.click(button('Send template') as HTMLElement);
  expect(onSend).not.toHaveBeenCalled();
  expect(screen.getAllByText('A value is needed.')).toHaveLength(3);
});
