import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './Button';
import { Dialog } from './Dialog';

type Unsaved = {
  /** Whether the reader is being asked what should become of the changes. */
  asking: boolean;
  /** Closes what the changes were made in, or asks first. */
  close: () => void;
  keep: () => void;
  discard: () => void;
};

/** Nobody loses what was typed by a slip: a change that is not saved is asked about before the form or the page goes. */
export function useUnsaved(dirty: boolean, onClose?: () => void): Unsaved {
  const [closing, setClosing] = useState(false);
  const leave = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const blocked = leave.status === 'blocked';
  return {
    asking: closing || blocked,
    close: () => (dirty ? setClosing(true) : onClose?.()),
    keep: () => (blocked ? leave.reset() : setClosing(false)),
    discard: () => (blocked ? leave.proceed() : onClose?.()),
  };
}

/** The question, where a form fills the page. */
export function UnsavedDialog({ unsaved }: { unsaved: Unsaved }) {
  const t = useTranslations('shell.unsaved');
  if (!unsaved.asking) return null;
  return (
    <Dialog title={t('title')} onClose={unsaved.keep} actions={<UnsavedChoice unsaved={unsaved} />}>
      <p>{t('text')}</p>
    </Dialog>
  );
}

/** The question at the foot of a dialog, in the place of what can be done there. */
export function UnsavedFoot({ unsaved, children }: { unsaved: Unsaved; children: ReactNode }) {
  const t = useTranslations('shell.unsaved');
  if (!unsaved.asking) return children;
  return (
    <>
      <p role="alert" style={{ flex: '1 1 100%' }}>
        {t('text')}
      </p>
      <UnsavedChoice unsaved={unsaved} />
    </>
  );
}

function UnsavedChoice({ unsaved }: { unsaved: Unsaved }) {
  const t = useTranslations('shell.unsaved');
  return (
    <>
      <Button look="danger" onClick={unsaved.discard}>
        {t('discard')}
      </Button>
      <Button look="primary" autoFocus onClick={unsaved.keep}>
        {t('keep')}
      </Button>
    </>
  );
}
