/** A policy as docs/policy.md describes it and the API speaks it. */
export type Policy = { schema: number; word_lists: WordList[]; rules: Rule[]; sampling?: Sampling };

/** Of the messages in which nothing is found, so many in a hundred are looked at all the same. */
export type Sampling = {
  percent: number;
  people: { person: string; percent: number }[];
  lines: { line: string; percent: number }[];
};

export type Action = 'flag' | 'redact' | 'block';
export type Direction = 'both' | 'out' | 'in';
export type Channel = 'whatsapp' | 'sms';

export type Rule = {
  id: string;
  name: string;
  enabled: boolean;
  direction: Direction;
  channels: Channel[];
  people: string[];
  detectors: { type: string; minimum_score?: number }[];
  word_lists: string[];
  expressions: Expression[];
  attachments?: Attachments;
  threshold: number;
  action: Action;
  notify: string[];
  must_match: Example[];
  must_not_match: Example[];
};

export type Expression = { name: string; pattern: string };

export type Attachments = { types: string[]; except: string[]; larger_than?: number };

export type Example = { text?: string; attachment_type?: string; attachment_size?: number; file_name?: string };

export type WordList = {
  id: string;
  name: string;
  words: Word[];
  whole_words: boolean;
  match_case: boolean;
  see_through_disguise: boolean;
};

export type Word = { text: string; weight: number };

/** What detectors find, as they are grouped on the page. */
export const DETECTORS = {
  money: ['CREDIT_CARD', 'IBAN_CODE', 'SWIFT_CODE', 'ABA_ROUTING_NUMBER', 'CRYPTO'],
  person: [
    'US_SSN',
    'US_ITIN',
    'UK_NINO',
    'UK_NHS',
    'CA_SIN',
    'AU_TFN',
    'ES_NIF',
    'PL_PESEL',
    'IN_PAN',
    'IN_AADHAAR',
    'SG_NRIC_FIN',
    'DATE_OF_BIRTH',
    'MEDICAL_RECORD_NUMBER',
  ],
  contact: ['EMAIL_ADDRESS', 'PHONE_NUMBER', 'URL', 'IP_ADDRESS', 'MAC_ADDRESS'],
  secret: ['API_KEY', 'PRIVATE_KEY'],
} as const;

export type Detector = (typeof DETECTORS)[keyof typeof DETECTORS][number];

export const EMPTY: Policy = { schema: 1, word_lists: [], rules: [] };

/** What the API leaves out where it has its usual value. */
export const complete = (policy: Partial<Policy>): Policy => ({
  ...EMPTY,
  ...policy,
  word_lists: (policy.word_lists ?? []).map((list) => ({
    ...list,
    words: list.words.map((word) => ({ ...word, weight: word.weight ?? 1 })),
    whole_words: list.whole_words ?? true,
    match_case: list.match_case ?? false,
    see_through_disguise: list.see_through_disguise ?? true,
  })),
  rules: (policy.rules ?? []).map((rule) => ({
    ...rule,
    enabled: rule.enabled ?? true,
    direction: rule.direction ?? 'both',
    channels: rule.channels ?? [],
    people: rule.people ?? [],
    detectors: rule.detectors ?? [],
    word_lists: rule.word_lists ?? [],
    expressions: rule.expressions ?? [],
    threshold: rule.threshold ?? 1,
    notify: rule.notify ?? [],
    must_match: rule.must_match ?? [],
    must_not_match: rule.must_not_match ?? [],
  })),
  ...(policy.sampling && {
    sampling: {
      percent: policy.sampling.percent ?? 0,
      people: policy.sampling.people ?? [],
      lines: policy.sampling.lines ?? [],
    },
  }),
});

/** A policy with a rule or a word list in the place of the one of the same id, or at the end. */
export const withRule = (policy: Policy, rule: Rule): Policy => ({ ...policy, rules: placed(policy.rules, rule) });

export const withList = (policy: Policy, list: WordList): Policy => ({
  ...policy,
  word_lists: placed(policy.word_lists, list),
});

export const withoutRule = (policy: Policy, id: string): Policy => ({
  ...policy,
  rules: policy.rules.filter((rule) => rule.id !== id),
});

export const withoutList = (policy: Policy, id: string): Policy => ({
  ...policy,
  word_lists: policy.word_lists.filter((list) => list.id !== id),
});

function placed<T extends { id: string }>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((known) => (known.id === item.id ? item : known))
    : [...items, item];
}

/** An id made of a name, which nothing has yet. */
export function freeId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
  const base = plain || 'rule';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
