import type { ReactNode } from 'react';
import styles from './Media.module.css';
import { TroubleNote } from './TroubleNote';
import { useFile } from './useFile';

/** Something to listen to. Nothing of it is fetched before somebody does. */
export function Sound({ address, label, icon }: { address: string; label: string; icon: ReactNode }) {
  const file = useFile(address);
  return (
    <div className={styles.sound}>
      {file.trouble ? (
        <TroubleNote trouble={file.trouble} address={address} onRetry={file.retry} />
      ) : (
        <>
          <span className={styles.icon} aria-hidden>
            {icon}
          </span>
          {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what a contact says. */}
          <audio key={file.attempt} src={address} aria-label={label} controls preload="none" onError={file.onError} />
        </>
      )}
    </div>
  );
}
