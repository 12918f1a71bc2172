import { ImageIcon, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Refusal } from '../../api/client';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { Refused, Said, Warned } from '../../design/Outcome';
import styles from './LogoCard.module.css';
import { SHORTEST_EDGE, TYPES, type Unfit, unfit } from './logoFile';
import type { Logo } from './useProfile';

type Chosen = { name: string; unfit: Unfit };

/** The logo, and another one in its place: it is looked at before it goes out, and saved at once. */
export function LogoCard({ logo, number }: { logo: Logo; number: string }) {
  const t = useTranslations('profile.logo');
  const { address, sent, replacing } = logo;
  const [refused, setRefused] = useState<Chosen | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    replacing.reset();
    const why = await unfit(file);
    setRefused(why && { name: file.name, unfit: why });
    if (!why) replacing.mutate(file);
  };

  return (
    <Card title={t('title')} text={t('text')}>
      <div className={styles.row}>
        <div className={styles.logo}>
          {address ? (
            <img src={address} alt={t('alt', { number })} width={96} height={96} />
          ) : (
            <span role="img" aria-label={t('none')}>
              <ImageIcon size={32} aria-hidden />
            </span>
          )}
        </div>
        <div className={styles.change}>
          <input
            ref={input}
            type="file"
            accept={TYPES.join(',')}
            aria-label={t('field')}
            tabIndex={-1}
            className={styles.file}
            onChange={(event) => {
              choose(event.target.files?.[0]);
              // Who chooses the same file again means it.
              event.target.value = '';
            }}
          />
          <Button busy={replacing.isPending} onClick={() => input.current?.click()}>
            <Upload size={18} aria-hidden />
            {address ? t('replace') : t('choose')}
          </Button>
          <Sending sent={sent} />
        </div>
      </div>
      <Said>{replacing.isSuccess && t('saved')}</Said>
      <Warned>{refused && <UnfitWords {...refused} />}</Warned>
      <Rejected error={replacing.error} />
    </Card>
  );
}

/** How much has gone out. What has gone out whole is still on its way to WhatsApp. */
function Sending({ sent }: { sent: number | null }) {
  const t = useTranslations('profile.logo');
  const words = sent === null ? null : sent < 1 ? t('uploading', { percent: sent }) : t('taking');
  return (
    <div className={styles.sending}>
      {sent !== null && <progress max={1} value={sent < 1 ? sent : undefined} aria-label={t('field')} />}
      <p role="status">{words}</p>
    </div>
  );
}

function Rejected({ error }: { error: unknown }) {
  const t = useTranslations('profile.logo');
  return error instanceof Refusal && error.code === 'media_rejected' ? (
    <Warned>{t('rejected', { reason: error.message })}</Warned>
  ) : (
    <Refused error={error} />
  );
}

const MEGABYTE = 1024 * 1024;

function UnfitWords({ name, unfit: { why, ...facts } }: Chosen) {
  const t = useTranslations('profile.logo');
  const { size = 0, width = 0, height = 0 } = facts as { size?: number; width?: number; height?: number };
  return t(why, { name, size: t('megabytes', { size: size / MEGABYTE }), width, height, edge: SHORTEST_EDGE });
}
