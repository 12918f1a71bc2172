import { bubble, summary } from './bubble.js';
import { call, upload } from './control.js';
import { choose, confirm, fill, tell } from './dialog.js';
import { element, face } from './elements.js';
import { openMenu } from './menu.js';
import { composer, thread } from './thread.js';

const panel = document.getElementById('whatsapp');
const part = (name) => panel.querySelector(name);
const file = document.getElementById('file');
const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

// The chat of one phone with each of the businesses. own is the phone's path in the control API.
export function whatsapp(own, attempt) {
  let businesses = [];
  let phone;
  let chosen;
  let quoted = null;
  let shown = '';

  const path = (act) => `${own}/${act}?numberId=${chosen}`;
  const inbox = (message, act, body = {}) => call(`${own}/inbox/${encodeURIComponent(message.id)}/${act}`, body);
  const business = () => businesses.find((one) => one.id === chosen);
  const tried = (act) => attempt(part('.notice'), act);

  function quote(message) {
    quoted = message;
    part('.quoting').hidden = !message;
    part('.quoting').firstElementChild.textContent = message ? summary(message) : '';
    if (message) writing.focus();
  }

  // ---- what is done with a message ----

  const on = {
    tap: (message, place) => tried(() => inbox(message, 'tap', { button: String(place) })),
    play: (message) => tried(() => inbox(message, 'play')),
    copy: (value) =>
      tried(async () => {
        await navigator.clipboard.writeText(value);
        part('.notice').textContent = `“${value}” is copied.`;
      }),
    choose: (message) =>
      tried(async () => {
        const row = await choose(message.list);
        if (row) await inbox(message, 'choose', { row });
      }),
    share: (message) =>
      tried(async () => {
        const text = `${business().name} will see +${phone.number}.`;
        if (await confirm('Share your phone number?', text, 'Share', 'Not now')) await inbox(message, 'share-number');
      }),
    menu: (from, message) => {
      const act = (name, body) => tried(() => call(path(name), { messageId: message.id, ...body }));
      openMenu(
        from,
        [
          ['Quote', () => quote(message)],
          ...(message.reaction ? [['Take the reaction away', () => act('reaction', { emoji: '' })]] : []),
          ...(message.from === 'contact' && message.type === 'text' ? [['Edit', () => edit(message)]] : []),
          ...(message.from === 'contact' ? [['Delete', () => act('revoke')]] : []),
        ],
        emojis.map((emoji) => [emoji, () => act('reaction', { emoji }), `React ${emoji}`]),
      );
    },
  };

  const edit = (message) =>
    tried(async () => {
      const changed = await fill('Edit the message', [{ name: 'text', label: 'Message', value: message.body, required: '' }], 'Save');
      if (changed) await call(path('edit'), { messageId: message.id, text: changed.text });
    });

  // ---- what is attached ----

  function pick(accept, settings) {
    file.accept = accept;
    file.value = '';
    file.onchange = () =>
      tried(async () => {
        const [picked] = file.files;
        const { id, mime_type: type } = await upload(picked, chosen);
        const isDocument = !/^(image|video|audio)\//.test(type);
        await call(path('media'), { mediaId: id, replyTo: quoted?.id, ...(isDocument ? { fileName: picked.name } : {}), ...settings });
        quote(null);
      });
    file.click();
  }

  async function place() {
    const given = await fill(
      'Send a location',
      [
        { name: 'name', label: 'Name', value: 'Brandenburg Gate' },
        { name: 'address', label: 'Address', value: 'Pariser Platz, Berlin' },
        { name: 'latitude', label: 'Latitude', value: '52.5163', required: '', inputmode: 'decimal' },
        { name: 'longitude', label: 'Longitude', value: '13.3777', required: '', inputmode: 'decimal' },
      ],
      'Send',
    );
    if (!given) return;
    const { name, address, latitude, longitude } = given;
    await call(path('location'), { latitude: Number(latitude), longitude: Number(longitude), name: name || undefined, address: address || undefined });
  }

  async function person() {
    const given = await fill(
      'Send a contact',
      [
        { name: 'name', label: 'Name', required: '' },
        { name: 'number', label: 'Phone number', required: '', inputmode: 'tel' },
      ],
      'Send',
    );
    if (given) await call(path('contacts'), { contacts: [{ name: { formattedName: given.name }, phones: [{ phone: given.number }] }] });
  }

  async function ring() {
    const { id } = await call(path('calls'), {});
    const spoken = await confirm(`Calling ${business().name}`, 'Was the call answered? Then it lasts a minute.', 'Answered', 'Not answered');
    await call(`${own}/calls/${id}/end`, spoken ? { seconds: 60 } : {});
  }

  part('.attach').addEventListener('click', (event) =>
    openMenu(event.currentTarget, [
      ['Business profile', () => tell(business().name, profile(business()), business().picture)],
      ['Photo, video or document', () => pick('', {})],
      ['Voice note', () => pick('audio/*', { voice: true })],
      ['Location', () => tried(place)],
      ['Contact', () => tried(person)],
      ['Call', () => tried(ring)],
      ['Leave voicemail', () => pick('audio/*', { voicemail: true })],
    ]),
  );

  // ---- what is changed about the phone ----

  part('.more').addEventListener('click', (event) => {
    const blocked = phone.blocked.includes(chosen);
    const stopped = phone.noMarketing.includes(chosen);
    const change = (settings) => tried(() => call(own, settings, 'PATCH'));
    openMenu(event.currentTarget, [
      [blocked ? 'Unblock' : 'Block', () => tried(() => call(path(blocked ? 'unblock' : 'block'), {}))],
      [stopped ? 'Allow marketing' : 'Stop marketing', () => tried(() => call(path('marketing'), { value: stopped ? 'resume' : 'stop' }))],
      [phone.readReceipts ? 'Turn read receipts off' : 'Turn read receipts on', () => change({ readReceipts: !phone.readReceipts })],
      [
        phone.phoneWithheld ? 'Show the phone number' : 'Hide the number behind a username',
        () => change({ phoneWithheld: !phone.phoneWithheld, username: phone.username ?? `user${phone.number.slice(-4)}` }),
      ],
      ['Change the phone number', () => tried(renumber)],
      ['Install WhatsApp anew', () => tried(() => call(`${own}/reinstall`, {}))],
      [phone.onWhatsApp ? 'Leave WhatsApp' : 'Join WhatsApp', () => change({ onWhatsApp: !phone.onWhatsApp })],
    ]);
  });

  const profile = ({ displayNumber, about, description, address, email, websites }) =>
    [displayNumber, about, description, address, email, ...(websites ?? [])].filter(Boolean);

  async function renumber() {
    const given = await fill('Change the phone number', [{ name: 'number', label: 'New number, with + and country code', required: '', inputmode: 'tel' }], 'Change');
    if (given) location.replace(`/phone/${(await call(`${own}/number`, given)).number}`);
  }

  // ---- writing and showing ----

  const writing = composer(part('.composer'), (text) =>
    tried(async () => {
      await call(`${own}/messages`, { text, to: chosen, replyTo: quoted?.id });
      quote(null);
    }),
  );
  part('.quoting').lastElementChild.addEventListener('click', () => quote(null));
  part('select').addEventListener('change', (event) => {
    chosen = event.target.value;
    quote(null);
    tried(() => show(phone));
  });

  const showMessages = thread(part('.thread'), (message, all) => bubble(message, all, on));

  async function show(current) {
    phone = current;
    businesses = await call('numbers');
    chosen ??= businesses[0].id;
    const messages = await call(`${own}/inbox?numberId=${chosen}`);
    const state = JSON.stringify([businesses, phone, chosen, messages]);
    if (state === shown) return;
    shown = state;

    const { name, about, displayNumber, picture } = business();
    part('h1').textContent = name;
    part('.who p').textContent = about ?? displayNumber;
    face(part('.face'), name, picture);
    part('select').hidden = businesses.length < 2;
    part('.who p').hidden = businesses.length > 1;
    part('select').replaceChildren(...businesses.map((one) => element('option', { value: one.id, text: one.displayNumber })));
    part('select').value = chosen;
    writing.allow(!phone.onWhatsApp ? 'Not on WhatsApp' : phone.blocked.includes(chosen) ? 'You blocked this business' : null, 'Message');
    showMessages(messages);
    const isSeen = document.visibilityState === 'visible' && part('.thread').offsetParent !== null;
    if (isSeen && messages.some((message) => message.from === 'business' && !message.read)) await call(path('open'), {});
  }

  return show;
}
