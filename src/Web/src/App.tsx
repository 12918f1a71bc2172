import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { makeQueryClient } from './query/client';
import { makeRouter } from './routes';
import { me } from './shell/me';
import { Words } from './words/Words';

export function App() {
  const [{ queries, router }] = useState(() => {
    const queries = makeQueryClient(() => {
      if (queries.getQueryState(me.queryKey)?.status !== 'error')
        void queries.refetchQueries({ queryKey: me.queryKey });
    });
    return { queries, router: makeRouter(queries) };
  });
  return (
    <QueryClientProvider client={queries}>
      <Words>
        <RouterProvider router={router} />
      </Words>
    </QueryClientProvider>
  );
}
