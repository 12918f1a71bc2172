import { button, element, icon, initials } from './elements.js';

const kinds = { image: 'Photo', video: 'Video', audio: 'Audio', document: 'Document', sticker: 'Sticker' };
const labels = { order: 'Order', unsupported: 'Not shown here', request_welcome: 'Chat opened' };

const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

// What it can be asked for: on.tap, on.choose, on.share, on.play, on.copy, on.menu; none of them for SMS.
export function bubble(message, all, on = {}) {
  const mine = message.from === 'contact';
  const whose = element('span', { class: 'hidden', text: mine ? 'You: ' : 'Business: ' });
  if (message.revoked) {
    const gone = mine ? 'You deleted this message.' : 'This message was deleted.';
    return element('div', { class: `bubble ${message.from}` }, whose, element('p', { class: 'gone', text: gone }));
  }

  const answered = message.replyTo && all.find((other) => other.id === message.replyTo);
  const reactions = [message.reaction, message.businessReaction].filter(Boolean);
  return element(
    'div',
    { class: `bubble ${message.from}${reactions.length ? ' reacted' : ''}` },
    whose,
    answered && element('blockquote', { text: summary(answered) }),
    labels[message.type] && element('span', { class: 'kind', text: labels[message.type] }),
    ...cards(message, on),
    message.header && element('p', { class: 'head', text: message.header }),
    message.body && !isInCard(message) && element('p', { text: message.body }),
    message.footer && !message.location && element('p', { class: 'foot', text: message.footer }),
    ...buttons(message, on),
    meta(message, mine, on),
    reactions.length > 0 && element('span', { class: 'reaction', text: reactions.join(' '), role: 'img', 'aria-label': `Reactions: ${reactions.join(' ')}` }),
  );
}

export const summary = (message) => message.body || mediaName(message.media) || 'Message';

const isInCard = (message) => Boolean((message.location && message.type === 'location') || message.cards?.length);

const mediaName = (media) => media && (media.fileName ?? (media.voice ? 'Voice note' : kinds[media.type] ?? media.contentType ?? 'File'));

// ---- files, places, people ----

function cards(message, on) {
  const files = Array.isArray(message.media) ? message.media : message.media ? [message.media] : [];
  return [
    ...files.map((media) => fileCard(message, media, on)),
    message.location && placeCard(message.location),
    ...(message.cards ?? []).map(personCard),
    message.preview && linkCard(message.preview),
  ].filter(Boolean);
}

const linkCard = (link) =>
  element(
    'div',
    { class: 'card link', role: 'group', 'aria-label': 'Preview of the link' },
    icon('link'),
    element('span', { class: 'lines' }, element('strong', { text: hostOf(link) }), element('small', { text: link })),
  );

function fileCard(message, media, on) {
  const name = mediaName(media);
  const detail = [name !== kinds[media.type] && kinds[media.type], media.mimeType ?? hostOf(media.link ?? media.url)].filter(Boolean).join(' · ');
  const playable = media.voice && message.from === 'business' && on.play;
  return element(
    'div',
    { class: `card file ${media.type ?? ''}` },
    icon(media.voice ? 'voice' : kinds[media.type] ? media.type : 'document'),
    element('span', { class: 'lines' }, element('strong', { text: name }), element('small', { text: message.played ? 'Played' : detail })),
    playable && withIcon(button('', () => on.play(message), { class: 'round', 'aria-label': message.played ? 'Play again' : 'Play' }), 'play'),
  );
}

const placeCard = (place) =>
  element(
    'div',
    { class: 'card place' },
    icon('location'),
    element(
      'span',
      { class: 'lines' },
      element('strong', { text: place.name ?? 'Location' }),
      place.address && element('small', { text: place.address }),
      element('small', { text: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}` }),
    ),
  );

const personCard = (person) =>
  element(
    'div',
    { class: 'card person' },
    element('span', { class: 'face', text: initials(person.name), 'aria-hidden': 'true' }),
    element(
      'span',
      { class: 'lines' },
      element('strong', { text: person.name }),
      person.company && element('small', { text: person.company }),
      ...person.phones.map((number) => element('small', { text: number })),
    ),
  );

function hostOf(link) {
  try {
    return new URL(link).host;
  } catch {
    return '';
  }
}

// ---- buttons ----

function buttons(message, on) {
  const made = (message.buttons ?? []).map((one, place) => buttonOf(message, one, place, on));
  if (message.list) made.push(withIcon(button(message.list.button, () => on.choose(message), { 'aria-haspopup': 'dialog' }), 'list'));
  return made.length ? [element('div', { class: 'buttons' }, ...made)] : [];
}

function buttonOf(message, one, place, on) {
  if (one.kind === 'url' && /^https?:/.test(one.value ?? '')) {
    return withIcon(element('a', { href: one.value, target: '_blank', rel: 'noopener noreferrer', text: one.text, title: one.value }), 'link');
  }
  if (one.kind === 'quick_reply' || one.kind === 'reply') return withIcon(button(one.text, () => on.tap(message, place)), 'reply');
  if (one.kind === 'copy_code') return withIcon(button(one.text, () => on.copy(one.value), { title: one.value }), 'copy');
  if (one.kind === 'request_contact_info') return withIcon(button(one.text, () => on.share(message), { 'aria-haspopup': 'dialog' }), 'phone');
  return button(one.text, undefined, { disabled: '' });
}

function withIcon(made, name) {
  made.prepend(icon(name));
  return made;
}

// ---- the line below ----

function meta(message, mine, on) {
  const tick = mine && on.menu && element('span', { class: message.read ? 'read' : '', text: message.read ? '✓✓' : '✓', role: 'img', 'aria-label': message.read ? 'Read' : 'Sent' });
  return element(
    'div',
    { class: 'meta' },
    message.edited && element('span', { text: 'Edited' }),
    element('time', { datetime: message.at, text: time(message.at) }),
    tick,
    on.menu &&
      button('⋯', (event) => on.menu(event.currentTarget, message), {
        class: 'round',
        'aria-label': 'React, quote, and more',
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
      }),
  );
}
