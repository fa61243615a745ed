/**
 * The whole of `persona.yaml` as a zod schema. Descriptions become the JSON Schema that editors show, so they speak to
 * operators. What the schema accepts is loose on purpose (a line or a list, one language or several); `persona.ts` turns
 * it into the one normal form the engine reads.
 */
import { z } from 'zod'
import { handoffReasons } from '../domain/handoff.ts'

const text = z.string().trim().min(1, 'is empty')
const lang = z.string().regex(/^[a-z]{2,3}$/, 'is not a language code such as en, zh or fr')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date such as 2027-03-31')
const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'is not an id (letters, digits, - and _)')
const hoursRange = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/, 'is not a time range such as 09:00-18:00')

/** One text for all languages (taken as the first language), or one a language. */
export const localText = z.union([text, z.record(lang, text)])
/** Variants: a line or a list in the first language, or either by language. */
export const localLines = z.union([
  text,
  z.array(text).min(1, 'has no line'),
  z.record(lang, z.union([text, z.array(text).min(1, 'has no line')])),
])
const budget = z.union([z.int().min(20).max(4000), z.record(lang, z.int().min(10).max(4000))])

const product = z.strictObject({
  id,
  name: localText.describe('What it is called'),
  about: localText.optional().describe('One or two sentences, in the persona’s voice'),
  url: z.url().optional().describe('Where to see or buy it'),
  price: z.string().optional().describe('As it should be said, with currency; only if it may be said'),
  image: z.string().optional().describe('File under assets/ or a URL'),
})

const brand = z.strictObject({
  name: text.describe('The brand’s name'),
  id: id.optional().describe('Short id that keeps brands apart in one database; made from the name if absent'),
  about: localText.optional().describe('What the brand is, in two or three sentences'),
  url: z.url().optional(),
  products: z.array(product).default([]).describe('Shown as cards, named by the model'),
  competitors: z.array(text).default([]).describe('Never spoken ill of, never recommended'),
})

const emoji = z.strictObject({
  use: z
    .enum(['none', 'rare', 'some', 'many'])
    .default('some')
    .describe('none: never; rare: one in a while; some: up to two a message; many: up to four'),
  favourites: z.array(z.string()).default([]).describe('The ones this persona likes; when given, no others are used'),
})

const voice = z.strictObject({
  distance: z
    .enum(['close', 'friendly', 'reserved', 'aloof'])
    .default('friendly')
    .describe(
      'How near it comes: close (a friend), friendly, reserved (a good concierge), aloof (a house that keeps its height)',
    ),
  formality: z.enum(['casual', 'neutral', 'formal']).default('neutral'),
  humour: z.enum(['none', 'dry', 'light', 'playful']).default('light'),
  energy: z
    .enum(['calm', 'steady', 'lively'])
    .default('steady')
    .describe('calm: no exclamation marks; steady: one at most; lively: three at most'),
  emoji: z.union([emoji.shape.use.unwrap(), emoji]).default('some'),
  person: z.enum(['I', 'we']).default('I').describe('Speaks of itself as I, or for the house as we'),
  address: z.record(lang, text).default({}).describe('How a fan is addressed, by language: {fr: vous, zh: 您}'),
  catchphrases: localLines.optional().describe('Used seldom, never twice in a row'),
  neverSay: z.array(text).default([]).describe('Words and phrases that never leave, whoever wrote them'),
  length: z
    .strictObject({ direct: budget.optional(), group: budget.optional() })
    .default({})
    .describe('Characters in one message, by surface and, if wanted, language'),
  bubbles: z.int().min(1).max(5).default(3).describe('Most messages in one reply'),
  languages: z
    .array(lang)
    .min(1)
    .optional()
    .describe('Languages it speaks; the first is its home language. If absent, those its answers are written in'),
  examples: z
    .array(z.strictObject({ fan: text, says: text, lang: lang.optional() }))
    .default([])
    .describe('How it would really say it; the model learns most from these'),
  style: localText.optional().describe('Anything about its way of speaking that the dials do not catch'),
})

