import { call, element, follow, initials } from './control.js';

const at = (id) => document.getElementById(id);
const number = decodeURIComponent(location.pathname.split('/')[2]);
const own = `phones/${encodeURIComponent(number)}`;
const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const kinds = { location: 'Location', contacts: 'Contact', order: 'Order', unsupported: 'Not shown here' };
let businesses = [];
let phone;
let chosen;
let quoted = null;
let shown = '';

const attempt = async (act) => {
  at('notice').textContent = '';
  try {
    await act();
  } catch (error) {
    at('notice').textContent = error.message;
  }
};

const time = (message) => new Date(message.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
const path = (act) => `${own}/${act}?numberId=${chosen}`;

function quote(message) {
  quoted = message;
  at('quoting').hidden = !message;
  at('quoting').firstElementChild.textContent = message?.body ?? '';
  if (message) at('text').focus();
}

function bubble(message, all) {
  if (message.revoked) return element('li', { class: `bubble ${message.from}` }, element('p', { class: 'gone', text: 'You took this message back.' }));

  const answered = message.replyTo && all.find((other) => other.id === message.replyTo);
  const mine = message.from === 'contact';
  const tick = mine && element('span', { class: message.read ? 'read' : '', text: message.read ? '✓✓' : '✓', role: 'img', 'aria-label': message.read ? 'Read' : 'Sent' });
  return element(
    'li',
    { class: `bubble ${message.from}${message.reaction ? ' reacted' : ''}` },
    element('span', { class: 'hidden', text: mine ? 'You: ' : 'Business: ' }),
    answered && element('blockquote', { text: answered.body || 'Message' }),
    kinds[message.type] && element('span', { class: 'kind', text: kinds[message.type] }),
    message.header && element('p', { class: 'head', text: message.header }),
    element('p', { text: message.body }),
    message.footer && element('p', { class: 'foot', text: message.footer }),
    message.buttons.length > 0 && element('div', { class: 'buttons' }, ...message.buttons.map((button, place) => buttonOf(message, button, place))),
    element(
      'div',
      { class: 'meta' },
      message.edited && element('span', { text: 'Edited' }),
      element('time', { datetime: message.at, text: time(message) }),
      tick,
      element('button', { type: 'button', text: '⋯', 'aria-label': 'React, quote, and more', 'aria-haspopup': 'menu', onclick: (event) => messageMenu(event.currentTarget, message) }),
    ),
    message.reaction && element('span', { class: 'reaction', text: message.reaction }),
  );
}

function buttonOf(message, button, place) {
  const made = element('button', {
    type: 'button',
    text: button.text,
    onclick: () => attempt(() => call(`${own}/inbox/${encodeURIComponent(message.id)}/tap`, { button: String(place) })),
  });
  made.disabled = !['quick_reply', 'reply'].includes(button.kind);
  return made;
}

// ---- menus ----

let opener = null;

function openMenu(from, items) {
  opener = from;
  const menu = at('menu');
  menu.replaceChildren(
    ...items.map(([text, act]) => element('button', { type: 'button', role: 'menuitem', text, onclick: () => (closeMenu(), attempt(act)) })),
  );
  menu.hidden = false;
  at('more').setAttribute('aria-expanded', String(from === at('more')));
  menu.firstElementChild.focus();
}

function closeMenu() {
  if (at('menu').hidden) return;
  at('menu').hidden = true;
  at('more').setAttribute('aria-expanded', 'false');
  (opener?.isConnected ? opener : at('text')).focus();
}

function messageMenu(from, message) {
  const react = (emoji) => call(path('reaction'), { messageId: message.id, emoji });
  openMenu(from, [
    ['Quote', () => quote(message)],
    ...emojis.map((emoji) => [`React ${emoji}`, () => react(emoji)]),
    ...(message.reaction ? [['Take the reaction away', () => react('')]] : []),
    ...(message.from === 'contact' ? [['Take the message back', () => call(path('revoke'), { messageId: message.id })]] : []),
  ]);
}

at('more').addEventListener('click', () => {
  if (!at('menu').hidden) return closeMenu();
  const blocked = phone.blocked.includes(chosen);
  const change = (settings) => call(own, settings, 'PATCH');
  openMenu(at('more'), [
    [blocked ? 'Unblock' : 'Block', () => call(path(blocked ? 'unblock' : 'block'), {})],
    [
      phone.phoneWithheld ? 'Show the phone number' : 'Hide the number behind a username',
      () => change({ phoneWithheld: !phone.phoneWithheld, username: phone.username ?? `user${phone.number.slice(-4)}` }),
    ],
    [
      phone.noMarketing.includes(chosen) ? 'Allow marketing' : 'Stop marketing',
      () => call(path('marketing'), { value: phone.noMarketing.includes(chosen) ? 'resume' : 'stop' }),
    ],
    ['Change the phone number', () => askForNumber()],
    [phone.onWhatsApp ? 'Leave WhatsApp' : 'Join WhatsApp', () => change({ onWhatsApp: !phone.onWhatsApp })],
  ]);
});

at('menu').addEventListener('keydown', (event) => {
  const items = [...at('menu').children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
  }
});
document.addEventListener('keydown', (event) => event.key === 'Escape' && closeMenu());
document.addEventListener('click', (event) => {
  if (!at('menu').contains(event.target) && !event.target.closest('[aria-haspopup]')) closeMenu();
});

async function askForNumber() {
  const wanted = prompt('The new phone number, with + and country code');
  if (!wanted) return;
  const changed = await call(`${own}/number`, { number: wanted });
  location.replace(`/phone/${changed.number}`);
}

// ---- writing ----

at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = at('text').value.trim();
  if (!text) return;
  attempt(async () => {
    await call(`${own}/messages`, { text, to: chosen, replyTo: quoted?.id });
    at('text').value = '';
    quote(null);
  });
});
at('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    at('composer').requestSubmit();
  }
});
at('quoting').lastElementChild.addEventListener('click', () => quote(null));
at('number').addEventListener('change', () => {
  chosen = at('number').value;
  quote(null);
  attempt(show);
});

