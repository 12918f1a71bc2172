import type { NewPersonBody, PersonChangeBody, PersonView } from '../../api/schema';
import type { Role } from '../../shell/me';
import { GRANTED, keptRoles } from './roles';

/** What is filled in. */
export type PersonFields = { name: string; roles: Role[]; lines: string[]; whatsapp_enabled: boolean };

export function fieldsOf(person?: PersonView): PersonFields {
  if (!person) return { name: '', roles: ['user'], lines: [], whatsapp_enabled: true };
  const granted = person.roles.filter((role) => GRANTED.some((known) => known === role));
  return { name: person.name, roles: granted, lines: person.lines, whatsapp_enabled: person.whatsapp_enabled };
}

export const newPerson = ({ name, ...rest }: PersonFields): NewPersonBody => ({ name: name.trim(), ...rest });

/** What is different, and nothing else: what somebody else changed meanwhile stays. Null where nothing is. */
export function changeOf(person: PersonView, fields: PersonFields): PersonChangeBody | null {
  const before = fieldsOf(person);
  const change: PersonChangeBody = {
    ...(fields.name.trim() !== before.name && { name: fields.name.trim() }),
    ...(!sameSet(fields.roles, before.roles) && { roles: [...keptRoles(person.roles), ...fields.roles] }),
    ...(!sameSet(fields.lines, before.lines) && { lines: fields.lines }),
    ...(fields.whatsapp_enabled !== before.whatsapp_enabled && { whatsapp_enabled: fields.whatsapp_enabled }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item) => other.includes(item));
