import { type AnyRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const operationsRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const operations = createRoute({
    getParentRoute: () => root,
    path: 'operations',
    component: lazyRouteComponent(() => import('./OperatorsOnly'), 'OperatorsOnly'),
  });
  const now = createRoute({
    getParentRoute: () => operations,
    path: '/',
    component: lazyRouteComponent(() => import('./now/NowPage'), 'NowPage'),
  });
  const rawInbox = createRoute({
    getParentRoute: () => operations,
    path: 'raw-inbox',
    component: lazyRouteComponent(() => import('./rawInbox/RawInboxPage'), 'RawInboxPage'),
  });
  const deadLetters = createRoute({
    getParentRoute: () => operations,
    path: 'dead-letters',
    component: lazyRouteComponent(() => import('./deadLetters/DeadLettersPage'), 'DeadLettersPage'),
  });
  return operations.addChildren([now, rawInbox, deadLetters]);
};
