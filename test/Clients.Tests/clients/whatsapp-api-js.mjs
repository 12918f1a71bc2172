import { WhatsAppAPI } from 'whatsapp-api-js/middleware/node-http';
import * as messages from 'whatsapp-api-js/messages';
import { print, run, serve } from './abilities.mjs';

const { ActionButtons, ActionList, Body, Button, Image, Interactive, ListSection, Location, Reaction, Row, Text } = messages;
const { BodyComponent, BodyParameter, Language, PayloadComponent, Template } = messages;

const meta = 'https://graph.facebook.com';

// The client knows Meta's address only: what goes there is sent to the simulator instead.
function connect({ address, version, token, secret, verifyToken }) {
  const elsewhere = (url, options) => fetch(String(url).replace(meta, address), options);
  return new WhatsAppAPI({ token, appSecret: secret, webhookVerifyToken: verifyToken, v: version, ponyfill: { fetch: elsewhere } });
}

const send = (compose) => async (input) => {
  const recipient = { phone: input.to, bsuid: input.userId };
  const reply = await connect(input).sendMessage(input.number, recipient, compose(input), input.replyTo, input.callbackData);
  return told(reply) ?? { id: reply.messages[0].id, contact: reply.contacts[0].wa_id ?? reply.contacts[0].user_id };
};

// The client hands on the error as Meta puts it.
function told({ error }) {
  return error && { error: { code: error.code, details: error.error_data?.details } };
}

async function receive(input) {
  const client = connect({ token: 'none', version: 'v25.0', ...input });
  client.on.message = ({ message, contact }) => print({ message: understood(message, contact) });
  client.on.status = ({ id, status, contact, biz_opaque_callback_data, pricing, error }) =>
    print({ status: { id, status, contact: contact.wa_id, callbackData: biz_opaque_callback_data, category: pricing?.category, error: error?.code } });

  await serve(async (request) => (request.method === 'POST' ? { status: await client.handle_post(request) } : handshake(client, request)));
}

function handshake(client, request) {
  try {
    return { status: 200, body: client.handle_get(request) };
  } catch (status) {
    return { status };
  }
}

function understood(message, contact) {
  const reply = message.interactive?.button_reply;
  return {
    id: message.id,
    from: message.from,
    userId: contact.user_id,
    name: contact.profile.name,
    type: message.type,
    text: message.text?.body,
    button: message.button ?? (reply && { text: reply.title, payload: reply.id }),
    row: message.interactive?.list_reply,
    location: message.location,
    reaction: message.reaction && { emoji: message.reaction.emoji, message: message.reaction.message_id },
    card: message.contacts?.[0].name.formatted_name,
    replyTo: message.context?.id,
  };
}

await run({
  text: send(({ text }) => new Text(text, true)),
  template: send(
    ({ template, name, accept, decline }) =>
      new Template(
        template,
        new Language('en_US'),
        new BodyComponent(new BodyParameter(name)),
        new PayloadComponent(accept),
        new PayloadComponent(decline),
      ),
  ),
  buttons: send(
    ({ text, buttons }) => new Interactive(new ActionButtons(...buttons.map(({ id, title }) => new Button(id, title))), new Body(text)),
  ),
  list: send(({ text, button, rows }) => {
    const section = new ListSection('Offices', ...rows.map(({ id, title, description }) => new Row(id, title, description)));
    return new Interactive(new ActionList(button, section), new Body(text));
  }),
  location: send(({ location }) => new Location(location.longitude, location.latitude, location.name, location.address)),
  reaction: send(({ message, emoji }) => new Reaction(message, emoji)),
  image: send(({ media, caption }) => new Image(media, true, caption)),
  upload: async (input) => {
    const form = new FormData();
    form.set('file', new Blob([Buffer.from(input.bytes, 'base64')], { type: input.mimeType }));
    const reply = await connect(input).uploadMedia(input.number, form);
    return told(reply) ?? reply;
  },
  download: async (input) => {
    const client = connect(input);
    const { mime_type, sha256, url } = await client.retrieveMedia(input.media, input.number);
    const file = await client.fetchMedia(url);
    return { mimeType: mime_type, sha256, bytes: Buffer.from(await file.arrayBuffer()).toString('base64') };
  },
  deleteMedia: async (input) => connect(input).deleteMedia(input.media, input.number),
  read: async (input) => connect(input).markAsRead(input.number, input.message, input.typing ? 'text' : undefined),
  receive,
});
