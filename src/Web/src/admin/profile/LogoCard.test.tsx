import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { onPage } from '../../testing/onPage';
import { LogoCard } from './LogoCard';
import { useLogo } from './useProfile';

function Shown({ exists }: { exists: boolean }) {
  return <LogoCard logo={useLogo('1', exists)} number="+49 30 5550100" />;
}

afterEach(() => vi.unstubAllGlobals());

/** jsdom does not read pictures. */
const pictureOf = (width: number, height: number) =>
  vi.stubGlobal('createImageBitmap', async () => ({ width, height, close() {} }));

/** A product that takes a file, half of it first, or refuses it. */
function taking(status: number, answer: unknown = null) {
  const requests: { path: string; type: string; sent: File }[] = [];
  class Request {
    status = status;
    responseText = answer ? JSON.stringify(answer) : '';
    upload: { onprogress?: (event: object) => void; onload?: () => void } = {};
    onload?: () => void;
    finish = () => {
      this.upload.onload?.();
      this.onload?.();
    };
    open(_: string, path: string) {
      this.path = path;
    }
    setRequestHeader(_: string, type: string) {
      this.type = type;
    }
    send(sent: File) {
      requests.push({ path: this.path, type: this.type, sent });
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      last = this;
    }
    private path = '';
    private type = '';
  }
  let last: Request | undefined;
  vi.stubGlobal('XMLHttpRequest', Request);
  return { requests, finish: () => last?.finish() };
}

const file = (name = 'logo.png', type = 'image/png') => new File(['picture'], name, { type });

async function choose(chosen: File, exists = false) {
  await onPage(<Shown exists={exists} />);
  const user = userEvent.setup({ applyAccept: false });
  await user.upload(screen.getByLabelText('Picture file'), chosen);
}

test('A logo goes out, how far it has come is told, and that contacts see it', async () => {
  pictureOf(640, 640);
  const product = taking(204);
  await choose(file());
  expect(await screen.findByText('50% sent')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Choose a logo' }).disabled).toBe(true);
  product.finish();
  expect(await screen.findByText('Contacts see the new logo from now on.')).toBeTruthy();
  expect(product.requests.map(({ path, type }) => [path, type])).toEqual([
    ['/api/v1/numbers/1/profile/logo', 'image/png'],
  ]);
});

test('The logo that there is is shown from our own address', async () => {
  await onPage(<Shown exists />);
  const logo = screen.getByRole<HTMLImageElement>('img', { name: 'Logo of +49 30 5550100' });
  expect(new URL(logo.src).pathname).toBe('/api/v1/numbers/1/profile/logo');
  expect(screen.getByRole('button', { name: 'Replace the logo' })).toBeTruthy();
});

test.each([
  [640, 480, file(), '“logo.png” has 640 × 480 pixels. A logo must be square.'],
  [100, 100, file(), '“logo.png” has 100 × 100 pixels. At least 192 × 192 are needed.'],
  [640, 640, file('logo.gif', 'image/gif'), '“logo.gif” is neither a JPEG nor a PNG.'],
  [
    640,
    640,
    new File([new Uint8Array(6 * 1024 * 1024)], 'big.png', { type: 'image/png' }),
    '“big.png” has 6.0 MB. At most 5 MB are taken.',
  ],
])('A file of %i × %i pixels that is no logo is refused before it goes out', async (width, height, chosen, words) => {
  pictureOf(width, height);
  const product = taking(204);
  await choose(chosen);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(product.requests).toEqual([]);
});

test('What WhatsApp finds wrong with a picture is told', async () => {
  pictureOf(640, 640);
  const product = taking(422, { code: 'media_rejected', status: 422, detail: 'It is too dark.' });
  await choose(file());
  await waitFor(() => expect(product.requests).toHaveLength(1));
  product.finish();
  expect(await screen.findByText('WhatsApp did not take this picture: It is too dark.')).toBeTruthy();
});
