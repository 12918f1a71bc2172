/** GSM 03.38: the characters of the default alphabet, and those that take two places (3GPP TS 23.038, 6.2.1). */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('^{}\\[~]|€\f');

const ROOM = { gsm: { one: 160, each: 153 }, unicode: { one: 70, each: 67 } };

/** In how many parts a text goes out as SMS. Neither a character of two places nor a pair of surrogates is ever divided. */
export function smsParts(text: string): number {
  if (text === '') return 0;
  const letters = [...text];
  const isGsm = letters.every((letter) => BASIC.has(letter) || EXTENDED.has(letter));
  const sizes = letters.map((letter) => (isGsm ? (EXTENDED.has(letter) ? 2 : 1) : letter.length));
  const room = isGsm ? ROOM.gsm : ROOM.unicode;
  if (sizes.reduce((sum, size) => sum + size, 0) <= room.one) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room.each) {
      parts++;
      used = 0;
    }
    used += size;
  }
  return parts;
}
