/** Messages as the Bot API delivers them (core.telegram.org/bots/api#message), each with what is heard, or that nothing is. */
import type { InboundMessage } from '../../../src/domain/message.ts'
import type { Json } from './world.ts'

export const GROUP = -1001234567890
export const ana = { id: 501, is_bot: false, first_name: 'Ana', last_name: 'Silva', language_code: 'pt-br' }
export const us = { id: 7000000001, is_bot: true, first_name: 'Bot', username: 'TidewaterPipBot' }
export const privately: Json = { chat: { id: 501, type: 'private', first_name: 'Ana' }, from: ana, date: 1_764_000_000 }
export const inGroup: Json = {
  chat: { id: GROUP, type: 'supergroup', title: 'Tidewater regulars' },
  from: ana,
  date: 1_764_000_000,
}
export const inTopic: Json = {
  ...inGroup,
  chat: { id: GROUP, type: 'supergroup', title: 'Tidewater regulars', is_forum: true },
  message_thread_id: 42,
  is_topic_message: true,
}
export const entity = (type: string, offset: number, length: number, more: Json = {}) => ({
  type,
  offset,
  length,
  ...more,
})
export const file = { file_id: 'AgAD', file_unique_id: 'u' }
const attached = (content: Json) => ({ ...privately, ...content })

/** A paragraph in blocks in blocks. */
function deep(levels: number): Json {
  let block: Json = { type: 'paragraph', text: 'bottom' }
  for (let level = 0; level < levels; level++) block = { type: 'blockquote', blocks: [block] }
  return block
}

/** A list in the item of a list. */
function deepList(levels: number): Json {
  let block: Json = { type: 'paragraph', text: 'bottom' }
  for (let level = 0; level < levels; level++) block = { type: 'list', items: [{ label: '', blocks: [block] }] }
  return block
}

function inArrays(levels: number): unknown {
  let text: unknown = 'bottom'
  for (let level = 0; level < levels; level++) text = [text]
  return text
}

function dividers(count: number): readonly Json[] {
  return Array.from({ length: count }, () => ({ type: 'divider' }))
}

