import { call, element, follow, initials } from './control.js';

const list = document.getElementById('phones');
let shown = '';

const row = (phone) =>
  element(
    'li',
    {},
    element(
      'a',
      { href: `/phone/${phone.number}` },
      element('span', { class: 'face', text: initials(phone.name), 'aria-hidden': 'true' }),
      element('span', { class: 'lines' }, element('strong', { text: phone.name }), element('small', { text: lineOf(phone) })),
    ),
  );

const lineOf = (phone) =>
  [
    `+${phone.number}`,
    phone.username && `@${phone.username}`,
    phone.phoneWithheld && 'number hidden',
    !phone.onWhatsApp && 'not on WhatsApp',
  ]
    .filter(Boolean)
    .join(' · ');

follow(async () => {
  const phones = await call('phones');
  const state = JSON.stringify(phones);
  document.getElementById('empty').hidden = phones.length > 0;
  list.hidden = phones.length === 0;
  if (state === shown) return;
  shown = state;
  list.replaceChildren(...phones.map(row));
});
