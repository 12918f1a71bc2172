import { Mic, Music } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FileCard } from './FileCard';
import { Film } from './Film';
import type { Medium } from './file';
import { Picture, StickerPicture } from './Picture';
import { Sound } from './Sound';

/** A file that a contact sent, as what it was sent as. */
export function Media({ media, address }: { media: Medium; address: string }) {
  const t = useTranslations('thread.file');
  const kinds = useTranslations('inbox.kinds');
  const kind = media.kind as 'other';
  const label = kinds.has(kind) ? kinds(kind) : t('unnamed');
  switch (media.kind) {
    case 'image':
      return <Picture address={address} label={label} />;
    case 'sticker':
      return <StickerPicture address={address} label={label} />;
    case 'video':
      return <Film address={address} label={label} />;
    case 'audio':
      return <Sound address={address} label={label} icon={<Music size={20} />} />;
    case 'voice':
    case 'voicemail':
      return <Sound address={address} label={label} icon={<Mic size={20} />} />;
    default:
      return <FileCard address={address} name={media.file_name ?? t('unnamed')} named={media.file_name ?? null} />;
  }
}
