import { useState } from 'react';
import { type Trouble, weigh } from './file';

/**
 * How far a file is that an element of the page shows or plays.
 * @param askTwice Whether a file that is there after all is tried once more before it counts as nothing to show: the trouble may just have passed.
 */
export function useFile(address: string, askTwice = false) {
  const [attempt, setAttempt] = useState(0);
  const [isLast, setLast] = useState(!askTwice);
  const [shown, setShown] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  return {
    /** Changes with each attempt: the element's key. */
    attempt,
    shown,
    trouble,
    onShown: () => setShown(true),
    onError: async () => {
      const found = await weigh(address);
      if (typeof found !== 'number') setTrouble(found);
      else if (isLast) setTrouble('unshowable');
      else {
        setLast(true);
        setAttempt(attempt + 1);
      }
    },
    retry: () => {
      setLast(!askTwice);
      setTrouble(undefined);
      setShown(false);
      setAttempt(attempt + 1);
    },
  };
}
