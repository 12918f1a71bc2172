import { Mail, MessageCircle, MessageSquareText, Phone } from 'lucide-react';
import { createContext, useContext } from 'react';
import styles from './ChannelIcon.module.css';

const WhatsAppHere = createContext(false);

/** Whether WhatsApp is on for the reader and the line that is shown: the organisation, the person and the line have it. */
export const WhatsAppIsOn = WhatsAppHere.Provider;

export const useWhatsAppHere = () => useContext(WhatsAppHere);

/** WhatsApp is the green one, where it is on; elsewhere its messages have the sign of any message. With a label it speaks, without one it decorates. */
export function ChannelIcon({ channel, size = 16, label }: { channel: string; size?: number; label?: string }) {
  const isOn = useWhatsAppHere();
  const shown = channel === 'whatsapp' && !isOn ? 'off' : channel;
  return (
    <span
      className={[styles.icon, shown === 'whatsapp' && styles.whatsapp].filter(Boolean).join(' ')}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <Drawing channel={shown} size={size} />
    </span>
  );
}

function Drawing({ channel, size }: { channel: string; size: number }) {
  switch (channel) {
    case 'whatsapp':
      return (
        <svg aria-hidden width={size} height={size} viewBox="0 0 24 24" fill="currentColor">
          <path d="M12 2.2a9.7 9.7 0 0 0-8.3 14.7L2.3 21.8l5-1.3A9.7 9.7 0 1 0 12 2.2Zm0 1.8a7.9 7.9 0 0 1 0 15.8c-1.5 0-2.9-.4-4.1-1.1l-.4-.2-2.8.7.8-2.7-.3-.4A7.9 7.9 0 0 1 12 4Z" />
          <path d="M9.3 7.6c-.3-.6-.5-.6-.8-.6h-.6a1.3 1.3 0 0 0-.9.4c-.4.4-1.1 1.1-1.1 2.6 0 1.4 1.1 2.9 1.2 3.1.2.2 2.1 3.4 5.3 4.6 2.6 1 3.1.8 3.7.8.6-.1 1.8-.8 2.1-1.5.2-.7.2-1.3.2-1.4-.1-.2-.3-.3-.6-.4l-2-1c-.3-.1-.5-.1-.7.2l-1 1.2c-.1.2-.3.2-.6.1a7 7 0 0 1-3.6-3.1c-.2-.3 0-.5.1-.6l.9-1.1v-.5Z" />
        </svg>
      );
    case 'off':
      return <MessageCircle size={size} aria-hidden />;
    case 'sms':
      return <MessageSquareText size={size} aria-hidden />;
    case 'voice':
      return <Phone size={size} aria-hidden />;
    default:
      return <Mail size={size} aria-hidden />;
  }
}
