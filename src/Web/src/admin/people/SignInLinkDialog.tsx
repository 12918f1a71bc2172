import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { PersonView, SignInUrl } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { Refused } from '../../design/Outcome';
import styles from './PersonDialog.module.css';
import { useSignInLink } from './usePeople';

/** A link is made when it is asked for, not when the dialog opens: one that nobody wanted would be good for who finds it. */
export function SignInLinkDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTranslations('admin.people.link');
  const s = useTranslations('shell');
  const { mutate, data, error, isPending } = useSignInLink();
  return (
    <Dialog
      title={t('title', { name: person.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{data ? s('close') : s('cancel')}</Button>
          {!data && (
            <Button look="primary" busy={isPending} onClick={() => mutate(person.id)}>
              {t('make')}
            </Button>
          )}
        </>
      }
    >
      <p>{data ? t('hand', { name: person.name }) : t('text', { name: person.name })}</p>
      <Refused error={error} />
      {data && <Link link={data} />}
    </Dialog>
  );
}

function Link({ link: { url, expires_at } }: { link: SignInUrl }) {
  const t = useTranslations('admin.people.link');
  const format = useFormatter();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  const copy = async () => {
    field.current?.select();
    // Where the browser lets no page write to the clipboard the text is selected, and copied by hand.
    await navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => {},
    );
  };

  return (
    <>
      <div className={styles.link}>
        <input ref={field} readOnly value={url} aria-label={t('label')} onFocus={(event) => event.target.select()} />
        <Button look="primary" autoFocus onClick={copy}>
          {copied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
      <p role="status" className={styles.expires}>
        {t('expires', { when: format.dateTime(new Date(expires_at), { dateStyle: 'medium', timeStyle: 'short' }) })}
      </p>
    </>
  );
}
