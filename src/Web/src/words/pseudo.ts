type Words = { [key: string]: string | Words };

const ACCENTED: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ʠ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

/** All words in brackets and with accents, half as long again: what stands on a page without them was not translated. */
export function pseudo<T extends Words>(words: T): T {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? pseudoWord(value) : pseudo(value)]),
  ) as T;
}

/** Leaves arguments, plural forms and tags of the ICU message format as they are, and accents the text between them. */
export function pseudoWord(text: string): string {
  return `⟦${accent(text)}${'·'.repeat(Math.ceil(text.length / 3))}⟧`;
}

function accent(text: string): string {
  let depth = 0;
  let form = false;
  let tag = false;
  let result = '';
  for (const [at, letter] of [...text].entries()) {
    if (letter === '{') {
      depth++;
      form = depth % 2 === 0;
      result += letter;
    } else if (letter === '}') {
      depth--;
      form = depth > 0 && depth % 2 === 0;
      result += letter;
    } else if (letter === '<' && /[a-z/]/.test([...text][at + 1] ?? '')) {
      tag = true;
      result += letter;
    } else if (letter === '>' && tag) {
      tag = false;
      result += letter;
    } else {
      result += !tag && (depth === 0 || form) ? (ACCENTED[letter] ?? letter) : letter;
    }
  }
  return result;
}
