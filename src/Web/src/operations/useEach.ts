import { useRef, useState } from 'react';
import { isSignedOut, mayPass } from '../api/client';

/** `done`: it was. `still`: it can't be done yet. `lost`: nobody answered, so nobody knows. */
export type Result = 'busy' | 'done' | 'still' | 'lost';

export type Progress = { all: number; done: number; still: number; lost: number };

/** Does the same to one or to many, one after the other, and keeps what came of each. */
export function useEach<Id>(act: (id: Id) => Promise<unknown>, onEnd: () => void) {
  const [results, setResults] = useState<ReadonlyMap<Id, Result>>(new Map());
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const isStopped = useRef(false);

  const one = async (id: Id): Promise<Result> => {
    const set = (result: Result) => setResults((known) => new Map(known).set(id, result));
    set('busy');
    const result = await act(id).then(
      () => 'done' as const,
      (error: unknown) => (mayPass(error) || isSignedOut(error) ? ('lost' as const) : ('still' as const)),
    );
    set(result);
    return result;
  };

  const run = async (ids: Id[]) => {
    isStopped.current = false;
    setRunning(true);
    const count: Progress = { all: ids.length, done: 0, still: 0, lost: 0 };
    setProgress({ ...count });
    for (const id of ids) {
      if (isStopped.current) break;
      const result = await one(id);
      if (result !== 'busy') count[result]++;
      setProgress({ ...count });
    }
    setRunning(false);
    onEnd();
  };

  return {
    results,
    progress,
    isRunning,
    one: async (id: Id) => {
      const result = await one(id);
      if (result === 'done') onEnd();
    },
    run,
    stop: () => {
      isStopped.current = true;
    },
  };
}
