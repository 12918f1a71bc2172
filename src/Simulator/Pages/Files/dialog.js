import { button, element } from './elements.js';

const dialog = document.getElementById('dialog');

// Resolves with the values of the fields, or null if it was closed without them.
function ask(title, content, action, cancel = 'Cancel') {
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', { id: 'dialog-title', text: title }),
    ...content,
    element('div', { class: 'actions' }, cancel && button(cancel, () => dialog.close('')), element('button', { type: 'submit', value: 'done', class: 'main', text: action })),
  );
  dialog.replaceChildren(form);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'done' ? Object.fromEntries(new FormData(form)) : null), { once: true });
  });
}

export const confirm = async (title, text, action, cancel) => (await ask(title, [element('p', { text })], action, cancel)) !== null;

export const tell = (title, texts, picture) =>
  ask(
    title,
    [picture && element('img', { class: 'portrait', src: picture, alt: `Picture of ${title}` }), ...texts.map((text) => element('p', { text }))].filter(Boolean),
    'Close',
    null,
  );

// Fields are { name, label, ...attributes of the input }.
export const fill = (title, fields, action) =>
  ask(
    title,
    fields.map(({ label, ...attributes }) => element('label', {}, element('span', { text: label }), element('input', { type: 'text', autocomplete: 'off', ...attributes }))),
    action,
  );

export async function choose(list) {
  const row = ({ id, title, description }) =>
    element(
      'label',
      { class: 'row' },
      element('span', {}, element('strong', { text: title }), description && element('small', { text: description })),
      element('input', { type: 'radio', name: 'row', value: id, required: '' }),
    );
  const sections = list.sections.map((section) =>
    element('fieldset', {}, element('legend', section.title ? { text: section.title } : { class: 'hidden', text: 'Rows' }), ...section.rows.map(row)),
  );
  return (await ask(list.button, sections, 'Send'))?.row ?? null;
}
