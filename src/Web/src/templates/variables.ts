const VARIABLE = /\{\{([a-z0-9_]{1,64})\}\}/g;

export type Piece = { text: string; variable?: string };

/** A text cut at its variables, such as `{{1}}` or `{{first_name}}`. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push({ text: match[0], variable: match[1] });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** The variables of a text, each once, in the order in which the product takes their values: numbers by size, names as they appear. */
export function variablesOf(text: string): string[] {
  const names = [...new Set(pieces(text).flatMap(({ variable }) => variable ?? []))];
  return names.every((name) => /^\d+$/.test(name)) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** Values in the order of a template's `variables`, by their names. */
export function valuesByName(variables: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(variables.map((variable, at) => [variable, values[at] ?? '']));
}
