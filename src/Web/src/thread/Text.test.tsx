import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Text } from './Text';

test('Nothing that somebody wrote is markup', () => {
  const { container } = render(<Text text={'<img src=x onerror=alert(1)> & <b>bold</b>'} />);
  expect(container.querySelector('img, b')).toBeNull();
  expect(container.textContent).toBe('<img src=x onerror=alert(1)> & <b>bold</b>');
});

test('An address is a link that does not tell where it stood, and only one of the web is', () => {
  render(<Text text={'See https://example.com/a?b=1. Not javascript:alert(1).'} />);
  const link = screen.getByRole('link');
  expect(link.getAttribute('href')).toBe('https://example.com/a?b=1');
  expect(link.getAttribute('rel')).toContain('noreferrer');
  expect(screen.getAllByRole('link')).toHaveLength(1);
});