// ---- showing ----

// Bubbles that are as they were stay where they are, and with them the focus and what a screen reader has read already.
let bubbles = new Map();

function showMessages(messages) {
  const chat = at('chat');
  const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
  const next = new Map();
  for (const message of messages) {
    const state = JSON.stringify(message);
    const known = bubbles.get(message.id);
    next.set(message.id, known?.state === state ? known : { state, item: bubble(message, messages) });
  }
  for (const [id, { item }] of bubbles) if (next.get(id)?.item !== item) item.remove();
  [...next.values()].forEach(({ item }, place) => {
    if (chat.children[place] !== item) chat.insertBefore(item, chat.children[place] ?? null);
  });
  bubbles = next;
  if (atEnd) chat.scrollTop = chat.scrollHeight;
}

async function show() {
  [businesses, phone] = await Promise.all([call('numbers'), call(own)]);
  chosen ??= businesses[0].id;
  const messages = await call(`${own}/inbox?numberId=${chosen}`);
  const state = JSON.stringify([businesses, phone, chosen, messages]);
  if (state === shown) return;
  shown = state;

  const business = businesses.find((one) => one.id === chosen);
  document.title = `${phone.name}: ${business.name}`;
  at('owner').textContent = phone.phoneWithheld ? `${phone.name} · @${phone.username}` : `${phone.name} · +${phone.number}`;
  at('name').textContent = business.name;
  at('about').textContent = business.about ?? business.displayNumber;
  at('face').textContent = initials(business.name);
  at('number').hidden = businesses.length < 2;
  at('number').replaceChildren(...businesses.map((one) => element('option', { value: one.id, text: one.displayNumber })));
  at('number').value = chosen;
  const silent = !phone.onWhatsApp || phone.blocked.includes(chosen);
  for (const part of at('composer').querySelectorAll('textarea, button')) part.disabled = silent;
  at('text').placeholder = !phone.onWhatsApp ? 'Not on WhatsApp' : silent ? 'You blocked this business' : 'Message';
  showMessages(messages);
  if (messages.some((message) => message.from === 'business' && !message.read) && document.visibilityState === 'visible') {
    await call(path('open'), {});
  }
}

follow(
  async () => {
    await show();
  },
  (error) => {
    at('notice').textContent = error.message;
  },
);
