import { type AnyRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const adminRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const admin = createRoute({
    getParentRoute: () => root,
    path: 'admin',
    component: lazyRouteComponent(() => import('./AdminPage'), 'AdminPage'),
  });
  const organization = createRoute({
    getParentRoute: () => admin,
    path: '/',
    component: lazyRouteComponent(() => import('./organization/OrganizationPage'), 'OrganizationPage'),
  });
  const people = createRoute({
    getParentRoute: () => admin,
    path: 'people',
    component: lazyRouteComponent(() => import('./people/PeoplePage'), 'PeoplePage'),
  });
  const lines = createRoute({
    getParentRoute: () => admin,
    path: 'lines',
    component: lazyRouteComponent(() => import('./lines/LinesPage'), 'LinesPage'),
  });
  const profile = createRoute({
    getParentRoute: () => admin,
    path: 'lines/numbers/$number',
    component: lazyRouteComponent(() => import('./profile/ProfilePage'), 'ProfilePage'),
  });
  const templates = createRoute({
    getParentRoute: () => admin,
    path: 'templates',
    component: lazyRouteComponent(() => import('./templates/TemplatesPage'), 'TemplatesPage'),
  });
  const optIn = createRoute({
    getParentRoute: () => admin,
    path: 'opt-in',
    component: lazyRouteComponent(() => import('./optIn/OptInPage'), 'OptInPage'),
  });
  const policy = createRoute({
    getParentRoute: () => admin,
    path: 'policy',
    component: lazyRouteComponent(() => import('./policy/PolicyPage'), 'PolicyPage'),
  });
  const recording = createRoute({
    getParentRoute: () => admin,
    path: 'recording',
    component: lazyRouteComponent(() => import('./recording/RecordingPage'), 'RecordingPage'),
  });
  return admin.addChildren([organization, people, lines, profile, templates, optIn, policy, recording]);
};
