import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '../../design/Dialog';
import styles from './Media.module.css';
import { Save } from './Save';
import { TroubleNote } from './TroubleNote';
import { useFile } from './useFile';

/** A picture in a frame whose size is known before the picture comes; opened, it is seen whole. */
export function Picture({ address, label }: { address: string; label: string }) {
  const t = useTranslations('thread.file');
  const file = useFile(address, true);
  const [large, setLarge] = useState(false);
  if (file.trouble) {
    return (
      <div className={styles.frame}>
        <TroubleNote trouble={file.trouble} address={address} onRetry={file.retry} />
      </div>
    );
  }

  return (
    <>
      <button type="button" className={styles.frame} aria-label={t('open')} onClick={() => setLarge(true)}>
        <Img address={address} label={label} file={file} />
      </button>
      {large && (
        <Dialog wide title={label} onClose={() => setLarge(false)} actions={<Save address={address} />}>
          <img className={styles.large} src={address} alt={label} />
        </Dialog>
      )}
    </>
  );
}

/** Small, whole, and with nothing to open. */
export function StickerPicture({ address, label }: { address: string; label: string }) {
  const file = useFile(address, true);
  return (
    <div className={styles.sticker}>
      {file.trouble ? (
        <TroubleNote trouble={file.trouble} address={address} onRetry={file.retry} />
      ) : (
        <Img address={address} label={label} file={file} />
      )}
    </div>
  );
}

type File = ReturnType<typeof useFile>;

function Img({ address, label, file }: { address: string; label: string; file: File }) {
  return (
    <img
      key={file.attempt}
      src={address}
      alt={label}
      loading="lazy"
      decoding="async"
      data-shown={file.shown || undefined}
      onLoad={file.onShown}
      onError={file.onError}
    />
  );
}
