import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { onPage } from '../testing/onPage';
import { TemplatePreview } from './TemplatePreview';
import { valuesByName, variablesOf } from './variables';

test('Values stand in the places of their variables, and the header counts its own', async () => {
  const values = valuesByName(['header.1', '1', '2'], ['Northwind', 'Ada', '5 May']);
  await onPage(<TemplatePreview header="News of {{1}}" body="Dear {{1}}, see you on {{2}}, {{1}}." values={values} />);
  expect(screen.getByText(/^News of/).textContent).toBe('News of Northwind');
  expect(screen.getByText(/^Dear/).textContent).toBe('Dear Ada, see you on 5 May, Ada.');
});

test('A variable without a value is shown as it is written, and stands out', async () => {
  await onPage(<TemplatePreview body="Dear {{client_name}}" values={{ client_name: '' }} />);
  expect(screen.getByText('{{client_name}}').tagName).toBe('MARK');
});

test('What a value says is not read as markup or as a variable', async () => {
  await onPage(<TemplatePreview body="{{1}}!" values={{ 1: '<b>{{2}}</b>', 2: 'no' }} />);
  expect(screen.getByText('<b>{{2}}</b>')).toBeTruthy();
});

test('Buttons with the same title are shown each in its place', async () => {
  await onPage(<TemplatePreview body="?" buttons={['Yes', { kind: 'url', title: 'See' }, 'Yes']} />);
  const shown = within(screen.getByRole('list', { name: 'Buttons' })).getAllByRole('listitem');
  expect(shown.map((item) => item.textContent)).toEqual(['Yes', 'See', 'Yes']);
});

test('Numbered variables go by their number, named ones as they appear', () => {
  expect(variablesOf('{{10}} {{2}} {{1}} {{2}}')).toEqual(['1', '2', '10']);
  expect(variablesOf('{{b}} {{a}} {{b}}')).toEqual(['b', 'a']);
});
