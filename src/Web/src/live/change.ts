/** Something changed in a thread of the line, as the live feed tells it. */
export type LineChange = {
  cursor: number;
  /** Whose thread. */
  contact: string;
  version: number;
  /** The event's name; `thread_read` where only the reading changed. */
  type: string;
  message_id?: string | null;
  at: string;
};
