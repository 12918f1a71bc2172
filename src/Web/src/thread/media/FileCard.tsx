import { Download, FileText } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { IconButton } from '../../design/Button';
import { extensionOf, type Trouble, weigh } from './file';
import styles from './Media.module.css';

type State = 'idle' | 'fetching' | Trouble | number;

/** A document: its name, what it is, and how to save it. It is fetched first and saved then, so that no broken file lands on a disk. */
export function FileCard({ address, name, named }: { address: string; name: string; named: string | null }) {
  const t = useTranslations('thread.file');
  const [state, setState] = useState<State>('idle');
  const link = useRef<HTMLAnchorElement>(null);
  const save = async () => {
    setState('fetching');
    const found = await weigh(address);
    setState(found);
    if (typeof found === 'number') link.current?.click();
  };
  return (
    <div className={styles.card} aria-busy={state === 'fetching' || undefined}>
      <span className={styles.icon} aria-hidden>
        <FileText size={20} />
      </span>
      <div className={styles.about}>
        <p className={styles.name} title={name}>
          {name}
        </p>
        <p className={styles.more} role="status">
          <About state={state} extension={extensionOf(named)} />
        </p>
      </div>
      {state !== 'gone' && state !== 'rejected' && (
        <IconButton label={t('saveNamed', { name })} disabled={state === 'fetching'} onClick={save}>
          <Download size={20} aria-hidden />
        </IconButton>
      )}
      <a ref={link} href={address} download hidden>
        {name}
      </a>
    </div>
  );
}

function About({ state, extension }: { state: State; extension: string | null }) {
  const t = useTranslations('thread.file');
  const format = useFormatter();
  if (state === 'fetching') return t('fetching');
  if (typeof state === 'string' && state !== 'idle') return t(`trouble.${state}`);
  const [value, unit] = typeof state === 'number' ? inUnits(state) : [null, 'byte'];
  const size = value === null ? null : format.number(value, { style: 'unit', unit, maximumFractionDigits: 1 });
  return [extension, size].filter(Boolean).join(' · ') || t('document');
}

function inUnits(bytes: number): [number, string] {
  if (bytes < 1000) return [bytes, 'byte'];
  return bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
}
