/** The longest value that WhatsApp takes for a variable. */
export const LONGEST_VALUE = 1024;

export type Fault = 'required' | 'tooLong' | 'spaces';

/** Why WhatsApp would refuse a value: what the product says as well, before it is sent. */
export function faultOf(value: string): Fault | null {
  if (value.trim() === '') return 'required';
  if (value.length > LONGEST_VALUE) return 'tooLong';
  return value.includes('     ') ? 'spaces' : null;
}

export type Variable =
  | { part: 'body'; name: string; isNumbered: boolean }
  | { part: 'header'; name: string }
  | { part: 'button'; place: number };

/** What a variable of a template's `variables` belongs to. */
export function variableOf(key: string): Variable {
  const [part, name] = key.split('.', 2);
  if (part === 'header' && name !== undefined) return { part, name };
  if (part === 'button' && name !== undefined) return { part, place: Number(name) };
  return { part: 'body', name: key, isNumbered: /^\d+$/.test(key) };
}
