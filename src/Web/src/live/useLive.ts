import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { me } from '../shell/me';
import { Changes } from './changes';
import { followLine } from './feed';

/** Keeps what is shown of a line as the line is, for as long as the page stands. */
export function useLive(line: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const changes = new Changes(queries, line);
    const stop = followLine(line, {
      onOpen: (whole) => whole || changes.begin(),
      onChange: (change) => changes.take(change),
      onSignedOut: () => void queries.invalidateQueries({ queryKey: me.queryKey }),
    });
    return () => {
      stop();
      changes.drop();
    };
  }, [queries, line]);
}
