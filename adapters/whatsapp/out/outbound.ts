/** What is to be said → messages of WhatsApp, one call each. It knows no number of ours: after a crash what was on its way may be said twice. */
import {
  cutText,
  type Lang,
  mediaOf,
  type OutboundMessage,
  readCard,
  SendError,
  type Sent,
  type ThreadId,
} from '#mascot'
import { limits, MOST_LENGTH } from '../abilities.ts'
import type { WhatsAppOptions } from '../options.ts'
import type { Api } from '../wire/api.ts'
import { placeOf, recipientOf } from '../wire/names.ts'
import type { Buttons } from './buttons.ts'
import { type Uploaded, upload } from './media.ts'
import { MOST_BESIDE, withLinks } from './text.ts'

type Text = Extract<OutboundMessage, { kind: 'text' }>

/** Of messages that were sent in part: the ids that have left, by our id, so that a further try goes on behind them. */
export type Progress = Map<string, readonly string[]>
/** Unfinished ones that are remembered, the newest. */
const MOST_UNFINISHED = 1_000
const captioned: readonly Uploaded['type'][] = ['image', 'video', 'document']
/** What opens a list of more than three choices, by language. */
const CHOOSE: Readonly<Record<string, string>> = {
  ...{ en: 'Choose', de: 'Auswählen', fr: 'Choisir', es: 'Elegir', it: 'Scegli', pt: 'Escolher', nl: 'Kiezen' },
  ...{ sv: 'Välj', no: 'Velg', da: 'Vælg', fi: 'Valitse', pl: 'Wybierz', cs: 'Vybrat', hu: 'Választok', ro: 'Alege' },
  ...{ el: 'Επιλογή', ru: 'Выбрать', uk: 'Обрати', tr: 'Seç', ar: 'اختر', he: 'בחירה', hi: 'चुनें', th: 'เลือก' },
  ...{ vi: 'Chọn', id: 'Pilih', zh: '选择', ja: '選ぶ', ko: '선택' },
}

export interface OutboundDeps {
  readonly api: Api
  readonly buttons: Buttons
  readonly progress: Progress
}

/** @throws {SendError} */
export async function sendTo(deps: OutboundDeps, message: OutboundMessage): Promise<Sent> {
  if (message.kind === 'text') return await sendText(deps, message)
  if (message.kind !== 'reaction') throw new SendError('WhatsApp has no such thing', { isPermanent: true })
  const { number, fan } = placeOf(message.threadId)
  const reaction = { message_id: message.messageId, emoji: message.emoji }
  return { messageId: await call(deps.api, number, fan, { type: 'reaction', reaction }) }
}

/** Words that Meta has approved, the only ones taken outside of the window. @throws {SendError} */
export async function sendTemplate(
  api: Api,
  thread: ThreadId,
  { name, langs }: NonNullable<WhatsAppOptions['template']>,
  lang: Lang | undefined,
): Promise<void> {
  const { number, fan } = placeOf(thread)
  const code = langs.find((one) => one.split('_')[0] === lang) ?? langs[0]
  await call(api, number, fan, { type: 'template', template: { name, language: { code } } })
}

async function sendText(deps: OutboundDeps, message: Text): Promise<Sent> {
  if (deps.progress.has(message.id)) return await sendWords(deps, message)
  const card = await cardOf(deps, message)
  if (!card) return await sendWords(deps, message)
  const { number, fan } = placeOf(message.threadId)
  try {
    return { messageId: await call(deps.api, number, fan, { ...card, ...contextOf(message) }) }
  } catch (error) {
    // Not every account may send one: then the words have the address.
    if (!(error instanceof SendError && error.isPermanent) || error.isThreadGone) throw error
    return await sendWords(deps, message)
  }
}

