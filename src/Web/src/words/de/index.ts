import type { en } from '../en';
import admin from './admin.json';
import compliance from './compliance.json';
import compose from './compose.json';
import inbox from './inbox.json';
import operations from './operations.json';
import privacy from './privacy.json';
import profile from './profile.json';
import shell from './shell.json';
import templates from './templates.json';
import thread from './thread.json';

export const de: typeof en = {
  admin,
  compliance,
  compose,
  inbox,
  operations,
  privacy,
  profile,
  shell,
  templates,
  thread,
};
