import type { OptInWords } from '../../api/schema';

type Words = Omit<OptInWords, 'language'>;

/** To begin with, in the languages that we can write: contacts read it, so it is in theirs and not in the reader's. */
const SUGGESTED: Record<string, Words> = {
  en: {
    body: 'Hello {{1}}, {{2}} would like to send you messages about your business with us on WhatsApp. Our messages are recorded. Do you agree?',
    footer: 'Reply STOP at any time.',
    accept: 'Yes',
    decline: 'No',
  },
  de: {
    body: 'Guten Tag {{1}}, {{2}} möchte Ihnen zu Ihren Geschäften mit uns auf WhatsApp schreiben. Unsere Nachrichten werden aufgezeichnet. Sind Sie einverstanden?',
    footer: 'Mit STOP können Sie das jederzeit beenden.',
    accept: 'Ja',
    decline: 'Nein',
  },
  fr: {
    body: 'Bonjour {{1}}, {{2}} souhaite vous écrire sur WhatsApp au sujet de vos affaires chez nous. Nos messages sont enregistrés. Êtes-vous d’accord ?',
    footer: 'Répondez STOP à tout moment.',
    accept: 'Oui',
    decline: 'Non',
  },
  es: {
    body: 'Hola {{1}}, {{2}} desea escribirle por WhatsApp sobre sus asuntos con nosotros. Nuestros mensajes quedan registrados. ¿Está de acuerdo?',
    footer: 'Responda STOP en cualquier momento.',
    accept: 'Sí',
    decline: 'No',
  },
  it: {
    body: 'Buongiorno {{1}}, {{2}} desidera scriverle su WhatsApp riguardo ai suoi affari con noi. I nostri messaggi vengono registrati. È d’accordo?',
    footer: 'Risponda STOP in qualsiasi momento.',
    accept: 'Sì',
    decline: 'No',
  },
};

const NOTHING: Words = { body: '', footer: null, accept: '', decline: '' };

export const suggestedIn = (language: string): OptInWords => ({
  language,
  ...(SUGGESTED[language.split('_')[0] ?? language] ?? NOTHING),
});
