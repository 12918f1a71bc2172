import { useMemo } from 'react';
import styles from './Avatar.module.css';

const HUES = 12;

/** The letters that stand for a person where there is no picture, on a colour that stays the person's own. */
export function Avatar({ name, id = name, size = 40 }: { name: string; id?: string; size?: number }) {
  const hue = useMemo(() => hueOf(id), [id]);
  return (
    <span
      className={styles.avatar}
      aria-hidden
      style={{ width: size, height: size, fontSize: size * 0.38, ['--hue' as string]: hue }}
      data-initials={initials(name)}
    />
  );
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  const letters = picked.map((word) => word?.match(/\p{L}\p{M}*/u)?.[0] ?? '').join('');
  return letters.toLocaleUpperCase() || '#';
}

function hueOf(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return Math.round(((sum % HUES) * 360) / HUES);
}
