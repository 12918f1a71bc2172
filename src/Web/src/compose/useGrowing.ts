import { type RefObject, useLayoutEffect } from 'react';

/** Whether the field's own style does it. */
const growsByItself = globalThis.CSS?.supports?.('field-sizing', 'content') ?? false;

/** Makes a field as high as its text; how high at the most, its style says. */
export function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the text that changes the height.
  useLayoutEffect(() => {
    const shown = field.current;
    if (!shown || growsByItself) return;
    const grow = () => {
      shown.style.height = 'auto';
      shown.style.height = `${shown.scrollHeight}px`;
    };
    grow();
    window.addEventListener('resize', grow);
    return () => window.removeEventListener('resize', grow);
  }, [field, text]);
}
