import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answering, onPage } from '../../testing/onPage';
import { aMessage } from '../../testing/samples';
import { addressOf, type Medium } from './file';
import { Media } from './Media';

const ADDRESS = '/api/v1/lines/desk/threads/ada/messages/m1/media';
const gone = { code: 'not_found', status: 404 };

function a(kind: string, file_name: string | null = null): Medium {
  return { kind, provider_id: '1', mime_type: null, sha256: null, file_name };
}

/** The product has the file, which weighs so much. */
function having(size: number) {
  globalThis.fetch = async () => new Response('x', { status: 206, headers: { 'Content-Range': `bytes 0-0/${size}` } });
}

test('Files are read where contacts or our own phone sent them by WhatsApp, and nowhere else', () => {
  expect(addressOf('desk', 'ada', aMessage(1))).toBe(ADDRESS);
  expect(addressOf('desk', 'ada', aMessage(1, { direction: 'out', sent_from_app: true }))).toBe(ADDRESS);
  expect(addressOf('desk', 'ada', aMessage(1, { direction: 'out' }))).toBeNull();
  expect(addressOf('desk', 'ada', aMessage(1, { channel: 'sms' }))).toBeNull();
});

test('A picture is fetched when it is near, and opened whole', async () => {
  await onPage(<Media media={a('image')} address={ADDRESS} />);
  const picture = screen.getByRole('img', { name: 'Picture' });
  expect(picture.getAttribute('loading')).toBe('lazy');
  expect(picture.getAttribute('src')).toBe(ADDRESS);

  await userEvent.click(screen.getByRole('button', { name: 'Open the picture' }));

  expect(screen.getByRole('dialog', { name: 'Picture' }).querySelector('img')?.getAttribute('src')).toBe(ADDRESS);
  expect(screen.getByRole('link', { name: 'Save' }).getAttribute('href')).toBe(ADDRESS);
});

test('A picture that WhatsApp no longer has says so, and offers no second attempt', async () => {
  const asked = answering([404, gone]);
  await onPage(<Media media={a('image')} address={ADDRESS} />);

  fireEvent.error(screen.getByRole('img'));

  expect(await screen.findByText(/No longer there/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(asked).toHaveLength(1);
});

test('A picture that can not be had just now is tried again', async () => {
  answering([503, { code: 'unavailable', status: 503 }]);
  await onPage(<Media media={a('sticker')} address={ADDRESS} />);
  fireEvent.error(screen.getByRole('img'));

  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));

  expect(screen.getByRole('img', { name: 'Sticker' })).toBeTruthy();
});

test('What is there and is no picture can be saved', async () => {
  having(12);
  await onPage(<Media media={a('image')} address={ADDRESS} />);
  const first = screen.getByRole('img');
  fireEvent.error(first);
  await waitFor(() => expect(screen.getByRole('img')).not.toBe(first));
  fireEvent.error(screen.getByRole('img'));

  expect(await screen.findByText(/can’t be shown or played here/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Save' }).hasAttribute('download')).toBe(true);
});

test('Nothing of a sound or a film is fetched before somebody wants it', async () => {
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  const { container } = await onPage(
    <>
      <Media media={a('voice')} address={ADDRESS} />
      <Media media={a('video')} address={ADDRESS} />
    </>,
  );
  expect(screen.getByLabelText('Voice message').getAttribute('preload')).toBe('none');
  expect(container.querySelector('video')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: 'Play the video' }));

  expect(container.querySelector('video')?.getAttribute('src')).toBe(ADDRESS);
  expect(play).toHaveBeenCalledOnce();
});

test('A document is saved once it is known to be there', async () => {
  having(1_234_000);
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await onPage(<Media media={a('document', 'Contract.pdf')} address={ADDRESS} />);
  expect(screen.getByText('PDF')).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Save Contract.pdf' }));

  expect(await screen.findByText('PDF · 1.2 MB')).toBeTruthy();
  expect(clicked).toHaveBeenCalledOnce();
});

test('A document that is gone saves nothing', async () => {
  answering([404, gone]);
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await onPage(<Media media={a('document')} address={ADDRESS} />);

  await userEvent.click(screen.getByRole('button', { name: 'Save File without a name' }));

  expect(await screen.findByText(/No longer there/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(clicked).not.toHaveBeenCalled();
});