type Expected = { readonly [K in keyof InboundMessage]?: unknown }
export const heardAs: readonly (readonly [string, Json, Expected])[] = [
  [
    'a private message, with the fan’s name and language',
    { ...privately, text: 'hi' },
    {
      threadId: 'telegram:501',
      surface: 'direct',
      text: 'hi',
      sentAt: 1_764_000_000_000,
      isMention: false,
      author: { accountId: 'telegram:501', name: 'Ana Silva', isBot: false, lang: 'pt' },
      threadTitle: 'Ana',
    },
  ],
  [
    'a group message that is not for us',
    { ...inGroup, text: 'anyone for lunch?' },
    { threadId: `telegram:${GROUP}`, surface: 'group', isMention: false, threadTitle: 'Tidewater regulars' },
  ],
  [
    'a mention of us, which reads as the persona’s name',
    { ...inGroup, text: 'hey @tidewaterpipbot, open?', entities: [entity('mention', 4, 16)] },
    { isMention: true, text: 'hey @Pip, open?', mentions: undefined },
  ],
  [
    'a mention behind emoji: offsets count UTF-16 units',
    { ...inGroup, text: '👨‍👩‍👧🎉 @TidewaterPipBot hi', entities: [entity('mention', 11, 16)] },
    { isMention: true, text: '👨‍👩‍👧🎉 @Pip hi' },
  ],
  [
    'a mention of another member',
    { ...inGroup, text: '@marek_w what do you think', entities: [entity('mention', 0, 8)] },
    { isMention: false, mentions: ['telegram:%40marek_w'] },
  ],
  [
    'a mention of a member without a username',
    {
      ...inGroup,
      text: 'Marek, look',
      entities: [entity('text_mention', 0, 5, { user: { id: 77, first_name: 'Marek' } })],
    },
    { isMention: false, mentions: ['telegram:77'], text: 'Marek, look' },
  ],
  [
    'a caption that mentions us',
    {
      ...inGroup,
      photo: [{ ...file, width: 9, height: 9 }],
      caption: '@TidewaterPipBot look',
      caption_entities: [entity('mention', 0, 16)],
    },
    {
      isMention: true,
      text: '@Pip look',
      attachments: [{ kind: 'photo', ref: 'AgAD', fingerprint: 'u', mime: 'image/jpeg' }],
    },
  ],
  [
    'a command of ours by its full name',
    { ...inGroup, text: '/Help@TidewaterPipBot please', entities: [entity('bot_command', 0, 21)] },
    { isMention: true, command: { name: 'help', args: 'please' }, text: '/Help please' },
  ],
  [
    'a command of ours without a name, in a group',
    { ...inGroup, text: '/quiet 2h', entities: [entity('bot_command', 0, 6)] },
    { isMention: true, command: { name: 'quiet', args: '2h' } },
  ],
  [
    'a command we do not have, in a group: another bot’s',
    { ...inGroup, text: '/ban spammer', entities: [entity('bot_command', 0, 4)] },
    { isMention: false, command: undefined },
  ],
  [
    'a command for another bot',
    { ...inGroup, text: '/help@OtherBot', entities: [entity('bot_command', 0, 14)] },
    { isMention: false, command: undefined, mentions: ['telegram:%40otherbot'] },
  ],
  [
    'any command in private',
    { ...privately, text: '/unknown', entities: [entity('bot_command', 0, 8)] },
    { command: { name: 'unknown', args: '' } },
  ],
  [
    'a deep link',
    { ...privately, text: '/start spring-box', entities: [entity('bot_command', 0, 6)] },
    { command: { name: 'start', args: 'spring-box' } },
  ],
  [
    'a deep link whose name had to be encoded',
    {
      ...privately,
      text: `/start u8-${Buffer.from('双十一').toString('base64url')}`,
      entities: [entity('bot_command', 0, 6)],
    },
    { command: { name: 'start', args: '双十一' } },
  ],
  [
    'a reply to us',
    { ...inGroup, text: 'yes', reply_to_message: { ...inGroup, message_id: 9, from: us, text: 'beans?' } },
    {
      isMention: true,
      replyTo: { messageId: '9', isToBot: true, accountId: 'telegram:7000000001', authorName: 'Bot', text: 'beans?' },
    },
  ],
  [
    'a reply to another member',
    {
      ...inGroup,
      text: 'yes',
      reply_to_message: { ...inGroup, message_id: 9, from: { id: 88, first_name: 'Bo' }, text: 'x' },
    },
    {
      isMention: false,
      replyTo: { messageId: '9', isToBot: false, accountId: 'telegram:88', authorName: 'Bo', text: 'x' },
    },
  ],
  [
    'a reply to one task of a checklist',
    {
      ...privately,
      text: 'this one I have',
      reply_to_checklist_task_id: 2,
      reply_to_message: {
        ...privately,
        message_id: 9,
        checklist: {
          title: 'Packing',
          tasks: [
            { id: 1, text: 'soap', completion_date: 1_764_000_000 },
            { id: 2, text: 'towel' },
          ],
        },
      },
    },
    {
      replyTo: {
        messageId: '9',
        isToBot: false,
        accountId: 'telegram:501',
        authorName: 'Ana Silva',
        text: 'towel',
        isQuote: true,
        attachments: [{ kind: 'other', name: 'checklist', description: 'Packing\n- ✓ soap\n- towel' }],
      },
    },
  ],
  [
    'a reply to one choice of a poll',
    {
      ...privately,
      text: 'I mean this',
      reply_to_poll_option_id: 'o2',
      reply_to_message: {
        ...privately,
        message_id: 9,
        poll: {
          id: 'p',
          question: 'Which?',
          options: [
            { text: 'Dark', persistent_id: 'o1' },
            { text: 'Light', persistent_id: 'o2' },
          ],
        },
      },
    },
    {
      replyTo: {
        messageId: '9',
        isToBot: false,
        accountId: 'telegram:501',
        authorName: 'Ana Silva',
        text: 'Light',
        isQuote: true,
        attachments: [
          {
            kind: 'poll',
            ref: askedAgain('Which?', 'Dark', 'Light'),
            fingerprint: 'p',
            description: 'Which?\n- Dark\n- Light',
          },
        ],
      },
    },
  ],
  [
    'what a mini app of a fan’s sends, as something that cannot be read',
    { ...privately, web_app_data: { data: '{"a":1}', button_text: 'Order' } },
    { text: '', unreadable: 'web_app_data' },
  ],
  [
    'a topic is a thread of its own, and its opening note no message replied to',
    {
      ...inTopic,
      text: 'hello',
      reply_to_message: { ...inTopic, message_id: 42, from: us, forum_topic_created: { name: 'Beans', icon_color: 1 } },
    },
    {
      threadId: `telegram:${GROUP}:42`,
      replyTo: undefined,
      isMention: false,
      threadTitle: 'Tidewater regulars / Beans',
    },
  ],
  [
    'the General topic is the group itself',
    { ...inTopic, message_thread_id: 1, text: 'hello' },
    { threadId: `telegram:${GROUP}` },
  ],
  [
    'a thread of replies in a group without topics is no thread of ours',
    { ...inGroup, message_thread_id: 9, text: 'hello' },
    { threadId: `telegram:${GROUP}` },
  ],
  [
    'a comment on the linked channel’s post answers nobody',
    {
      ...inGroup,
      text: 'Pip, price?',
      reply_to_message: {
        ...inGroup,
        message_id: 5,
        is_automatic_forward: true,
        from: { id: 777000, first_name: 'Telegram' },
        sender_chat: { id: -1009, type: 'channel', title: 'News' },
        text: 'New beans',
      },
    },
    { replyTo: undefined, isMention: false },
  ],
  [
    'an anonymous admin is known by the group',
    {
      ...inGroup,
      from: { id: 1087968824, is_bot: true, first_name: 'Group' },
      sender_chat: { id: GROUP, type: 'supergroup', title: 'Tidewater regulars' },
      author_signature: 'barista',
      text: 'welcome',
    },
    { author: { accountId: `telegram:${GROUP}`, name: 'Tidewater regulars (barista)', isBot: false, isBrand: true } },
  ],
  [
    'another bot',
    { ...inGroup, from: { id: 66, is_bot: true, first_name: 'Mod' }, text: 'removed' },
    { author: { accountId: 'telegram:66', name: 'Mod', isBot: true } },
  ],
  [
    'a fan’s own topic in a channel’s direct messages',
    {
      ...inGroup,
      chat: { id: -1007, type: 'supergroup', title: 'News', is_direct_messages: true },
      direct_messages_topic: { topic_id: 501, user: ana },
      text: 'hi',
    },
    { threadId: 'telegram:-1007:direct-501', surface: 'direct' },
  ],
  [
    'the largest of a photo’s sizes',
    attached({
      photo: [
        { ...file, file_id: 'big', width: 900, height: 900 },
        { ...file, width: 9, height: 9 },
      ],
    }),
    { text: '', attachments: [{ kind: 'photo', ref: 'big', fingerprint: 'u', mime: 'image/jpeg' }] },
  ],
  [
    'a sticker',
    attached({ sticker: { ...file, emoji: '👋', set_name: 'pip', is_animated: false, is_video: false } }),
    {
      attachments: [
        { kind: 'sticker', ref: 'AgAD', fingerprint: 'u', mime: 'image/webp', name: 'pip', description: '👋' },
      ],
    },
  ],
  [
    'a voice message',
    attached({ voice: { ...file, duration: 3, mime_type: 'audio/ogg' } }),
    { attachments: [{ kind: 'voice', ref: 'AgAD', fingerprint: 'u', mime: 'audio/ogg' }] },
  ],
  [
    'music',
    attached({ audio: { ...file, duration: 3, performer: 'Sea', title: 'Tide' } }),
    { attachments: [{ kind: 'audio', ref: 'AgAD', fingerprint: 'u', description: 'Sea: Tide' }] },
  ],
  [
    'a video with a caption',
    attached({ video: { ...file, mime_type: 'video/mp4' }, caption: 'it leaks' }),
    { text: 'it leaks', attachments: [{ kind: 'video', ref: 'AgAD', fingerprint: 'u', mime: 'video/mp4' }] },
  ],
  [
    'a round video',
    attached({ video_note: file }),
    { attachments: [{ kind: 'video', ref: 'AgAD', fingerprint: 'u', mime: 'video/mp4' }] },
  ],
  [
    'an animation, which also comes as a document',
    attached({
      animation: { ...file, mime_type: 'video/mp4', file_name: 'a.mp4' },
      document: { ...file, file_name: 'a.mp4' },
    }),
    { attachments: [{ kind: 'video', ref: 'AgAD', fingerprint: 'u', mime: 'video/mp4', name: 'a.mp4' }] },
  ],
  [
    'a document',
    attached({ document: { ...file, file_name: 'invoice.pdf', mime_type: 'application/pdf' } }),
    {
      attachments: [{ kind: 'document', ref: 'AgAD', fingerprint: 'u', name: 'invoice.pdf', mime: 'application/pdf' }],
    },
  ],
  [
    'a location',
    attached({ location: { latitude: 52.5, longitude: 13.4 } }),
    {
      attachments: [
        {
          kind: 'location',
          ref: shownAgain('sendLocation', { latitude: 52.5, longitude: 13.4 }),
          description: '52.5, 13.4',
        },
      ],
    },
  ],
  [
    'a venue, which also comes as a location',
    attached({ venue: { title: 'Counter', address: 'Quay 1' }, location: { latitude: 1, longitude: 2 } }),
    {
      attachments: [
        {
          kind: 'location',
          ref: shownAgain('sendVenue', { latitude: 1, longitude: 2, title: 'Counter', address: 'Quay 1' }),
          name: 'Counter',
          description: 'Counter, Quay 1',
        },
      ],
    },
  ],
  [
    'a contact with its number',
    attached({ contact: { first_name: 'Bo', phone_number: '+100' } }),
    {
      attachments: [
        {
          kind: 'contact',
          ref: shownAgain('sendContact', { phone_number: '+100', first_name: 'Bo' }),
          name: 'Bo',
          description: 'Bo, +100',
        },
      ],
    },
  ],
  [
    'a poll with its choices',
    attached({ poll: { id: 'p', question: 'Dark or light?', options: [{ text: 'Dark' }, { text: 'Light' }] } }),
    {
      attachments: [
        {
          kind: 'poll',
          ref: askedAgain('Dark or light?', 'Dark', 'Light'),
          fingerprint: 'p',
          description: 'Dark or light?\n- Dark\n- Light',
        },
      ],
    },
  ],
  [
    'a checklist with its tasks',
    attached({ checklist: { title: 'To return', tasks: [{ id: 1, text: 'the kettle' }] } }),
    { attachments: [{ kind: 'other', name: 'checklist', description: 'To return\n- the kettle' }] },
  ],
  [
    'a gift, with the words the fan wrote to it',
    attached({ gift: { gift: { id: 'g' }, text: 'thanks for the kettle' } }),
    { text: 'thanks for the kettle', attachments: [{ kind: 'other', name: 'gift' }] },
  ],
  [
    'a rich message, which has neither text nor caption',
    attached({
      rich_message: {
        blocks: [
          { type: 'paragraph', text: ['My lamp ', { type: 'bold', text: 'flickers' }] },
          { type: 'list', items: [{ label: '1.', blocks: [{ type: 'paragraph', text: 'since Monday' }] }] },
          { type: 'table', cells: [[{ text: 'Order' }, { text: '4711' }]] },
          { type: 'hologram', text: { type: 'url', text: 'the shop', url: 'https://shop.example/lamp' } },
        ],
      },
    }),
    {
      text: 'My lamp flickers\n1. since Monday\nOrder\n4711\nthe shop',
      links: [{ text: 'the shop', url: 'https://shop.example/lamp' }],
    },
  ],
  [
    'a mention of us inside a rich message',
    {
      ...inGroup,
      rich_message: {
        blocks: [
          {
            type: 'paragraph',
            text: [{ type: 'mention', username: 'TidewaterPipBot', text: '@TidewaterPipBot' }, ' open?'],
          },
        ],
      },
    },
    { isMention: true, text: '@Pip open?' },
  ],
  [
    'a rich message deeper than Telegram allows',
    attached({ rich_message: { blocks: [{ type: 'paragraph', text: 'top' }, deep(40)] } }),
    { text: 'top' },
  ],
  [
    'a list in a list as deep as Telegram allows',
    attached({ rich_message: { blocks: [deepList(8)] } }),
    { text: 'bottom' },
  ],
  [
    'arrays in arrays, which may be rich text and are read only so deep',
    attached({ rich_message: { blocks: [{ type: 'paragraph', text: ['top', inArrays(200)] }] } }),
    { text: 'top' },
  ],
  [
    'a rich message of far more pieces than Telegram allows',
    attached({ rich_message: { blocks: [{ type: 'paragraph', text: 'top' }, ...dividers(50_000), { text: 'end' }] } }),
    { text: 'top' },
  ],
  [
    'paid media that was paid for, and what was not',
    attached({
      paid_media: {
        star_count: 5,
        paid_media: [
          { type: 'photo', photo: [{ ...file, width: 9, height: 9 }] },
          { type: 'video', video: { ...file, file_id: 'vid', duration: 3 } },
          { type: 'preview', width: 9, height: 9 },
        ],
      },
      caption: 'behind the scenes',
    }),
    {
      text: 'behind the scenes',
      attachments: [
        { kind: 'photo', ref: 'AgAD', fingerprint: 'u', mime: 'image/jpeg' },
        { kind: 'video', ref: 'vid', fingerprint: 'u' },
        { kind: 'other', name: 'paid media' },
      ],
    },
  ],
  [
    'a part of an album',
    attached({ media_group_id: '77', photo: [{ ...file, file_size: 1_234, width: 9, height: 9 }], caption: 'cracked' }),
    {
      text: 'cracked',
      album: '77',
      attachments: [{ kind: 'photo', ref: 'AgAD', fingerprint: 'u', mime: 'image/jpeg', size: 1_234 }],
    },
  ],
  [
    'a live photo, by the still that old clients show',
    attached({ live_photo: { ...file, file_id: 'live' }, photo: [{ ...file, width: 9, height: 9 }] }),
    { attachments: [{ kind: 'photo', ref: 'AgAD', fingerprint: 'u', mime: 'image/jpeg' }] },
  ],
  [
    'a poll with a description',
    attached({ poll: { id: 'p', question: 'Which?', description: 'For the new shop', options: [{ text: 'Dark' }] } }),
    { attachments: [{ kind: 'poll', fingerprint: 'p', description: 'Which?\nFor the new shop\n- Dark' }] },
  ],
  [
    'a story passed on',
    attached({ story: { chat: { id: -9, type: 'channel' }, id: 4 } }),
    { attachments: [{ kind: 'other', name: 'story' }] },
  ],
  [
    'the address behind words',
    attached({ text: 'see this lamp', entities: [entity('text_link', 4, 4, { url: 'https://shop.example/1' })] }),
    { text: 'see this lamp', links: [{ text: 'this', url: 'https://shop.example/1' }] },
  ],
  [
    'a forwarded command, which nobody obeys',
    attached({
      text: '/forget',
      entities: [entity('bot_command', 0, 7)],
      forward_origin: { type: 'hidden_user', sender_user_name: 'Bo', date: 1 },
    }),
    { text: '/forget', forwarded: { from: 'Bo' }, command: undefined },
  ],
  [
    'a post forwarded from a channel',
    attached({
      text: 'Sale!',
      forward_origin: { type: 'channel', chat: { id: -9, type: 'channel', title: 'News' }, message_id: 3, date: 1 },
    }),
    { forwarded: { from: 'News' } },
  ],
  [
    'a quote of another member, with the words quoted alone',
    {
      ...inGroup,
      text: 'is this one dishwasher safe?',
      quote: { text: 'the blue mug', position: 4 },
      reply_to_message: {
        ...inGroup,
        message_id: 9,
        from: { id: 88, first_name: 'Bo' },
        text: 'and the blue mug is new',
      },
    },
    {
      replyTo: {
        messageId: '9',
        isToBot: false,
        accountId: 'telegram:88',
        authorName: 'Bo',
        text: 'the blue mug',
        isQuote: true,
      },
    },
  ],
  [
    'a reply to a photo without words',
    attached({
      text: 'how much is this one?',
      reply_to_message: {
        ...inGroup,
        message_id: 9,
        from: { id: 88, first_name: 'Bo' },
        photo: [{ ...file, width: 9, height: 9 }],
      },
    }),
    {
      replyTo: {
        messageId: '9',
        isToBot: false,
        accountId: 'telegram:88',
        authorName: 'Bo',
        attachments: [{ kind: 'photo', ref: 'AgAD', fingerprint: 'u', mime: 'image/jpeg' }],
      },
    },
  ],
  [
    'a reply to words of another chat',
    attached({
      text: 'is it true?',
      quote: { text: 'free postage', position: 0 },
      external_reply: { origin: { type: 'hidden_user', sender_user_name: 'Bo', date: 1 } },
    }),
    {
      replyTo: {
        messageId: 'elsewhere:unknown',
        isToBot: false,
        authorName: 'Bo',
        text: 'free postage',
        isQuote: true,
      },
    },
  ],
  [
    'a reply to a story',
    attached({ text: 'how much is this one?', reply_to_story: { chat: { id: -9, type: 'channel' }, id: 4 } }),
    { replyTo: { messageId: 'story:4', isToBot: false, attachments: [{ kind: 'other', name: 'story' }] } },
  ],
  [
    'a kind of message nobody knows yet, which is named and not dropped',
    attached({ hologram: { depth: 3 } }),
    { text: '', unreadable: 'hologram' },
  ],
  [
    'a dice',
    attached({ dice: { emoji: '🎲', value: 4 } }),
    { attachments: [{ kind: 'other', name: 'dice', description: '🎲 4' }] },
  ],
  ['a text of any length', attached({ text: 'x'.repeat(100_000) }), { text: 'x'.repeat(100_000) }],
]

