import { useMemo } from 'react';
import { useFormatter } from 'use-intl';

const [MINUTE, HOUR, DAY] = [60, 60 * 60, 24 * 60 * 60];

/** Figures as they are read at a glance: never more digits than mean something. */
export function useFigures() {
  const format = useFormatter();
  return useMemo(() => {
    const unit = (value: number, unit: string, digits: number) =>
      format.number(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits });
    const seconds = (value: number) =>
      value < MINUTE
        ? unit(value, 'second', value < 10 ? 1 : 0)
        : value < HOUR
          ? unit(value / MINUTE, 'minute', value < 10 * MINUTE ? 1 : 0)
          : value < 2 * DAY
            ? unit(value / HOUR, 'hour', 1)
            : unit(value / DAY, 'day', 0);
    return {
      count: (value: number) => format.number(value),
      rate: (value: number) => {
        const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      },
      rateTick: (value: number) => format.number(value, { maximumFractionDigits: 2 }),
      share: (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 }),
      seconds,
      milliseconds: (value: number) =>
        value < 1000 ? unit(value, 'millisecond', value < 10 ? 1 : 0) : seconds(value / 1000),
    };
  }, [format]);
}
