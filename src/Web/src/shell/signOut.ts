import { forgetEverything } from './kept';

/** A form post as the sign-in page makes it: the answer ends the cookie and leads to the start. */
export function signOut(): void {
  forgetEverything();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-out';
  document.body.append(form);
  form.submit();
}
