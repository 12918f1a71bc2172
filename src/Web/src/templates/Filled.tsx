import { Fragment } from 'react';
import { pieces } from './variables';

/** A text with values in the place of its variables; a variable without a value is shown as it is written. */
export function Filled({ text, values = {}, of = '' }: { text: string; values?: Record<string, string>; of?: string }) {
  let at = 0;
  return pieces(text).map((piece) => {
    const key = at;
    at += piece.text.length;
    if (piece.variable === undefined) return <Fragment key={key}>{piece.text}</Fragment>;
    const value = values[of + piece.variable];
    return (
      <mark key={key} data-empty={!value || undefined}>
        {value || piece.text}
      </mark>
    );
  });
}
