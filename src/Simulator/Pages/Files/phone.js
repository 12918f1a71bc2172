import { call, follow } from './control.js';
import { element, icon } from './elements.js';
import { sms } from './sms.js';
import { whatsapp } from './whatsapp.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);
const own = `phones/${encodeURIComponent(number)}`;

// Says in the notice what went wrong; whether it went well.
async function attempt(notice, act) {
  notice.textContent = '';
  try {
    await act();
    return true;
  } catch (error) {
    notice.textContent = error.message;
    return false;
  }
}

// On a small screen one app is seen at a time.
const views = document.querySelectorAll('.views button');
for (const view of views) {
  view.addEventListener('click', () => {
    document.body.dataset.view = view.dataset.view;
    for (const other of views) other.setAttribute('aria-pressed', String(other === view));
    show().catch(() => {});
  });
}

for (const send of document.querySelectorAll('.send')) send.append(icon('send'));

const apps = [whatsapp(own, attempt), sms(own, attempt)];

async function show() {
  const phone = await call(own);
  document.title = `${phone.name} · Phone`;
  const known = phone.phoneWithheld ? `@${phone.username}` : `+${phone.number}`;
  document.getElementById('owner').replaceChildren(element('span', { text: phone.name }), element('small', { text: known }));
  for (const app of apps) await app(phone);
}

follow(show, (error) => {
  document.querySelector('#whatsapp .notice').textContent = error.message;
});
