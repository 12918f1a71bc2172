import type { NewTemplate, TemplateCategory } from '../../api/schema';
import { variablesOf } from '../../templates/variables';

/** What is filled in. Examples go by the variable's name, so that they stay with it while the text changes. */
export type TemplateFields = {
  name: string;
  language: string;
  category: TemplateCategory;
  header: string;
  body: string;
  footer: string;
  buttons: { title: string }[];
  examples: Record<string, string>;
};

export const EMPTY: TemplateFields = {
  name: '',
  language: 'en_US',
  category: 'UTILITY',
  header: '',
  body: '',
  footer: '',
  buttons: [],
  examples: {},
};

export const MOST_BUTTONS = 10;

/** What the reviewers want a value for, in the order in which the product takes them: the header's variables, then the body's. */
export const variables = ({ header, body }: Pick<TemplateFields, 'header' | 'body'>) => [
  ...variablesOf(header).map((name) => `header.${name}`),
  ...variablesOf(body),
];

/** A name with a dot in it would be a path to the form. */
export const exampleKey = (variable: string) => variable.replace('.', ':');

export function newTemplate(fields: TemplateFields): NewTemplate {
  const { name, language, category, body, header, footer, buttons } = fields;
  return {
    name,
    language,
    category,
    body: body.trim(),
    header: header.trim() || null,
    footer: footer.trim() || null,
    buttons: buttons.map(({ title }) => title.trim()),
    examples: variables(fields).map((variable) => fields.examples[exampleKey(variable)]?.trim() ?? ''),
  };
}

/** Examples by the names that the preview knows. */
export const exampleValues = (fields: TemplateFields) =>
  Object.fromEntries(variables(fields).map((variable) => [variable, fields.examples[exampleKey(variable)] ?? '']));
