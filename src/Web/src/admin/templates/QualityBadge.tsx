import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../../design/Badge';

const TONES: Record<string, Tone> = { GREEN: 'good', YELLOW: 'warning', RED: 'danger' };

/** How contacts take a template, as Meta sees it. */
export function QualityBadge({ quality }: { quality: string }) {
  const t = useTranslations('admin.templates.quality');
  return <Badge tone={TONES[quality]}>{t.has(quality as 'GREEN') ? t(quality as 'GREEN') : quality}</Badge>;
}