/** The picture, the words and a button that opens the product's page, in one message; undefined where WhatsApp has no such thing. */
async function cardOf({ api }: OutboundDeps, message: Text): Promise<object | undefined> {
  const { pages = [], choices = [], picture } = readCard(message) ?? {}
  const [page, ...more] = pages
  if (!page || more.length > 0 || choices.length > 0 || message.text.length > MOST_BESIDE) return undefined
  const { number } = placeOf(message.threadId)
  const file = picture && (await upload(api, number, picture).catch(unlessRefused))
  return {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      ...(file?.type === 'image' && { header: { type: 'image', image: { id: file.id } } }),
      body: { text: message.text },
      action: {
        name: 'cta_url',
        parameters: { display_text: page.label.slice(0, limits.labelLength), url: page.url },
      },
    },
  }
}

/** A card says as much without its picture. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SendError && error.isMediaRefused)) throw error
}

const contextOf = ({ replyTo }: Text) => (replyTo === undefined ? {} : { context: { message_id: replyTo } })

async function sendWords(deps: OutboundDeps, message: Text): Promise<Sent> {
  const { api, buttons, progress } = deps
  const { number, fan } = placeOf(message.threadId)
  const done = progress.get(message.id) ?? []
  let bodies: readonly object[]
  try {
    bodies = await bodiesOf(deps, message, number, buttons)
  } catch (error) {
    if (!(error instanceof SendError && error.isMediaRefused)) throw error
    return await instead(deps, message, error)
  }
  const ids = [...done]
  const context = contextOf(message)
  for (const [nth, body] of bodies.entries()) {
    if (nth < done.length) continue
    ids.push(await call(api, number, fan, { ...body, ...(nth === 0 && context) }))
    progress.delete(message.id)
    progress.set(message.id, ids)
    for (const id of progress.keys()) if (progress.size > MOST_UNFINISHED) progress.delete(id)
  }
  progress.delete(message.id)
  return { messageId: ids.at(-1) ?? message.id, ...(ids.length > 1 && { parts: ids }) }
}

async function bodiesOf({ api }: OutboundDeps, message: Text, number: string, buttons: Buttons): Promise<object[]> {
  const files: Uploaded[] = []
  for (const media of mediaOf(message)) files.push(await upload(api, number, media))
  const action = await buttons.action(message.buttons ?? [], CHOOSE[message.lang ?? 'en'] ?? 'Choose')
  const text = withLinks(message.text, message.buttons ?? [])
  const [first] = files
  const isCaption =
    first !== undefined && captioned.includes(first.type) && !action && text !== '' && text.length <= MOST_BESIDE
  const bodies: object[] = files.map(({ type, id, name }, nth) => ({
    type,
    [type]: { id, ...(type === 'document' && { filename: name }), ...(isCaption && nth === 0 && { caption: text }) },
  }))
  if (isCaption) return bodies
  const pieces = cutText(text, MOST_LENGTH)
  const last = action ? pieces.pop() : undefined
  const above = last === undefined ? [] : cutText(last, MOST_BESIDE)
  const shown = above.pop()
  for (const body of [...pieces, ...above])
    bodies.push({ type: 'text', text: { body, preview_url: message.hasPreview === true } })
  if (action && shown !== undefined)
    bodies.push({
      type: 'interactive',
      interactive: { type: action.type, body: { text: shown }, action: action.action },
    })
  if (bodies.length === 0) throw new SendError('there is nothing to say', { isPermanent: true })
  return bodies
}

async function call(api: Api, number: string, fan: string, body: object): Promise<string> {
  const { messages } = await api.post(`${encodeURIComponent(number)}/messages`, {
    ...{ messaging_product: 'whatsapp', recipient_type: 'individual' },
    ...recipientOf(fan),
    ...body,
  })
  const [sent] = Array.isArray(messages) ? (messages as readonly { readonly id?: unknown }[]) : []
  if (typeof sent?.id !== 'string') throw new SendError('WhatsApp named no message', { isPermanent: false })
  return sent.id
}

async function instead(deps: OutboundDeps, message: Text, why: SendError): Promise<Sent> {
  const { media: _, moreMedia: __, ifRefused, ...rest } = message
  const text = ifRefused === undefined ? message.text : ifRefused === 'none' ? '' : ifRefused
  if (text === '') throw why
  return {
    ...(await sendWords(deps, { ...rest, text } as Text)),
    ...(ifRefused !== undefined && { isInstead: true }),
  }
}
