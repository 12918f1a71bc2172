import { forget, keep, kept } from '../shell/kept';

/** What somebody has begun to write. */
export type Draft = {
  readonly text: string;
  /** Titles of the reply buttons below it, as far as they are written. */
  readonly buttons: readonly string[];
  /** The contact is to see a preview of the first link. */
  readonly previewsLink: boolean;
};

export const EMPTY: Draft = { text: '', buttons: [], previewsLink: false };

const name = (line: string, contact: string) => `draft.${line}.${contact}`;

/** What was begun in a thread and not sent. Earlier pages kept the text alone. */
export function keptDraft(line: string, contact: string): Draft {
  const draft = kept<Partial<Draft> | string>(name(line, contact));
  return { ...EMPTY, ...(typeof draft === 'string' ? { text: draft } : draft) };
}

export function keepDraft(line: string, contact: string, draft: Draft): void {
  if (draft.text === '' && draft.buttons.length === 0) forget(name(line, contact));
  else keep(name(line, contact), draft);
}
