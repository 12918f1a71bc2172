// The control API. What goes wrong is thrown with the words of its problem details.
export async function call(path, body, method = body === undefined ? 'GET' : 'POST') {
  const reply = await fetch(`/control/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Error(answer.detail ?? `The simulator answered ${reply.status}.`);
  return answer;
}

// Calls show() now and after each change, for as long as the page is there.
export async function follow(show, failed = () => {}) {
  for (let version = -1; ; ) {
    try {
      version = (await call(`changes?after=${version}`)).version;
      await show();
    } catch (error) {
      failed(error);
      version = -1;
      await new Promise((resume) => setTimeout(resume, 2000));
    }
  }
}

// Text is set as text, never as markup.
export function element(name, { text, onclick, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  if (onclick) made.addEventListener('click', onclick);
  made.append(...children.filter((child) => child));
  return made;
}

export const initials = (name) => [...name.trim()][0]?.toUpperCase() ?? '?';
