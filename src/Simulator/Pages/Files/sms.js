import { bubble } from './bubble.js';
import { call } from './control.js';
import { element, icon } from './elements.js';
import { openMenu } from './menu.js';
import { composer, thread } from './thread.js';

const panel = document.getElementById('sms');
const part = (name) => panel.querySelector(name);

// The SMS of one phone with each of the businesses' numbers. own is the phone's path in the control API.
export function sms(own, attempt) {
  let phone;
  let chosen;
  let shown = '';

  part('.face').append(icon('phone'));

  const query = () => `?number=${encodeURIComponent(chosen)}`;
  const tried = (act) => attempt(part('.notice'), act);

  part('.more').addEventListener('click', (event) => {
    const stopped = phone.smsStopped.includes(chosen);
    const change = (settings) => tried(() => call(own, settings, 'PATCH'));
    openMenu(event.currentTarget, [
      [stopped ? 'Take SMS of this number again' : 'Refuse SMS of this number', () => tried(() => call(`${own}/sms/${stopped ? 'start' : 'stop'}${query()}`, {}))],
      [phone.unreachable ? 'Switch the phone on' : 'Switch the phone off', () => change({ unreachable: !phone.unreachable })],
      [phone.landline ? 'Make it a mobile phone' : 'Make it a landline', () => change({ landline: !phone.landline })],
    ]);
  });

  const writing = composer(part('.composer'), (text) => tried(() => call(`${own}/sms`, { text, to: chosen })));
  part('select').addEventListener('change', (event) => {
    chosen = event.target.value;
    tried(() => show(phone));
  });

  const showMessages = thread(part('.thread'), (message, all) => bubble(message, all));

  async function show(current) {
    phone = current;
    const numbers = await call('sms/numbers');
    chosen ??= numbers[0];
    const messages = await call(`${own}/sms${query()}`);
    const state = JSON.stringify([numbers, phone, chosen, messages]);
    if (state === shown) return;
    shown = state;

    part('h1').textContent = chosen;
    part('.who p').textContent = phone.smsStopped.includes(chosen) ? 'Stopped' : phone.unreachable ? 'Phone is off' : 'SMS';
    part('select').hidden = numbers.length < 2;
    part('select').replaceChildren(...numbers.map((one) => element('option', { value: one, text: one })));
    part('select').value = chosen;
    writing.allow(phone.landline ? 'A landline writes no SMS' : null, 'Text message');
    showMessages(messages);
  }

  return show;
}
