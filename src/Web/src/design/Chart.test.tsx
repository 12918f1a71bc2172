import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { en } from '../words/en';
import { Chart } from './Chart';

const minute = 60_000;
const times = [0, minute, 2 * minute];

function show() {
  render(
    <IntlProvider locale="en-GB" messages={en} timeZone="UTC">
      <Chart
        title="Throughput"
        hint="Per second"
        times={times}
        series={[
          { label: 'Received', stroke: 'solid', values: [1, 5, 3] },
          { label: 'Failed', stroke: 'alarm', values: [0, null, 2] },
        ]}
        format={String}
      />
    </IntlProvider>,
  );
  return screen.getByRole('slider');
}

const spoken = (reader: HTMLElement) => reader.getAttribute('aria-valuetext');

test('A chart tells its newest values until somebody chooses others, and then those', () => {
  const reader = show();
  expect(spoken(reader)).toBe('00:02:00: Received 3 and Failed 2');

  fireEvent.change(reader, { target: { value: '1' } });
  expect(spoken(reader)).toBe('00:01:00: Received 5 and Failed –');
  expect(screen.getByText('5')).toBeTruthy();

  fireEvent.keyDown(reader, { key: 'Escape' });
  expect(spoken(reader)).toContain('00:02:00');
});

test('All of a chart can be had as a table, newest first', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));

  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toEqual(['TimeReceivedFailed', '00:02:0032', '00:01:005–', '00:00:0010']);
  expect(screen.queryByRole('slider')).toBeNull();
});
