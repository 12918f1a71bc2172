import { Fragment, memo } from 'react';
import { ADDRESS } from './address';
import styles from './Text.module.css';

/** What somebody wrote, letter by letter; nothing in it is markup. Addresses are links that tell the other side nothing of us. */
export const Text = memo(function Text({ text }: { text: string }) {
  return (
    <p className={styles.text} dir="auto">
      {pieces(text).map(({ at, part, isAddress }) =>
        isAddress ? (
          <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </p>
  );
});

function pieces(text: string): { at: number; part: string; isAddress: boolean }[] {
  const found: { at: number; part: string; isAddress: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index > end) found.push({ at: end, part: text.slice(end, match.index), isAddress: false });
    found.push({ at: match.index, part: match[0], isAddress: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ at: end, part: text.slice(end), isAddress: false });
  return found;
}
