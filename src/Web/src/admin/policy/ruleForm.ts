import type { Action, Channel, Direction, Example, Expression, Rule } from './policy';
import { freeId } from './policy';

/** A rule as it is typed. */
export type RuleFields = {
  name: string;
  action: Action;
  direction: Direction;
  channels: Channel[];
  people: string[];
  notify: string[];
  detectors: string[];
  lists: string[];
  expressions: Expression[];
  attachments: boolean;
  types: string;
  megabytes: string;
  threshold: number;
  mustMatch: string;
  mustNotMatch: string;
};

const MEGABYTE = 1024 * 1024;

export function fieldsOf(rule: Rule | undefined): RuleFields {
  return {
    name: rule?.name ?? '',
    action: rule?.action ?? 'redact',
    direction: rule?.direction ?? 'both',
    channels: rule?.channels ?? [],
    people: rule?.people ?? [],
    notify: rule?.notify ?? [],
    detectors: rule?.detectors.map(({ type }) => type) ?? [],
    lists: rule?.word_lists ?? [],
    expressions: rule?.expressions ?? [],
    attachments: rule?.attachments !== undefined && rule.attachments !== null,
    types: rule?.attachments?.types.join(', ') ?? '',
    megabytes: rule?.attachments?.larger_than ? String(rule.attachments.larger_than / MEGABYTE) : '',
    threshold: rule?.threshold ?? 1,
    mustMatch: lines(rule?.must_match),
    mustNotMatch: lines(rule?.must_not_match),
  };
}

/** The rule that was typed. What the form does not show of the one before stays. */
export function ruleOf(fields: RuleFields, before: Rule | undefined, taken: readonly string[]): Rule {
  const megabytes = Number(fields.megabytes.replace(',', '.'));
  return {
    ...before,
    id: before?.id ?? freeId(fields.name, taken),
    name: fields.name.trim(),
    enabled: before?.enabled ?? true,
    direction: fields.direction,
    channels: fields.channels,
    people: fields.people,
    notify: fields.notify,
    detectors: fields.detectors.map((type) => before?.detectors.find((known) => known.type === type) ?? { type }),
    word_lists: fields.lists,
    expressions: fields.expressions.map(({ name, pattern }) => ({ name: name.trim(), pattern })),
    attachments: fields.attachments
      ? {
          types: fields.types
            .split(/[\s,;]+/)
            .map((type) => type.trim().toLowerCase())
            .filter(Boolean),
          except: before?.attachments?.except ?? [],
          ...(megabytes > 0 && { larger_than: Math.round(megabytes * MEGABYTE) }),
        }
      : undefined,
    threshold: fields.threshold,
    action: fields.action,
    must_match: examples(fields.mustMatch, before?.must_match),
    must_not_match: examples(fields.mustNotMatch, before?.must_not_match),
  };
}

/** Examples are typed one a line; those with files stand in no line, and stay. */
function examples(typed: string, before: readonly Example[] | undefined): Example[] {
  const texts = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ text }));
  return [...texts, ...(before ?? []).filter(hasFile)];
}

const hasFile = (example: Example) => Boolean(example.attachment_type || example.attachment_size || example.file_name);

const lines = (shown: readonly Example[] | undefined) =>
  (shown ?? [])
    .filter((example) => !hasFile(example))
    .map(({ text }) => text ?? '')
    .join('\n');
