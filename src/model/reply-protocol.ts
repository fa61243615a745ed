/** How a model says its reply: the tool it is offered, the JSON it is asked for without tools, and what came back, read leniently. */
import { z } from 'zod'
import type { ToldFact } from '../domain/conversation.ts'
import { type HandoffReason, handoffReasons } from '../domain/handoff.ts'
import { messageKinds } from '../domain/message-kind.ts'
import { ModelError } from '../errors.ts'
import type { ModelAction, ModelReply } from '../ports/model.ts'
import { cleanWords } from './clean-words.ts'
import type { Completion } from './completion.ts'
import { howItEnded } from './how-it-ended.ts'
import { readLenient } from './lenient-json.ts'
import { withoutThoughts } from './without-thoughts.ts'

export type ReplyParts = Omit<ModelReply, 'model'>

/** Reasons that only our own code may give. */
const ownReasons: readonly HandoffReason[] = ['failed-review', 'model-out', 'rule', 'draft']

/**
 * `action` stands first: an answer that is cut off then still tells what it wanted. No `anyOf`, which many servers refuse.
 */
const parameters = {
  type: 'object',
  properties: {
    action: {
      type: 'object',
      description:
        'What to do. reply: say the bubbles. handoff: also call a person. react: an emoji only. silent: nothing.',
      properties: {
        kind: { type: 'string', enum: ['reply', 'handoff', 'react', 'silent'] },
        reason: {
          type: 'string',
          enum: handoffReasons.filter((reason) => !ownReasons.includes(reason)),
          description: 'For handoff only',
        },
        summary: {
          type: 'string',
          description: 'For handoff only: one or two sentences for staff, never shown to the fan',
        },
        emoji: { type: 'string', description: 'For react only: one emoji' },
      },
      required: ['kind'],
    },
    kind: { type: 'string', enum: messageKinds, description: 'What the messages to answer are' },
    heat: {
      type: 'number',
      description: 'How upset, or how much in danger, the fan is: 0 calm, 1 furious or in danger',
    },
    bubbles: { type: 'array', items: { type: 'string' }, description: 'The messages to send, in order, plain text' },
    mood: { type: 'string', description: 'One word for the mood of the reply' },
    used: { type: 'array', items: { type: 'string' }, description: 'Ids of the approved answers you leant on' },
    remember: {
      type: 'array',
      items: {
        type: 'object',
        properties: { key: { type: 'string' }, value: { type: 'string' } },
        required: ['key', 'value'],
      },
      description: 'What the fan told of themselves in these messages and may want remembered',
    },
  },
  required: ['action', 'bubbles'],
}

export const respondTool = {
  type: 'function' as const,
  function: { name: 'respond', description: 'Answer the fan. Always answer by calling this.', parameters },
}

/** Added to the turn for a model without tools. */
export const jsonInstruction = [
  'Answer with one JSON object and nothing else, no prose and no code fence, of this form:',
  '{"action":{"kind":"reply"},"kind":"question","heat":0.1,"bubbles":["first message","second ' +
    'message"],"mood":"calm","used":["answer-id"],"remember":[{"key":"name","value":"Ana"}]}',
  'action.kind is reply, handoff (with reason and summary), react (with emoji) or silent.',
  `action.reason is one of: ${parameters.properties.action.properties.reason.enum.join(', ')}.`,
  `kind is one of: ${messageKinds.join(', ')}. heat is a number from 0 to 1.`,
].join('\n')

/**
 * The reply in what the model sent: a tool call, JSON in the text, or plain text as a single bubble. `flags` tell what had
 * to be forgiven: `plain-text`, `cut-rescued`.
 * @throws {ModelError} model-empty, model-refusal, model-cut, model-malformed
 */
