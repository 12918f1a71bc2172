/**
 * What pages keep in the browser for the person who is signed in: drafts, and messages on their way. Nobody else who signs in here sees or sends
 * it, and it is gone with the sign-out.
 */
const PREFIX = 'multiline.';

let owner = '';
const listeners = new Set<() => void>();

const nameOf = (name: string) => `${PREFIX}${owner}.${name}`;

/** Whose things are kept and read from here on. */
export function belongTo(person: string): void {
  if (person === owner) return;
  owner = person;
  for (const listener of listeners) listener();
}

export function onOwner(listener: () => void): void {
  listeners.add(listener);
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(nameOf(name), JSON.stringify(value));
  } catch {
    // The browser has no room, or lets nothing be kept: then it lives as long as the page.
  }
}

export function kept<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(nameOf(name));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export function forget(name: string): void {
  localStorage.removeItem(nameOf(name));
}

export function forgetEverything(): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(nameOf(''))) localStorage.removeItem(name);
  }
}
