import { expect, test } from 'vitest';
import { aMessage, at } from '../testing/samples';
import { timeline } from './timeline';

const outgoing = { key: 'k', line: 'l', contact: 'c', body: { channel: 'whatsapp' as const, text: 'Hi' }, at: at(99) };

test('A day begins with its line, and the conversation with its beginning once all of it is loaded', () => {
  const newestFirst = [aMessage(1500), aMessage(2), aMessage(1)];
  expect(timeline([{ items: newestFirst }], [], [], false).map((entry) => entry.kind)).toEqual([
    'day',
    'message',
    'message',
    'day',
    'message',
  ]);
  expect(timeline([{ items: newestFirst }], [], [], true)[0]?.kind).toBe('beginning');
  expect(timeline([{ items: [] }], [], [], true)).toEqual([]);
});

test('What one side wrote in one go is one group', () => {
  const entries = timeline(
    [{ items: [aMessage(20), aMessage(3, { direction: 'out', author: 'ann' }), aMessage(2), aMessage(1)] }],
    [],
    [],
    false,
  );
  expect(entries.map((entry) => entry.kind === 'message' && entry.joined)).toEqual([false, false, true, false, false]);
});

test('The provider’s time counts where it gave one', () => {
  const entries = timeline(
    [{ items: [aMessage(2, { at: at(5000), provider_at: at(2) }), aMessage(1)] }],
    [],
    [],
    false,
  );
  expect(entries.filter((entry) => entry.kind === 'day')).toHaveLength(1);
});

test('What is on its way stands below all others, what came back above it', () => {
  const entries = timeline(
    [{ items: [aMessage(1)] }],
    [outgoing],
    [{ ...outgoing, key: 'r', code: 'session_closed', detail: '' }],
    false,
  );
  expect(entries.map((entry) => entry.kind)).toEqual(['day', 'message', 'returned', 'outgoing']);
});

test('An older page leaves what stands there as it is, but for where it joins', () => {
  const pages = [{ items: [aMessage(1502), aMessage(1501)] }, { items: [aMessage(3), aMessage(2)] }];
  const before = timeline(pages, [], [], false);
  const after = timeline([...pages, { items: [aMessage(1)] }], [], [], false);
  expect(after.map((entry) => entry.kind)).toEqual([
    'day',
    'message',
    'message',
    'message',
    'day',
    'message',
    'message',
  ]);
  expect(after.slice(-3).every((entry, index) => entry === before.slice(-3)[index])).toBe(true);
});