export function parseReply(completion: Completion): ReplyParts {
  refuseRefusals(completion)
  const { toolArguments } = completion
  const isTool = toolArguments !== undefined && toolArguments.trim() !== ''
  const source = isTool ? toolArguments : withoutThoughts(completion.text)
  const ending = howItEnded(completion.finish)
  const wasCut = ending !== 'whole'
  if (source.trim() === '') throw wasCut ? cut() : empty()

  const read = readLenient(source, isReplyLike)
  if (read) {
    const parts = fieldsOf(unwrapped(read.value))
    if (parts.bubbles.length === 0 && (parts.action.kind === 'reply' || !read.isComplete)) {
      throw read.isComplete ? empty() : cut()
    }
    // A closed object is whole, whatever the server says of its end.
    if (!read.isComplete && ending === 'broken') throw cut()
    return read.isComplete ? parts : { ...parts, flags: ['cut-rescued'] }
  }
  if (isTool || looksLikeJson(source)) throw wasCut ? cut() : malformed()
  if (ending === 'broken') throw cut()
  return plainReply(source, wasCut)
}

/** The plain text in what the model sent. @throws {ModelError} model-empty, model-refusal, model-cut */
export function parseText(completion: Completion): string {
  refuseRefusals(completion)
  const text = cleanWords(completion.text)
  if (howItEnded(completion.finish) !== 'whole') throw cut()
  if (text === '') throw empty()
  return /^```[\w-]*\n([\s\S]*?)\n?```$/.exec(text)?.[1]?.trim() ?? text
}

function refuseRefusals(completion: Completion): void {
  if (completion.refusal === undefined && howItEnded(completion.finish) !== 'refused') return
  throw new ModelError('model-refusal', 'the model refused to answer', { isRetryable: false })
}

const bubbleKeys = ['bubbles', 'messages', 'message', 'text', 'reply', 'response', 'content', 'answer'] as const

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isReplyLike(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => typeof item === 'string')
  if (!isFields(value)) return false
  return ['action', 'arguments', 'parameters', ...bubbleKeys].some((key) => key in value)
}

/** `{"name": "respond", "arguments": …}`, as models write a tool call that their server did not recognise. */
function unwrapped(value: unknown): Fields {
  if (!isFields(value)) return { bubbles: value }
  const inner = value.arguments ?? value.parameters ?? value.respond
  if (isFields(inner)) return inner
  if (typeof inner !== 'string') return value
  const read = readLenient(inner, isReplyLike)
  return isFields(read?.value) ? read.value : value
}

function fieldsOf(fields: Fields): ReplyParts {
  const key = bubbleKeys.find((name) => fields[name] !== undefined && fields[name] !== null)
  const bubbles = key ? words(fields[key]) : []
  const kind = messageKinds.find((known) => typeof fields.kind === 'string' && known === idOf(fields.kind))
  const heat = fields.heat === undefined ? undefined : heatField.safeParse(fields.heat)
  const mood = fields.mood === undefined ? undefined : moodField.safeParse(fields.mood)
  return {
    action: actionOf(fields, bubbles.length > 0),
    bubbles,
    ...(kind ? { kind } : {}),
    ...(heat?.success ? { heat: heat.data } : {}),
    ...(mood?.success ? { mood: mood.data.toLowerCase() } : {}),
    used: texts(fields.used),
    remember: factsOf(fields.remember),
    flags: [],
  }
}

/** A text, or a part that holds one; thinking may come as a part of its own. */
const textField = z.union([
  z.string(),
  z.object({ type: z.string().optional(), text: z.string() }).transform(({ type = 'text', text }) => {
    return /think|thought|reason/i.test(type) ? '' : text
  }),
])
const mostItems = 20
const moodField = z.string().trim().min(1).max(40)
/** Another scale would be a guess, and a person is called by it. */
const heatField = z.union([z.number(), z.string().trim().min(1).transform(Number)]).pipe(z.number().min(0).max(1))

/** A text or a list of texts, wrapped and trimmed; whatever else is in it is left out. */
function texts(value: unknown): string[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value])
    .map((item) => (typeof item === 'string' ? item : (textField.safeParse(item).data ?? '')).trim())
    .filter((text) => text !== '')
    .slice(0, mostItems)
}

