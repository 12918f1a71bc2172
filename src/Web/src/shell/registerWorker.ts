const WORKER = '/sw.js';

type Policies = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown };
};

/** The service worker opens the shell without a connection. A browser without one works as well, with a connection. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register(trusted(WORKER), { type: 'module' }).catch(() => {
      // A private window may refuse it.
    });
  });
}

/** The only address of a script that these pages make at run time; the content security policy takes no other. */
function trusted(address: string): string {
  const policies = (window as { trustedTypes?: Policies }).trustedTypes;
  const policy = policies?.createPolicy('multiline', { createScriptURL: (asked) => (asked === WORKER ? asked : '') });
  return (policy?.createScriptURL(address) ?? address) as string;
}
