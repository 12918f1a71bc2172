import { Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Media.module.css';
import { TroubleNote } from './TroubleNote';
import { useFile } from './useFile';

/** A film in a frame. It is fetched when somebody wants to see it. */
export function Film({ address, label }: { address: string; label: string }) {
  const t = useTranslations('thread.file');
  const file = useFile(address);
  const [wanted, setWanted] = useState(false);
  if (file.trouble) {
    return (
      <div className={styles.frame}>
        <TroubleNote trouble={file.trouble} address={address} onRetry={file.retry} />
      </div>
    );
  }

  return wanted ? (
    <Player key={file.attempt} address={address} label={label} onError={file.onError} />
  ) : (
    <button type="button" className={styles.frame} aria-label={t('play')} onClick={() => setWanted(true)}>
      <span className={styles.play} aria-hidden>
        <Play size={28} fill="currentColor" />
      </span>
    </button>
  );
}

function Player({ address, label, onError }: { address: string; label: string; onError: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    video.current?.focus();
    // A browser may want to be asked once more, with its own button.
    video.current?.play().catch(() => {});
  }, []);
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what a contact says. */}
      <video ref={video} src={address} aria-label={label} controls playsInline onError={onError} />
    </div>
  );
}
