/** What each surface can and cannot, as its adapter says: the text of docs/surfaces.md. */
import { createDiscordAdapter } from '../adapters/discord/index.ts'
import { createLineAdapter } from '../adapters/line/index.ts'
import { createQQAdapter } from '../adapters/qq/index.ts'
import { createSlackAdapter } from '../adapters/slack/index.ts'
import { createTelegramAdapter } from '../adapters/telegram/index.ts'
import { createTerminalAdapter } from '../adapters/terminal/index.ts'
import { createWebAdapter } from '../adapters/web/index.ts'
import { createWeChatAdapter } from '../adapters/wechat/index.ts'
import { createWhatsAppAdapter } from '../adapters/whatsapp/index.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../src/domain/durations.ts'
import type { Surface } from '../src/domain/message.ts'
import type { Opening, ReplyWindow } from '../src/domain/reply-window.ts'
import type { Adapter } from '../src/ports/adapter.ts'

/** Made, and never started. */
export function shownAdapters(): readonly Adapter[] {
  return [
    createTelegramAdapter({ token: '1:shown', rate: 'off', staffChat: '-1' }),
    createDiscordAdapter({ token: 'shown', staffChannel: '1', shards: 'auto' }),
    createWebAdapter({ origins: [], proofBits: 0, proxies: 0, publicUrl: 'https://chat.example' }),
    createWeChatAdapter({ appId: 'wxshown', token: 'shown', aesKeys: [], isPassive: false }),
    createLineAdapter({ token: 'shown', secret: 'shown' }),
    createSlackAdapter({ token: 'shown', signingSecret: 'shown', staffChannel: 'C1' }),
    createWhatsAppAdapter({ token: 'shown', appSecret: 'shown', verifyToken: 'shown', numbers: ['1'] }),
    createQQAdapter({ appId: '1', secret: 'shown', mostReplies: 4, domains: [], hasButtons: true }),
    createTerminalAdapter({
      persona: { name: 'Pip', brand: 'Tidewater', colour: '#000000', symbol: '●' },
      ...{ names: ['Pip'], fan: 'you', isGroup: false, hasModel: false, why: () => '', onLeave() {} },
      ...{ input: process.stdin, output: process.stdout },
    }),
  ]
}

const opened: Readonly<Record<Opening, string>> = {
  message: 'a message',
  press: 'a pressed button',
  menu: 'a tap on the menu',
  follow: 'following us',
  scan: 'scanning our code',
}

/** One row each: what it is called, and what an adapter says of it. */
const rows: readonly (readonly [string, (adapter: Adapter) => string])[] = [
  ['most letters of a message', ({ abilities }) => String(abilities.maxLength)],
  ['most bytes of a message', ({ abilities: { maxBytes } }) => (maxBytes === undefined ? '–' : String(maxBytes))],
  ['bold, slanted, code, links', ({ abilities }) => (abilities.markdown === 'light' ? 'yes' : 'no')],
  ['buttons', buttons],
  ['a product is shown as a card', ({ abilities }) => yes(abilities.cards)],
  ['in private we may speak', (adapter) => windowWords(adapter, 'direct')],
  ['in a group we may speak', (adapter) => windowWords(adapter, 'group')],
  ['fans see it think', can('showTyping')],
  ['what was said can be changed', ({ editMessage, editWhole }) => yes(editWhole ?? editMessage)],
  ['files of fans can be passed on', ({ fetchFile, resendsRefs }) => yes(fetchFile ?? resendsRefs)],
  ['a link leads into a private talk', can('privateLink')],
  ['one member alone can be told in a group', can('tellsAlone')],
  ['we may write first in private', can('openPrivate')],
  ['staff can work there, a thread a case', can('openThread')],
  ['titles stand beside names', can('setTitle')],
  ['a link lets somebody into a group', can('inviteLink')],
  ['what was said while away is fetched', can('fetchSince')],
  ['name, picture and bio are set from the persona', can('setProfile')],
  ['a menu beside the talk is set from the persona', can('setMenu')],
]

export function surfacesText(adapters = shownAdapters()): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [
    line(['', ...adapters.map(({ platform }) => platform)]),
    line(['---', ...adapters.map(() => '---')]),
    ...rows.map(([name, says]) => line([name, ...adapters.map(says)])),
  ]
  return `# What each surface can

\`npm run surfaces\` writes this table from the adapters; a test holds it.

${table.join('\n')}

A surface that lets us speak only for a while after the fan has a *reply window*. What can no longer be sent waits, and leaves first when the fan
writes again, with a word of apology (\`lines.waited\`), if it still matters: words of a person for thirty days, the bot's for one. Several short
messages become one where they would not fit. Staff see until when their words arrive: on the card, in the case's thread before it ends, and above
the box on the desk page.
`
}

function can(member: keyof Adapter): (adapter: Adapter) => string {
  return (adapter) => yes(adapter[member])
}

function yes(member: unknown): string {
  return member === undefined || member === false ? 'no' : 'yes'
}

function buttons({ abilities: { buttons: areShown, buttonLimits } }: Adapter): string {
  if (!areShown) return 'no'
  return buttonLimits ? `${buttonLimits.most} of ${buttonLimits.labelLength} letters` : 'yes'
}

function windowWords(adapter: Adapter, surface: Surface): string {
  const rule = adapter.replyWindow?.(surface)
  return rule === undefined ? 'at any time' : ruleWords(rule)
}

export function ruleWords({ opens, hangsOn, personForMs }: ReplyWindow): string {
  const each = Object.entries(opens).map(([by, { forMs, messages }]) => {
    const many = messages === undefined ? '' : `, ${messages} messages`
    return `${lengthWords(forMs)}${many} after ${opened[by as Opening]}`
  })
  const where = hangsOn === 'message' ? '; each reply names what it answers' : ''
  const person = personForMs === undefined ? '' : `; a person for ${lengthWords(personForMs)}`
  return `${each.join(', ')}${person}${where}`
}

function lengthWords(ms: number): string {
  if (ms > 2 * DAY_MS && ms % DAY_MS === 0) return `${ms / DAY_MS} days`
  return ms % HOUR_MS === 0 ? `${ms / HOUR_MS} h` : `${Math.round(ms / MINUTE_MS)} min`
}
