const WORKER = '/sw.js';

/** So long after the page has loaded, in milliseconds: what the worker fetches would take its turn before what the reader waits for. */
const LATER = 3000;

type Policies = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown };
};

/** The service worker opens the shell without a connection. A browser without one works as well, with a connection. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => setTimeout(register, LATER));
}

function register(): void {
  if (!navigator.onLine) {
    window.addEventListener('online', register, { once: true });
    return;
  }
  navigator.serviceWorker.register(trusted(WORKER), { type: 'module' }).catch(() => {
    // A private window may refuse it.
  });
}

/** The only address of a script that these pages make at run time; the content security policy takes no other. */
function trusted(address: string): string {
  const policies = (window as { trustedTypes?: Policies }).trustedTypes;
  const policy = policies?.createPolicy('multiline', { createScriptURL: (asked) => (asked === WORKER ? asked : '') });
  return (policy?.createScriptURL(address) ?? address) as string;
}
