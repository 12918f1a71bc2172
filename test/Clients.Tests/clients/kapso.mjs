import { buffer } from 'node:stream/consumers';
import { GraphApiError, WhatsAppClient, buildTemplateSendPayload } from '@kapso/whatsapp-cloud-api';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { print, run, serve } from './abilities.mjs';

const connect = ({ address, version, token }) => new WhatsAppClient({ baseUrl: address, graphVersion: version, accessToken: token });

const send = (method, content) => (input) =>
  told(async () => {
    const { number, to, userId, replyTo, callbackData } = input;
    const common = { phoneNumberId: number, to, recipient: userId, contextMessageId: replyTo, bizOpaqueCallbackData: callbackData };
    const sent = await connect(input).messages[method]({ ...common, ...content(input) });
    return { id: sent.messages[0].id, contact: sent.contacts[0].waId ?? sent.contacts[0].userId };
  });

// The client throws its own error, with what it has understood of Meta's.
async function told(call) {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof GraphApiError)) throw error;
    return { error: { code: error.code, details: error.details, category: error.category, retry: error.retry.action } };
  }
}

async function receive({ secret, verifyToken }) {
  await serve(async (request) => {
    if (request.method === 'GET') return handshake(request, verifyToken);
    const rawBody = await buffer(request);
    if (!verifySignature({ appSecret: secret, rawBody, signatureHeader: request.headers['x-hub-signature-256'] })) return { status: 401 };

    const { messages, statuses, contacts } = normalizeWebhook(JSON.parse(rawBody.toString('utf8')));
    for (const message of messages) print({ message: understood(message, contacts[0]) });
    for (const { id, status, recipientId, bizOpaqueCallbackData, pricing, errors } of statuses) {
      print({ status: { id, status, contact: recipientId, callbackData: bizOpaqueCallbackData, category: pricing?.category, error: errors?.[0].code } });
    }
    return { status: 200 };
  });
}

// The client leaves this to the application.
function handshake(request, verifyToken) {
  const query = new URL(request.url, 'http://localhost').searchParams;
  return query.get('hub.verify_token') === verifyToken ? { status: 200, body: query.get('hub.challenge') } : { status: 403 };
}

function understood(message, contact) {
  const reply = message.interactive?.buttonReply;
  return {
    id: message.id,
    from: message.from,
    userId: message.fromUserId,
    name: contact.profile.name,
    type: message.type,
    text: message.text?.body,
    button: message.button ?? (reply && { text: reply.title, payload: reply.id }),
    row: message.interactive?.listReply,
    location: message.location,
    reaction: message.reaction && { emoji: message.reaction.emoji, message: message.reaction.messageId },
    card: message.contacts?.[0].name.formattedName,
    replyTo: message.context?.id,
    direction: message.kapso.direction,
  };
}

await run({
  text: send('sendText', ({ text }) => ({ body: text, previewUrl: true })),
  template: send('sendTemplate', ({ template, name, accept, decline }) => ({
    template: buildTemplateSendPayload({
      name: template,
      language: 'en_US',
      body: [{ type: 'text', text: name }],
      buttons: [accept, decline].map((payload, index) => ({
        type: 'button',
        subType: 'quick_reply',
        index,
        parameters: [{ type: 'payload', payload }],
      })),
    }),
  })),
  buttons: send('sendInteractiveButtons', ({ text, buttons }) => ({ bodyText: text, buttons })),
  list: send('sendInteractiveList', ({ text, button, rows }) => ({ bodyText: text, buttonText: button, sections: [{ title: 'Offices', rows }] })),
  location: send('sendLocation', ({ location }) => ({ location })),
  reaction: send('sendReaction', ({ message, emoji }) => ({ reaction: { messageId: message, emoji } })),
  contacts: send('sendContacts', ({ name, phone }) => ({ contacts: [{ name, phones: [{ phone, type: 'WORK' }] }] })),
  image: send('sendImage', ({ media, caption }) => ({ image: { id: media, caption } })),
  upload: async (input) => {
    const file = new Blob([Buffer.from(input.bytes, 'base64')], { type: input.mimeType });
    return told(() => connect(input).media.upload({ phoneNumberId: input.number, type: input.mimeType, file, fileName: 'picture' }));
  },
  download: async (input) => {
    const client = connect(input);
    const { mimeType, sha256 } = await client.media.get({ mediaId: input.media, phoneNumberId: input.number });
    const bytes = await client.media.download({ mediaId: input.media, phoneNumberId: input.number, auth: 'always' });
    return { mimeType, sha256, bytes: Buffer.from(bytes).toString('base64') };
  },
  deleteMedia: async (input) => connect(input).media.delete({ mediaId: input.media, phoneNumberId: input.number }),
  read: async (input) =>
    connect(input).messages.markRead({
      phoneNumberId: input.number,
      messageId: input.message,
      typingIndicator: input.typing ? { type: 'text' } : undefined,
    }),
  createTemplate: async ({ account, ...input }) => told(() => connect(input).templates.create({ businessAccountId: account, ...input.template })),
  templates: async ({ account, limit, after, ...input }) => connect(input).templates.list({ businessAccountId: account, limit, after }),
  deleteTemplate: async ({ account, name, ...input }) => connect(input).templates.delete({ businessAccountId: account, name }),
  receive,
});
