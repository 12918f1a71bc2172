import type {
  ContactCard,
  ConversationStanding,
  LineCard,
  Me,
  OptInTemplate,
  TemplateCard,
  ThreadDetails,
} from '../api/schema';

/** One who is written to. */
export const ada: ContactCard = { id: 'ada', name: 'Ada', phone: '+493023125577', bsuid: null };

export const desk: LineCard = {
  id: 'desk',
  name: 'Desk',
  numbers: [
    { channel: 'whatsapp', id: '1', display: '+49 30 1' },
    { channel: 'sms', id: '2', display: '+49 30 2' },
  ],
};

/** One who writes. */
export const marcus: Me = {
  id: 'marcus',
  name: 'Marcus',
  organization: { id: 'north', name: 'Northwind' },
  roles: ['user'],
  whatsapp_enabled: true,
  dashboard: false,
  lines: [desk],
};

export function aTemplate(name: string, more: Partial<TemplateCard> = {}): TemplateCard {
  return {
    id: name,
    name,
    language: 'en_US',
    category: 'UTILITY',
    status: 'approved',
    body: `The text of ${name}`,
    buttons: [],
    variables: [],
    ...more,
  };
}

/** The opt-in request as the product tells of it, the default language first. */
export function anOptIn(...templates: (TemplateCard | null)[]): OptInTemplate {
  const languages = templates.map((template, place) => {
    const language = template?.language ?? 'en_US';
    return {
      language,
      is_default: place === 0,
      words: { language, body: template?.body ?? '', footer: null, accept: 'Yes', decline: 'No' },
      template,
      newest: template,
    };
  });
  const words = languages[0]?.words ?? { language: 'en_US', body: '', footer: null, accept: 'Yes', decline: 'No' };
  return { words, template: languages[0]?.template ?? null, languages };
}

/** A thread with what may be sent on WhatsApp; by SMS everything may. */
export function aThreadWith(session: Partial<ConversationStanding>, contact: ContactCard = ada): ThreadDetails {
  const granted = { version: 1, consent: 'granted', session_open: false, not_reachable: false };
  return { contact, thread: null, session: { ...granted, ...session }, sms: granted };
}
