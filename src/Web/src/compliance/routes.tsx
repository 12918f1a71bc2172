import { type AnyRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const complianceRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const compliance = createRoute({
    getParentRoute: () => root,
    path: 'compliance',
    component: lazyRouteComponent(() => import('./CompliancePage'), 'CompliancePage'),
  });
  const search = createRoute({
    getParentRoute: () => compliance,
    path: '/',
    component: lazyRouteComponent(() => import('./search/SearchPage'), 'SearchPage'),
  });
  const review = createRoute({
    getParentRoute: () => compliance,
    path: 'review',
    component: lazyRouteComponent(() => import('./review/ReviewPage'), 'ReviewPage'),
  });
  const holds = createRoute({
    getParentRoute: () => compliance,
    path: 'holds',
    component: lazyRouteComponent(() => import('./holds/HoldsPage'), 'HoldsPage'),
  });
  const exports = createRoute({
    getParentRoute: () => compliance,
    path: 'exports',
    component: lazyRouteComponent(() => import('./exports/ExportsPage'), 'ExportsPage'),
  });
  const archive = createRoute({
    getParentRoute: () => compliance,
    path: 'archive',
    component: lazyRouteComponent(() => import('./archive/ArchivePage'), 'ArchivePage'),
  });
  const audit = createRoute({
    getParentRoute: () => compliance,
    path: 'audit',
    component: lazyRouteComponent(() => import('./audit/AuditPage'), 'AuditPage'),
  });
  return compliance.addChildren([search, review, holds, exports, archive, audit]);
};
