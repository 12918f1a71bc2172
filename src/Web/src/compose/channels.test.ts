import { expect, test } from 'vitest';
import { channelsOf, pickChannel } from './channels';

const number = (channel: string) => ({ channel, id: channel, display: '+1' });
const line = (...channels: string[]) => ({ id: 'desk', name: 'Desk', numbers: channels.map(number) });
const contact = { id: 'ada', name: 'Ada', phone: '+4930', bsuid: null };
const enabled = { whatsapp_enabled: true };

test('WhatsApp is there only where organisation, person and line have it', () => {
  expect(channelsOf(enabled, line('whatsapp', 'sms'), contact).whatsapp).toBe(true);
  expect(channelsOf({ whatsapp_enabled: false }, line('whatsapp', 'sms'), contact).whatsapp).toBe(false);
  expect(channelsOf(enabled, line('sms'), contact).whatsapp).toBe(false);
});

test('To who is known by username only, SMS is impossible', () => {
  expect(channelsOf(enabled, line('whatsapp', 'sms'), { ...contact, phone: null }).sms).toBe('no_phone');
  expect(channelsOf(enabled, line('whatsapp'), contact).sms).toBe('none');
});

test('One writes where one chose to, as long as that can be had, else on WhatsApp, else by SMS', () => {
  expect(pickChannel({ whatsapp: true, sms: 'offered' }, null)).toBe('whatsapp');
  expect(pickChannel({ whatsapp: true, sms: 'offered' }, 'sms')).toBe('sms');
  expect(pickChannel({ whatsapp: true, sms: 'no_phone' }, 'sms')).toBe('whatsapp');
  expect(pickChannel({ whatsapp: false, sms: 'offered' }, 'whatsapp')).toBe('sms');
  expect(pickChannel({ whatsapp: false, sms: 'no_phone' }, null)).toBe('sms');
  expect(pickChannel({ whatsapp: false, sms: 'none' }, 'sms')).toBeNull();
});
