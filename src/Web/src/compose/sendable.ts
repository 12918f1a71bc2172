import type { TemplateCard } from '../api/schema';

/** The opt-in request goes out by its own way, in each of its versions. */
const OPT_IN = /^opt_in_request_\d+$/;

/** Those that may be sent, by name, and how many others there are. */
export function sendable(templates: readonly TemplateCard[]): { usable: TemplateCard[]; others: number } {
  const asked = templates.filter(({ name }) => !OPT_IN.test(name));
  const usable = asked
    .filter(({ status }) => status === 'approved')
    .sort((a, b) => a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
  return { usable, others: asked.length - usable.length };
}

/** Whether each word is in its name or in what it says. */
export function matches(template: TemplateCard, search: string): boolean {
  const text = [template.name, template.name.replaceAll('_', ' '), template.header, template.body, template.footer]
    .join('\n')
    .toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** `appointment_reminder` as one reads it. */
export function readable(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
