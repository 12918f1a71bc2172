import { useCallback } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

const DAY = 24 * 60 * 60 * 1000;

/** Midnight before a moment, in the reader's time zone. */
export function dayOf(at: Date | string): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

/** How many days ago, by the calendar. */
export function daysAgo(at: Date | string, now = new Date()): number {
  return Math.round((dayOf(now) - dayOf(at)) / DAY);
}

/** As short as it says enough: the time of today, the weekday of this week, else the date. */
export function useShortTime(): (at: Date | string) => string {
  const format = useFormatter();
  const t = useTranslations('inbox');
  return useCallback(
    (at) => {
      const time = new Date(at);
      const days = daysAgo(time);
      if (days <= 0) return format.dateTime(time, { hour: 'numeric', minute: '2-digit' });
      if (days === 1) return t('yesterday');
      if (days < 7) return format.dateTime(time, { weekday: 'short' });
      if (time.getFullYear() === new Date().getFullYear())
        return format.dateTime(time, { day: 'numeric', month: 'short' });
      return format.dateTime(time, { day: 'numeric', month: 'short', year: 'numeric' });
    },
    [format, t],
  );
}
