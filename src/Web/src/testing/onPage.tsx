import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { makeQueryClient } from '../query/client';
import { en } from '../words/en';

/** Renders something with what every page has round it: words, queries, and a router. */
export async function onPage(children: ReactNode, queries: QueryClient = makeQueryClient(() => {})) {
  const routeTree = createRootRoute({ component: () => children });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  await act(() => router.load());
  const rendered = render(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </IntlProvider>,
  );
  return { ...rendered, path: () => router.state.location.pathname };
}

/** The product's answers, in turn; what was asked is told. */
export function answering(...answers: [status: number, body: unknown][]) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    asked.push({ method: request.method, path: new URL(request.url).pathname, body: text ? JSON.parse(text) : null });
    const [status, body] = answers.shift() ?? [503, { code: 'unavailable', status: 503 }];
    return Response.json(body, { status });
  };
  return asked;
}
