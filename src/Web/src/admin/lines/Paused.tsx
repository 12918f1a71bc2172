import { PauseCircle } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { NumberSending } from '../../api/schema';
import { Banner } from '../../design/Banner';
import { Button } from '../../design/Button';
import { Refused, Said } from '../../design/Outcome';
import styles from './LinesPage.module.css';
import { useResume } from './useNumbers';

/** Messages wait because Meta takes none from this number: since when, why, and what goes on. */
export function Paused({ number, sending }: { number: string; sending: NumberSending }) {
  const t = useTranslations('admin.lines.paused');
  const format = useFormatter();
  const resume = useResume(number);
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const code = `codes.${sending.provider_code}` as 'codes.other';
  return (
    <div className={styles.paused}>
      <Banner
        tone="danger"
        icon={<PauseCircle size={20} />}
        action={
          <Button busy={resume.isPending} onClick={() => resume.mutate()}>
            {t('resume')}
          </Button>
        }
      >
        {sending.since ? t('since', { when: time(sending.since) }) : t('badge')}{' '}
        {t.has(code) ? t(code) : t('codes.other', { code: String(sending.provider_code ?? '–') })}{' '}
        {sending.tried_again_at && t('again', { when: time(sending.tried_again_at) })}
      </Banner>
      <Refused error={resume.error} />
      <Said>{resume.isSuccess && t('resumed')}</Said>
    </div>
  );
}