/** What is said: a list that was written as a string is one, and nothing is said twice. */
function words(value: unknown): string[] {
  const isList = typeof value === 'string' && value.trim().startsWith('[')
  const list = isList
    ? readLenient(`{"list":${value}}`, (read) => isFields(read) && Array.isArray(read.list))
    : undefined
  const given = isFields(list?.value) ? list.value.list : value
  return [...new Set(texts(given).map(cleanWords))].filter((text) => text !== '')
}

const nothing: Fields = {}

/** Takes `"handoff"`, `{kind: "handoff", …}` and `{handoff: {…}}`; what is unknown becomes a reply. */
function actionOf(fields: Fields, hasWords: boolean): ModelAction {
  const given = fields.action ?? fields.kind
  const outer = isFields(given) ? given : fields
  const nested = ['handoff', 'react', 'silent'].find((key) => isFields(given) && isFields(given[key]))
  const held = nested ? outer[nested] : outer
  const detail = isFields(held) ? held : nothing
  const name = nested ?? (isFields(given) ? (given.kind ?? given.type ?? given.action ?? given.name) : given)
  switch (typeof name === 'string' ? idOf(name) : '') {
    case 'handoff':
    case 'hand-off':
      return { kind: 'handoff', reason: reasonOf(detail.reason), summary: summaryOf(detail.summary) }
    case 'react': {
      const emoji = z.string().trim().min(1).max(16).safeParse(detail.emoji)
      // Without an emoji there is nothing to leave; with words it is a reply after all.
      return emoji.success ? { kind: 'react', emoji: emoji.data } : hasWords ? { kind: 'reply' } : { kind: 'silent' }
    }
    case 'silent':
      return { kind: 'silent' }
    default:
      return { kind: 'reply' }
  }
}

const idOf = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')

/** An unknown reason becomes `not-understood`: it routes to the default team and claims nothing about the fan. */
function reasonOf(value: unknown): HandoffReason {
  const named = typeof value === 'string' ? idOf(value) : ''
  const reason = handoffReasons.find((known) => known === named)
  return reason && !ownReasons.includes(reason) ? reason : 'not-understood'
}

function summaryOf(value: unknown): string {
  const summary = typeof value === 'string' ? value.trim() : ''
  return summary === '' ? 'The model asked for a person and gave no summary.' : summary.slice(0, 1000)
}

const factField = z.object({ key: z.string().trim().min(1).max(60), value: z.coerce.string().trim().min(1).max(500) })

/** A list of facts, or a map of them. */
function factsOf(value: unknown): ToldFact[] {
  if (value === undefined || value === null) return []
  const entries = Array.isArray(value)
    ? value
    : isFields(value) && !('key' in value)
      ? Object.entries(value).map(([key, held]) => ({ key, value: held }))
      : [value]
  return entries.flatMap((entry) => factField.safeParse(entry).data ?? []).slice(0, mostItems)
}

/** Broken JSON must fail rather than be said. A bracket alone is none: there are stage directions. */
function looksLikeJson(text: string): boolean {
  return (
    /^\s*(?:```json\b|(?:```\w*\s*)?[{[][\s{[]*(?:["']|$)|<tool_call|<function|<invoke|<\|tool)/i.test(text) ||
    /["']?(?:bubbles|action)["']?\s*:\s*["'[{]/.test(text)
  )
}

function plainReply(text: string, wasCut: boolean): ReplyParts {
  // Of a text that was cut, only what ends like a sentence.
  const said = cleanWords(wasCut ? (/^[\s\S]*[.!?…。！？](?=\s|$|[^\s\w])/u.exec(text)?.[0] ?? '') : text)
  if (said === '') throw wasCut ? cut() : empty()
  const flags = wasCut ? ['plain-text', 'cut-rescued'] : ['plain-text']
  return { action: { kind: 'reply' }, bubbles: [said], used: [], remember: [], flags }
}

const empty = () => new ModelError('model-empty', 'the model answered without saying anything', { isRetryable: true })
const cut = () => new ModelError('model-cut', 'the answer was cut off by a length limit', { isRetryable: true })
const malformed = () => new ModelError('model-malformed', 'the model’s answer cannot be read', { isRetryable: true })
