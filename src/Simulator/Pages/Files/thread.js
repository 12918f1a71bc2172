// A list of bubbles. Those that are as they were stay where they are, and with them the focus and what a screen reader has read already.
export function thread(list, make) {
  let bubbles = new Map();
  return (messages) => {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    const next = new Map();
    for (const message of messages) {
      const state = JSON.stringify(message);
      const known = bubbles.get(message.id);
      next.set(message.id, known?.state === state ? known : { state, item: make(message, messages) });
    }
    for (const [id, { item }] of bubbles) if (next.get(id)?.item !== item) item.remove();
    [...next.values()].forEach(({ item }, place) => {
      if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
    });
    bubbles = next;
    if (atEnd) list.scrollTop = list.scrollHeight;
  };
}

// Enter sends, with shift it is a new line; what was sent is gone from the field.
export function composer(form, send) {
  const field = form.querySelector('textarea');
  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, 120)}px`;
  };
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text && (await send(text))) {
      field.value = '';
      grow();
    }
  });
  return {
    focus: () => field.focus(),
    allow: (reason, placeholder) => {
      for (const part of form.querySelectorAll('textarea, button')) part.disabled = Boolean(reason);
      field.placeholder = reason ?? placeholder;
    },
  };
}
