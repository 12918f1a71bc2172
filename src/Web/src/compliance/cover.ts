import type { ContactCard } from '../api/schema';
import { beginningOf } from './times';

/** What a hold or an export is about, as it was filled in; empty is everything. */
export type Cover = { line: string; person: string; from: string; until: string };

export const everything: Cover = { line: '', person: '', from: '', until: '' };

/** The same as the server takes it, but for the person, whom only holds name. */
export const coverOf = ({ line, from, until }: Cover, contact: ContactCard | null) => ({
  line: line || null,
  contact: contact?.id ?? null,
  from: beginningOf(from) ?? null,
  until: beginningOf(until, 1) ?? null,
});
