import { useEffect, useState } from 'react';
import { untilNextTick } from './timeLeft';

/** The time, anew with each minute before these moments, at them, and when the page is looked at again. */
export function useClock(...moments: (string | null | undefined)[]): Date {
  const [now, setNow] = useState(() => new Date());
  const key = moments.join();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const dates = key.split(',').map((moment) => (moment ? new Date(moment) : undefined));
    const tick = () => {
      clearTimeout(timer);
      const time = new Date();
      setNow(time);
      const wait = untilNextTick(dates, time);
      // A moment late rather than early: at the end it is over.
      if (wait !== null) timer = setTimeout(tick, wait + 1);
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [key]);

  return now;
}
