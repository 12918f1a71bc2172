import { button, element } from './elements.js';

const menu = document.getElementById('menu');
let opener = null;

// Items are [text, act]; emojis stand in a row above them.
export function openMenu(from, items, emojis = []) {
  if (opener === from && !menu.hidden) return closeMenu();
  closeMenu();
  opener = from;
  const item = ([text, act], attributes = {}) => button(text, () => (closeMenu(), act()), { role: 'menuitem', ...attributes });
  menu.replaceChildren(
    ...(emojis.length ? [element('div', { class: 'emojis', role: 'none' }, ...emojis.map(([text, act, label]) => item([text, act], { 'aria-label': label })))] : []),
    ...items.map((entry) => item(entry)),
  );
  menu.hidden = false;
  from.setAttribute('aria-expanded', 'true');
  place(from.getBoundingClientRect(), (from.closest('.device') ?? document.body).getBoundingClientRect());
  all()[0].focus();
}

export function closeMenu(giveBack = true) {
  if (menu.hidden) return;
  menu.hidden = true;
  opener?.setAttribute('aria-expanded', 'false');
  if (giveBack && opener?.isConnected) opener.focus();
}

const all = () => [...menu.querySelectorAll('[role=menuitem]')];

// Below what opened it, above if there is no room, and within the phone.
function place(from, phone) {
  const { width, height } = menu.getBoundingClientRect();
  const below = from.bottom + 4;
  const top = below + height < innerHeight - 8 ? below : Math.max(8, from.top - height - 4);
  menu.style.top = `${top}px`;
  menu.style.left = `${Math.max(phone.left + 16, Math.min(from.left, phone.right - width - 16))}px`;
}

menu.addEventListener('keydown', (event) => {
  const items = all();
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items.at(to % items.length).focus();
  }
  if (event.key === 'Tab') closeMenu(false);
});
document.addEventListener('keydown', (event) => event.key === 'Escape' && closeMenu());
document.addEventListener('click', (event) => {
  if (!menu.contains(event.target) && !event.target.closest('[aria-haspopup]')) closeMenu(false);
});
addEventListener('resize', () => closeMenu(false));
