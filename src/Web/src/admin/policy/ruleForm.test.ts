import { expect, test } from 'vitest';
import type { Rule } from './policy';
import { fieldsOf, ruleOf } from './ruleForm';

const rule: Rule = {
  id: 'cards',
  name: 'Payment cards',
  enabled: false,
  direction: 'out',
  channels: ['whatsapp'],
  people: ['ada'],
  detectors: [{ type: 'CREDIT_CARD', minimum_score: 0.8 }],
  word_lists: ['words'],
  expressions: [{ name: 'Account', pattern: '[0-9]+' }],
  attachments: { types: ['application/pdf'], except: ['image/*'], larger_than: 1572864 },
  threshold: 3,
  action: 'block',
  notify: ['bo'],
  must_match: [{ text: 'one' }, { attachment_type: 'application/pdf' }],
  must_not_match: [{ text: 'two' }],
};

test('A rule that is opened and saved stays as it was', () => {
  expect(ruleOf(fieldsOf(rule), rule, ['cards'])).toEqual(rule);
});

test('A new rule gets an id of its own, and one example for each line', () => {
  const fields = {
    ...fieldsOf(undefined),
    name: ' Cards ',
    mustMatch: 'a\n\n b \n',
    mustNotMatch: 'c',
    detectors: ['IBAN_CODE'],
  };
  expect(ruleOf(fields, undefined, ['cards'])).toMatchObject({
    id: 'cards-2',
    name: 'Cards',
    enabled: true,
    detectors: [{ type: 'IBAN_CODE' }],
    must_match: [{ text: 'a' }, { text: 'b' }],
    must_not_match: [{ text: 'c' }],
    attachments: undefined,
  });
});

test('Types of files are told apart by commas or spaces, and the size is in megabytes', () => {
  const fields = { ...fieldsOf(undefined), attachments: true, types: 'Image/*,  application/zip', megabytes: '1,5' };
  expect(ruleOf(fields, undefined, []).attachments).toEqual({
    types: ['image/*', 'application/zip'],
    except: [],
    larger_than: 1572864,
  });
});
