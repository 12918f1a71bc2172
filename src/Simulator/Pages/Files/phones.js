import { call, follow } from './control.js';
import { element, initials } from './elements.js';

const list = document.getElementById('phones');
const form = document.getElementById('new');
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
    phone.landline && 'landline',
    phone.unreachable && 'switched off',
  ]
    .filter(Boolean)
    .join(' · ');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { number, name } = Object.fromEntries(new FormData(form));
  const notice = form.querySelector('.notice');
  notice.textContent = '';
  try {
    await call('phones', { number, name: name || undefined });
    form.reset();
  } catch (error) {
    notice.textContent = error.message;
  }
});

follow(async () => {
  const phones = await call('phones');
  const state = JSON.stringify(phones);
  document.getElementById('empty').hidden = phones.length > 0;
  list.hidden = phones.length === 0;
  if (state === shown) return;
  shown = state;
  list.replaceChildren(...phones.map(row));
});
