/** An address of the web, without what ends the sentence round it. */
export const ADDRESS = /\bhttps?:\/\/[^\s<>"'“”]+[^\s<>"'“”.,;:!?)\]}]/g;

export const hasAddress = (text: string) => text.search(ADDRESS) >= 0;
