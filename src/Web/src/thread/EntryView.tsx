import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactCard, LineCard, MessageSummary } from '../api/schema';
import { Bubble } from './Bubble';
import { DayLine } from './DayLine';
import styles from './EntryView.module.css';
import { OutgoingBubble, ReturnedBubble } from './OwnBubbles';
import type { Entry } from './timeline';

type Props = {
  entry: Entry;
  line: LineCard;
  contact: ContactCard;
  quoted: MessageSummary | undefined;
  onShow: (message: MessageSummary) => void;
  onReply: ((message: MessageSummary) => void) | undefined;
};

/** One entry of the timeline. */
export const EntryView = memo(function EntryView({ entry, line, contact, quoted, onShow, onReply }: Props) {
  const t = useTranslations('thread');
  switch (entry.kind) {
    case 'beginning':
      return <p className={styles.beginning}>{t('beginning')}</p>;
    case 'day':
      return <DayLine day={entry.day} />;
    case 'message':
      return <Bubble {...{ line, contact, quoted, onShow, onReply }} message={entry.message} joined={entry.joined} />;
    case 'outgoing':
      return <OutgoingBubble {...{ contact, quoted, onShow }} item={entry.item} />;
    case 'returned':
      return <ReturnedBubble {...{ line, contact, quoted, onShow, onReply }} item={entry.item} />;
  }
});