const image = z.strictObject({
  avatar: z.string().optional().describe('File under assets/'),
  bio: localText.optional().describe('Profile text on the platform'),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'is not a colour such as #c0563b')
    .default('#3b82c0'),
  symbol: z.string().default('●').describe('A sign beside its name in the terminal'),
  moods: z.record(id, z.array(z.string()).min(1)).default({}).describe('Stickers or pictures under assets/, by mood'),
})

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

const manners = z.strictObject({
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
  ambient: ambient.default(ambient.parse({})).describe('How it joins in where the policy is ambient'),
  stale: stale.default(stale.parse({})).describe('What happens to messages read late'),
  quiet: quiet.default(quiet.parse({})).describe('/quiet in groups'),
  bots: bots.default(bots.parse({})).describe('Other bots in its groups'),
  quietHours: hoursRange.optional().describe('Does not speak unasked in these hours'),
  timeZone: z.string().default('UTC').describe('IANA name such as Europe/Paris'),
  reactions: z.array(z.string()).default(['❤', '👍']).describe('Reactions it may leave instead of words'),
})

/** Occasions on which the persona speaks its own line. */
export const occasions = [
  'greeting',
  'greetingAgain',
  'thanks',
  'praise',
  'apology',
  'smallTalk',
  'laughter',
  'test',
  'noHarm',
  'comfort',
  'farewell',
  'aboutItself',
  'doesNotKnow',
  'clarify',
  'otherQuestion',
  'error',
  'holding',
  'assigned',
  'returned',
  'nobodyOnline',
  'abuse',
  'boundary',
  'media',
  'wrongLanguage',
  'slowDown',
  'askConsent',
  'consentYes',
  'consentNo',
  'help',
  'privacy',
  'forgetAsk',
  'forgotten',
  'forgetKept',
  'onlyInPrivate',
  'inPrivate',
  'cardInPublic',
  'late',
  'wait',
  'queue',
  'promise',
  'delayed',
  'personHere',
  'resolved',
  'closure',
  'reopened',
  'caseInPrivate',
  'csat',
  'csatComment',
  'csatThanks',
  'quiet',
  'quietOver',
  'crisis',
] as const
export type Occasion = (typeof occasions)[number]

const lines = z.strictObject({
  ...(Object.fromEntries(occasions.map((occasion) => [occasion, localLines.optional()])) as Record<
    Occasion,
    z.ZodOptional<typeof localLines>
  >),
  handoff: z
    .union([localLines, z.partialRecord(z.enum([...handoffReasons, 'default']), localLines)])
    .optional()
    .describe('Said when a person is called, by reason; `default` for the rest'),
})

const commitment = z.strictObject({
  mode: z
    .enum(['strict', 'guided', 'free'])
    .default('guided')
    .describe('strict: approved words only; guided: may be rephrased, its facts may not change; free'),
  owner: id.optional().describe('Team that answers for it'),
  expires: day.optional(),
  words: z.array(text).default([]).describe('Words by which the topic is recognised'),
})

const boundary = z.strictObject({
  id,
  about: text.describe('What it does not talk about, or does not do'),
  words: z.array(text).default([]).describe('Words by which it is recognised without a model'),
  say: localLines.optional().describe('What it says instead; else lines.boundary'),
  handoff: z
    .union([z.boolean(), z.enum(handoffReasons)])
    .default(false)
    .describe('Also call a person'),
})

