import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoutes } from './admin/routes';
import { complianceRoutes } from './compliance/routes';
import { InboxPage } from './inbox/InboxPage';
import { NoLine } from './inbox/NoLine';
import { NothingChosen } from './inbox/NothingChosen';
import { everything, threads } from './inbox/queries';
import { operationsRoutes } from './operations/routes';
import { Broken } from './shell/Broken';
import { Gate } from './shell/Gate';
import { lines, me } from './shell/me';
import { NotFound } from './shell/NotFound';
import { Start } from './shell/Start';
import { messages, thread as threadOf } from './thread/queries';
import { ThreadPage } from './thread/ThreadPage';

/** What a page needs is asked for as soon as its address is known, all of it at once; what comes of it the page sees when it is drawn. */
type Context = { queries: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: Gate,
  notFoundComponent: NotFound,
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(me);
    void queries.prefetchQuery(lines);
  },
});

const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });

// The messages are what most people come for: they are in the first script, and the other pages come when they are wanted.
const inbox = createRoute({ getParentRoute: () => root, path: 'lines', component: NoLine });

const line = createRoute({
  getParentRoute: () => root,
  path: 'lines/$line',
  component: InboxPage,
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchInfiniteQuery(threads(params.line, everything));
  },
});

const nothingChosen = createRoute({ getParentRoute: () => line, path: '/', component: NothingChosen });

const thread = createRoute({
  getParentRoute: () => line,
  path: 'threads/$contact',
  component: ThreadPage,
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(threadOf(params.line, params.contact));
    void queries.prefetchInfiniteQuery(messages(params.line, params.contact));
  },
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: 'privacy',
  component: lazyRouteComponent(() => import('./privacy/PrivacyPage'), 'PrivacyPage'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: 'notices',
  component: lazyRouteComponent(() => import('./notices/NoticesPage'), 'NoticesPage'),
});

const tree = root.addChildren([
  start,
  inbox,
  line.addChildren([nothingChosen, thread]),
  adminRoutes(root),
  complianceRoutes(root),
  operationsRoutes(root),
  notices,
  privacy,
]);

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
    defaultPreload: 'intent',
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
