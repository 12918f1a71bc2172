import { useCallback, useSyncExternalStore } from 'react';
import type { MessageBody } from '../api/schema';
import { onOwner } from '../shell/kept';
import { type Draft, keepDraft, keptDraft } from '../thread/draft';

const listeners = new Set<() => void>();
const drafts = new Map<string, Draft>();

onOwner(() => drafts.clear());

const key = (line: string, contact: string) => `${line}/${contact}`;

function current(line: string, contact: string): Draft {
  const known = drafts.get(key(line, contact));
  if (known) return known;
  const stored = keptDraft(line, contact);
  drafts.set(key(line, contact), stored);
  return stored;
}

function change(line: string, contact: string, part: Partial<Draft>): void {
  const draft = { ...current(line, contact), ...part };
  drafts.set(key(line, contact), draft);
  keepDraft(line, contact, draft);
  for (const listener of listeners) listener();
}

/** Puts a message that came back before what is being written; its buttons in the place of others. */
export function putBack(
  line: string,
  contact: string,
  body: Pick<MessageBody, 'text' | 'buttons' | 'preview_links'>,
): void {
  const now = current(line, contact);
  const text = body.text ?? '';
  change(line, contact, {
    text: now.text.trim() === '' ? text : `${text}\n${now.text}`,
    buttons: body.buttons?.length ? body.buttons.map(({ title }) => title) : now.buttons,
    previewsLink: now.previewsLink || Boolean(body.preview_links),
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is being written to a contact: kept while it is written, until it is sent. */
export function useDraft(line: string, contact: string): [Draft, (part: Partial<Draft>) => void] {
  const draft = useSyncExternalStore(subscribe, () => current(line, contact));
  const changeDraft = useCallback((part: Partial<Draft>) => change(line, contact, part), [line, contact]);
  return [draft, changeDraft];
}