const week = z.partialRecord(
  z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
  z.union([hoursRange, z.array(hoursRange)]),
)
const hours = z.strictObject({
  timeZone: z.string().optional().describe('IANA name; manners.timeZone if absent'),
  week: week.default({}).describe('{mon: 09:00-18:00, …}; a day left out is closed; empty: always open'),
  holidays: z.array(day).default([]),
})
const rule = z.strictObject({
  words: z.array(text).default([]),
  topic: id.optional(),
  surface: z.enum(['direct', 'group']).optional(),
  channels: z
    .array(text)
    .default([])
    .describe('Only there: platforms, channels or single threads, such as telegram:-100123'),
  fans: z.enum(['new', 'known']).optional().describe('new: first heard less than 30 days ago; known: longer'),
  reason: z.enum(handoffReasons).default('rule'),
  team: id.optional(),
})
const minutes = z.int().min(1).max(43_200)
const slaTimes = {
  firstResponseMinutes: minutes,
  nextResponseMinutes: minutes,
  resolutionHours: z.int().min(1).max(8760),
}
const sla = z.strictObject({
  firstResponseMinutes: slaTimes.firstResponseMinutes
    .default(60)
    .describe('Working minutes until a person answers first'),
  nextResponseMinutes: slaTimes.nextResponseMinutes
    .default(120)
    .describe('Working minutes until a person answers what the fan wrote after that'),
  resolutionHours: slaTimes.resolutionHours.default(48).describe('Working hours until the case is closed'),
  rules: z
    .array(
      z.strictObject({
        reasons: z.array(z.enum(handoffReasons)).default([]).describe('For these reasons; none: for all'),
        fans: z.enum(['new', 'known']).optional().describe('new: first heard less than 30 days ago; known: longer'),
        firstResponseMinutes: slaTimes.firstResponseMinutes.optional(),
        nextResponseMinutes: slaTimes.nextResponseMinutes.optional(),
        resolutionHours: slaTimes.resolutionHours.optional(),
      }),
    )
    .default([])
    .describe('Other times; the first rule that fits wins'),
})
const staffMember = z.strictObject({
  name: text.describe('How fans and colleagues see them'),
  accounts: z.array(text).min(1).describe('Who they are on the platforms: telegram:77, discord:1234; desk:dana'),
  role: z
    .enum(['staff', 'lead', 'operator'])
    .default('staff')
    .describe(
      'lead: on the desk page also takes cases over, reads the record and ends sessions; operator: also approves answers that staff propose',
    ),
})
const csat = z.strictObject({
  ask: z.boolean().default(true).describe('Whether fans are asked, once, how a resolved case was'),
  afterMinutes: z.int().min(0).max(10_080).default(2).describe('So long after it was resolved'),
})
const handoff = z.strictObject({
  teams: z
    .record(
      id,
      z.strictObject({
        name: localText,
        about: z.string().optional(),
        hours: hours.optional(),
        next: id.optional().describe('The team that gets a case whose time ran out here'),
      }),
    )
    .default({}),
  route: z
    .partialRecord(z.enum([...handoffReasons, 'default']), id)
    .default({})
    .describe('Reason → team'),
  hours: hours.optional(),
  when: z.array(rule).default([]).describe('Your own rules for calling a person'),
  clarifications: z
    .int()
    .min(1)
    .max(5)
    .default(2)
    .describe('Clarifying questions without success before a person is called'),
  sla: sla.default(sla.parse({})).describe('How soon a person answers, in working time'),
  staff: z.array(staffMember).default([]).describe('Who may use verbs; none listed: everybody in the staff chat'),
  duty: z
    .enum(['hours', 'signed-on'])
    .default('hours')
    .describe('hours: a team is there in its hours; signed-on: also somebody must have said /on'),
  silenceMinutes: z
    .int()
    .min(0)
    .max(10_080)
    .default(240)
    .describe('So long after staff last spoke, with no word from the fan, the bot takes over again; 0: never'),
  reopenHours: z
    .int()
    .min(0)
    .max(720)
    .default(24)
    .describe('So long after a case was resolved the fan’s next message opens it again; 0: never'),
  csat: csat.default(csat.parse({})),
  canned: z.record(id, localLines).default({}).describe('Replies that staff send with /canned NAME'),
})

const disclosure = z.strictObject({
  bot: localLines.optional().describe('Said when asked whether it is a bot. Must say so'),
  maker: localText.optional().describe('Who made it, if asked'),
  approved: z.enum(['silent', 'sign']).default('silent').describe('Whether approved answers are marked'),
  person: localText.optional().describe('How a person is introduced: "{staff} from {brand} here"'),
  personAsBrand: z.enum(['silent', 'sign']).default('silent'),
})

