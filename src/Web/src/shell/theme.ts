export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

const KEPT = 'theme';

export function keptTheme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return themes.find((theme) => theme === kept) ?? 'system';
}

export function applyTheme(theme: Theme = keptTheme()): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(KEPT);
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(KEPT, theme);
  }
}
