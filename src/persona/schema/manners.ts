/** `manners` of persona.yaml: how it takes part, and within which limits. */
import { z } from 'zod'
import { hoursRange } from './parts.ts'

const limits = z.strictObject({
  fanPerMinute: z.int().min(1).default(12).describe('Turns answered for one fan in a minute'),
  fanPerDay: z.int().min(1).default(300),
  conversationPerMinute: z.int().min(1).default(30).describe('Turns answered in one conversation in a minute'),
  modelTokensPerDay: z
    .int()
    .min(1)
    .default(10_000_000)
    .describe('Model tokens for all fans in a day; then approved answers alone'),
  modelTokensPerFanPerDay: z.int().min(1).default(400_000),
  modelMoneyPerDay: z
    .number()
    .positive()
    .optional()
    .describe('Money for the model in a day, in the currency of OPENAI_PRICE_INPUT; then approved answers alone'),
  modelMoneyPerFanPerDay: z.number().positive().optional(),
})

const policy = z.enum(['mention', 'ambient', 'off'])
const ambient = z.strictObject({
  sure: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .describe('How sure of an approved answer it must be to join in unasked (0–1)'),
  share: z.number().min(0).max(1).default(0.15).describe('Most of the last messages that may be its own (0–1)'),
  cooldownMinutes: z
    .int()
    .min(0)
    .max(1440)
    .default(10)
    .describe('Rest after joining in; doubles each time nobody took it up'),
})
const stale = z.strictObject({
  minutes: z.int().min(1).default(120).describe('Messages older than this when they are read are late'),
  direct: z.enum(['answer', 'acknowledge', 'leave']).default('answer').describe('What late messages get in private'),
  group: z.enum(['answer', 'acknowledge', 'leave']).default('leave').describe('What late messages get in a group'),
})
const quiet = z.strictObject({
  who: z.enum(['anyone', 'admins']).default('anyone').describe('Who may ask it to be quiet in a group'),
  hours: z.number().min(0.1).max(72).default(1).describe('For how long, when not said'),
})
const bots = z.strictObject({
  answer: z
    .enum(['never', 'once'])
    .default('never')
    .describe('What another bot gets that mentions it, or replies to it, in a group'),
  windowMinutes: z
    .int()
    .min(1)
    .max(10_080)
    .default(60)
    .describe('With once: how long the same bot gets no other answer in that group'),
})

export const manners = z.strictObject({
  burst: z
    .enum(['together', 'each'])
    .default('together')
    .describe('together: quick messages are answered as one; each: every message on its own'),
  burstMs: z.int().min(0).max(30_000).default(900).describe('How long to wait for the next quick message, in ms'),
  limits: z
    .union([z.literal('off'), limits])
    .default(limits.parse({}))
    .describe('off lifts per-fan and per-conversation limits'),
  group: policy.default('mention').describe('In groups: answer when mentioned, also join in, or not at all'),
  channels: z
    .record(z.string(), policy)
    .default({})
    .describe(
      'Another policy for a channel or one topic of it, by thread: {telegram:-100123: ambient, telegram:-100123:42: off}',
    ),
  drafts: z
    .union([z.enum(['off', 'all']), z.array(z.string().min(1))])
    .default('off')
    .describe(
      'Where a person sends what it would say: off: nowhere; all: everywhere; or a list of platforms, channels and threads: [web, telegram:-100123]',
    ),
  ambient: ambient.default(ambient.parse({})).describe('How it joins in where the policy is ambient'),
  stale: stale.default(stale.parse({})).describe('What happens to messages read late'),
  quiet: quiet.default(quiet.parse({})).describe('/quiet in groups'),
  bots: bots.default(bots.parse({})).describe('Other bots in its groups'),
  sayAgainMinutes: z
    .int()
    .min(0)
    .max(1440)
    .default(10)
    .describe(
      'In a group, what another member was told in these minutes is pointed to and not told again; 0: always told',
    ),
  quietHours: hoursRange.optional().describe('Does not speak unasked in these hours'),
  timeZone: z.string().default('UTC').describe('IANA name such as Europe/Paris'),
  reactions: z.array(z.string()).default(['❤', '👍']).describe('Reactions it may leave instead of words'),
})
