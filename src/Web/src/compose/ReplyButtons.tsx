import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../design/Button';
import styles from './ReplyButtons.module.css';
import { LONGEST_TITLE, sameTwice, titlesOf } from './replyButtons';

type Props = {
  titles: readonly string[];
  onChange: (titles: readonly string[]) => void;
  /** Nothing is left to do here: on to the text. */
  onDone: () => void;
};

/** The titles of the reply buttons below the text, a row each. */
export function ReplyButtons({ titles, onChange, onDone }: Props) {
  const t = useTranslations('compose.buttons');
  const last = useRef<HTMLInputElement>(null);
  const fault = useId();
  const count = titles.length;
  const before = useRef(count);
  const isTwice = sameTwice(titlesOf(titles));

  // Who adds a row writes in it next.
  useEffect(() => {
    if (count > before.current) last.current?.focus();
    before.current = count;
  }, [count]);

  if (count === 0) return null;

  const put = (place: number, title: string) => onChange(titles.with(place, title));

  function remove(place: number) {
    onChange(titles.filter((_, at) => at !== place));
    onDone();
  }

  function onKeyDown(event: KeyboardEvent, place: number) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onDone();
    } else if (event.key === 'Backspace' && titles[place] === '') {
      event.preventDefault();
      remove(place);
    }
  }

  return (
    <fieldset className={styles.buttons}>
      <legend className="visually-hidden">{t('region')}</legend>
      {titles.map((title, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
        <div key={place} className={styles.row}>
          <input
            ref={place === count - 1 ? last : undefined}
            className={styles.title}
            aria-label={t('title', { number: place + 1 })}
            aria-invalid={isTwice || undefined}
            aria-describedby={isTwice ? fault : undefined}
            placeholder={t('placeholder', { number: place + 1, longest: LONGEST_TITLE })}
            autoComplete="off"
            maxLength={LONGEST_TITLE}
            value={title}
            onChange={(event) => put(place, event.target.value)}
            onKeyDown={(event) => onKeyDown(event, place)}
          />
          <IconButton label={t('remove', { number: place + 1 })} onClick={() => remove(place)}>
            <X size={18} aria-hidden />
          </IconButton>
        </div>
      ))}
      {isTwice && (
        <p id={fault} className={styles.fault} role="alert">
          {t('twice')}
        </p>
      )}
    </fieldset>
  );
}