export const skipped: readonly (readonly [string, Json])[] = [
  ['a member joining', { message: { ...inGroup, message_id: 1, new_chat_members: [ana] } }],
  ['a pinned message', { message: { ...inGroup, message_id: 1, pinned_message: { message_id: 3 } } }],
  [
    'the linked channel’s post in its group',
    {
      message: {
        ...inGroup,
        message_id: 1,
        is_automatic_forward: true,
        sender_chat: { id: -1009, type: 'channel' },
        text: 'New beans',
      },
    },
  ],
  ['a message without an id', { message: { ...inGroup, text: 'x' } }],
  ['a message whose text is none', { message: { ...inGroup, message_id: 1, text: { evil: true } } }],
  ['a message without a chat', { message: { message_id: 1, date: 1, text: 'x' } }],
  ['entities that are none', { message: { ...inGroup, message_id: 1, text: 'x', entities: 'lots' } }],
  ['a message that is null', { message: null }],
  ['an edit without content', { edited_message: {} }],
  [
    'a press without a sender',
    { callback_query: { id: '1', data: 'x', message: { message_id: 1, date: 0, chat: { id: 1 } } } },
  ],
  ['a vote without its options', { poll_answer: { poll_id: '1', user: ana } }],
  ['a vote for no place', { poll_answer: { poll_id: '1', user: ana, option_ids: ['first'] } }],
  ['a reaction without its list', { message_reaction: { chat: { id: 1 }, message_id: 1, user: ana, date: 1 } }],
  ['an update of a kind nobody asked for', { purchased_paid_media: {} }],
]

function shownAgain(method: string, params: object): string {
  return JSON.stringify({ method, params })
}

function askedAgain(question: string, ...choices: readonly string[]): string {
  return shownAgain('sendPoll', { question, options: choices.map((text) => ({ text })) })
}
