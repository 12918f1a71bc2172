import type { TemplateCard } from '../../api/schema';

const NAME = /^opt_in_request_(\d+)$/;

/** Which version of the opt-in request a template is; null if it is something else. */
export function versionOf({ name }: Pick<TemplateCard, 'name'>): number | null {
  const found = NAME.exec(name);
  return found ? Number(found[1]) : null;
}