const knowledge = z.strictObject({
  caution: z
    .enum(['bold', 'balanced', 'careful'])
    .default('balanced')
    .describe('How sure it must be of an approved answer'),
  topics: z
    .record(id, z.enum(['bold', 'balanced', 'careful']))
    .default({})
    .describe('Another caution for a topic'),
})

const memory = z.strictObject({
  facts: z
    .enum(['ask', 'off'])
    .default('ask')
    .describe('ask: facts about a fan are kept after they agreed; off: never'),
  days: z.int().min(1).max(3650).default(180).describe('Days until what was said is deleted'),
  modelSees: z
    .enum(['masked', 'as-is'])
    .default('masked')
    .describe(
      'Whether the model reads e-mail addresses, phone numbers and postal addresses that fans write: masked shows it [e-mail]; card, bank and identity numbers and passwords are always masked',
    ),
  transcriptTokens: z.int().min(200).max(100_000).default(2000).describe('How much of the talk the model sees'),
})

const community = z.strictObject({
  about: localText.optional(),
  links: z
    .array(z.strictObject({ label: localText, url: z.url() }))
    .default([])
    .describe('Where the community meets'),
})

export const personaSchema = z.strictObject({
  name: text.describe('The persona’s name, best a loud nickname'),
  nicknames: z.array(text).default([]).describe('Other names it answers to, in any script'),
  brand: brand.describe('Whose persona it is'),
  positioning: localText.optional().describe('Who the brand is for and what it stands for'),
  voice: voice.default(voice.parse({})),
  image: image.default(image.parse({})),
  lore: z
    .array(text)
    .default([])
    .describe('Where it comes from, what it likes, what it would never do; one sentence each'),
  manners: manners.default(manners.parse({})),
  lines: lines.default({}),
  commitments: z.record(id, commitment).default({}).describe('Topics that bind the brand'),
  boundaries: z.array(boundary).default([]),
  handoff: handoff.default(handoff.parse({})),
  community: community.default(community.parse({})),
  disclosure: disclosure.default(disclosure.parse({})),
  knowledge: knowledge.default(knowledge.parse({})),
  memory: memory.default(memory.parse({})),
  extensions: z.record(z.string(), z.unknown()).default({}).describe('Yours: kept as it is'),
})
export type PersonaYaml = z.output<typeof personaSchema>

const button = z.strictObject({ label: text, url: z.url() })
export const answersSchema = z.strictObject({
  answers: z.array(
    z.strictObject({
      id: id.describe('Stable; used in records'),
      title: localText.optional().describe('Short name, shown as a choice'),
      asks: z
        .array(text)
        .min(1, 'has no phrasing')
        .describe('How fans ask for it, in any language; five or more is good'),
      answer: localLines.describe('The approved words; several variants as a list, several languages as a map'),
      topic: id.optional().describe('A commitments topic of persona.yaml'),
      buttons: z.array(button).max(6).optional(),
      owner: id.optional().describe('Team that keeps it right'),
      expires: day.optional().describe('Last day it may be used'),
    }),
  ),
})
export type AnswersYaml = z.output<typeof answersSchema>

const expectation = z.strictObject({
  decision: z.enum(['reply', 'clarify', 'handoff', 'silent', 'react']).optional(),
  reason: z.string().optional(),
  answer: id.optional().describe('Id of the approved answer expected'),
  handoff: z.enum(handoffReasons).optional(),
  says: z
    .union([text, z.array(text)])
    .optional()
    .describe('Each must occur (case does not matter)'),
  not: z
    .union([text, z.array(text)])
    .optional()
    .describe('None may occur'),
  lang: lang.optional(),
})
export const scenesSchema = z.strictObject({
  scenes: z.array(
    z.strictObject({
      id,
      title: text.optional(),
      surface: z.enum(['direct', 'group']).default('direct'),
      turns: z
        .array(
          z.strictObject({
            fan: text.default('Ana'),
            says: text,
            mention: z.boolean().optional(),
            expect: expectation.default({}),
          }),
        )
        .min(1),
    }),
  ),
})
export type ScenesYaml = z.output<typeof scenesSchema>
