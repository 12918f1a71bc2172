import type { WritingChannel } from './standing';

/** The longest text of each channel, in UTF-16 units as the product counts them. */
const LIMITS: Record<WritingChannel, number> = { whatsapp: 4096, sms: 1600 };

/** The longest text above reply buttons. */
const ABOVE_BUTTONS = 1024;

export const limitOf = (channel: WritingChannel, hasButtons: boolean) => (hasButtons ? ABOVE_BUTTONS : LIMITS[channel]);
