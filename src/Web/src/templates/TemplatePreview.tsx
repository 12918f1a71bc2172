import { Copy, ExternalLink, FileText, Image, type LucideIcon, MapPin, Reply, Video } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { TemplateButtonCard } from '../api/schema';
import { Filled } from './Filled';
import styles from './TemplatePreview.module.css';

type Button = Pick<TemplateButtonCard, 'kind' | 'title'>;

type Props = {
  header?: string | null;
  /** IMAGE, VIDEO, DOCUMENT or LOCATION, where the header is no text. */
  headerMedia?: string | null;
  body: string;
  footer?: string | null;
  buttons?: readonly (string | Button)[];
  /** By the names in a template's `variables`: `header.1`, `1`, `button.0`. */
  values?: Record<string, string>;
  caption?: string;
};

const MEDIA: Record<string, LucideIcon> = { IMAGE: Image, VIDEO: Video, DOCUMENT: FileText, LOCATION: MapPin };
const TAPS: Record<string, LucideIcon> = {
  quick_reply: Reply,
  url: ExternalLink,
  copy_code: Copy,
  one_time_password: Copy,
};

/** A template as the contact sees it on the phone, with what is filled in marked. */
export function TemplatePreview({ header, headerMedia, body, footer, buttons = [], values, caption }: Props) {
  const t = useTranslations('templates');
  const Media = headerMedia ? (MEDIA[headerMedia] ?? FileText) : null;
  return (
    <figure className={styles.chat}>
      <figcaption>{caption ?? t('preview')}</figcaption>
      <div className={styles.message}>
        {Media && headerMedia && (
          <p className={styles.media}>
            <Media size={24} aria-hidden />
            {t(`media.${headerMedia as 'IMAGE'}`)}
          </p>
        )}
        <div className={styles.text}>
          {header && (
            <p className={styles.header}>
              <Filled text={header} values={values} of="header." />
            </p>
          )}
          {body ? (
            <p>
              <Filled text={body} values={values} />
            </p>
          ) : (
            <p className={styles.empty}>{t('noText')}</p>
          )}
          {footer && <p className={styles.footer}>{footer}</p>}
        </div>
        {buttons.length > 0 && (
          <ul className={styles.buttons} aria-label={t('buttons')}>
            {placed(buttons).map(({ place, kind, title }) => (
              <li key={place}>
                <Tap kind={kind} />
                {title || '…'}
              </li>
            ))}
          </ul>
        )}
      </div>
    </figure>
  );
}

function Tap({ kind }: { kind: string }) {
  const Icon = TAPS[kind];
  return Icon ? <Icon size={16} aria-hidden /> : null;
}

/** Buttons stay where they are and may have the same title: their place names them. */
const placed = (buttons: readonly (string | Button)[]) =>
  buttons.map((button, place) => ({
    place,
    ...(typeof button === 'string' ? { kind: 'quick_reply', title: button } : button),
  }));
