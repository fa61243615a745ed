/**
 * The whole of `persona.yaml` as a zod schema. Descriptions become the JSON Schema that editors show, so they speak to
 * operators. What the schema accepts is loose on purpose (a line or a list, one language or several); `persona.ts` turns
 * it into the one normal form the engine reads.
 */
import { z } from 'zod'
import { handoffReasons } from '../../domain/handoff.ts'
import { MOMENT_FORM, readMoment } from '../../domain/moment.ts'
import { community } from './community.ts'
import { handoff } from './handoff.ts'
import { lines } from './lines.ts'
import { lookUps } from './look-ups.ts'
import { manners } from './manners.ts'
import { day, id, lang, localLines, localText, text } from './parts.ts'
import { readPattern } from './pattern.ts'
import { places } from './places.ts'
import { image, voice } from './voice.ts'

export { type Occasion, occasions } from './lines.ts'
export { localText } from './parts.ts'

const currency = z.string().regex(/^[A-Z]{3}$/, 'is not a currency such as GBP')

const product = z.strictObject({
  id,
  name: localText.describe('What it is called'),
  about: localText.optional().describe('One or two sentences, in the persona’s voice'),
  url: z.url().optional().describe('Where to see or buy it'),
  price: z
    .union([
      z.string(),
      z.strictObject({
        amount: z.number().min(0),
        currency,
        until: day.optional().describe('Last day on which it may be said'),
      }),
    ])
    .optional()
    .describe('As it should be said, with currency, or its amount; only if it may be said'),
  image: z.string().optional().describe('File under assets/ or a URL'),
  nicknames: z.array(text).optional().describe('What fans call it'),
  category: text.optional().describe('What it is, in a word or two: grinder, espresso beans'),
  variants: z
    .array(
      z.union([
        text,
        z.strictObject({
          name: text,
          price: z.union([z.string(), z.strictObject({ amount: z.number().min(0), currency })]).optional(),
          available: z.boolean().optional().describe('false: it is sold out, and not told'),
        }),
      ]),
    )
    .max(30)
    .optional()
    .describe('Sizes, colours, grinds; with a price of its own where that differs'),
  available: z.boolean().optional().describe('false: it is sold out, and said to be'),
  with: z.array(id).max(5).optional().describe('Products it goes with, by their ids'),
})

const brand = z.strictObject({
  name: text.describe('The brand’s name'),
  id: id.optional().describe('Short id that keeps brands apart in one database; made from the name if absent'),
  about: localText.optional().describe('What the brand is, in two or three sentences'),
  url: z.url().optional(),
  products: z.array(product).default([]).describe('Shown as cards, named by the model'),
  competitors: z.array(text).default([]).describe('Never spoken ill of, never recommended'),
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
    .union([z.boolean(), z.enum(handoffReasons).exclude(['draft'])])
    .default(false)
    .describe('Also call a person'),
})

const disclosure = z.strictObject({
  bot: localLines.optional().describe('Said when asked whether it is a bot. Must say so'),
  againDays: z
    .int()
    .min(1)
    .max(3650)
    .default(90)
    .describe('Days without a word after which a fan is told again that a bot speaks (lines.introduction)'),
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
  remains: localText
    .optional()
    .describe('What is kept after /forget because a law asks for it, such as invoices: told before it is asked'),
  modelSees: z
    .enum(['masked', 'as-is'])
    .default('masked')
    .describe(
      'Whether the model reads e-mail addresses, phone numbers and postal addresses that fans write: masked shows it ' +
        '[e-mail]; card, bank and identity numbers and passwords are always masked',
    ),
  transcriptTokens: z.int().min(200).max(100_000).default(2000).describe('How much of the talk the model sees'),
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
  places,
  commitments: z.record(id, commitment).default({}).describe('Topics that bind the brand'),
  boundaries: z.array(boundary).default([]),
  handoff: handoff.default(handoff.parse({})),
  lookups: lookUps,
  community: community.default(community.parse({})),
  disclosure: disclosure.default(disclosure.parse({})),
  knowledge: knowledge.default(knowledge.parse({})),
  memory: memory.default(memory.parse({})),
  extensions: z.record(z.string(), z.unknown()).default({}).describe('Yours: kept as it is'),
})
export type PersonaYaml = z.output<typeof personaSchema>

const button = z.strictObject({ label: localText, url: z.url() })
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
      jokes: z
        .array(text)
        .optional()
        .describe(
          'Parts of the answer, as they stand in it, that are left out while its fan is in danger, and for a day after',
        ),
      promotes: z.literal(true).optional().describe('It promotes something: counted, see community.promotion'),
    }),
  ),
})
export type AnswersYaml = z.output<typeof answersSchema>

export const issuesSchema = z.strictObject({
  issues: z.array(
    z.strictObject({
      id: id.describe('Stable; used in records'),
      title: text.describe('What staff call it'),
      says: z
        .array(text)
        .min(1, 'has no phrasing')
        .describe('How fans would report it, in any language; five or more is good'),
      answer: localLines
        .optional()
        .describe('The approved words for whoever reports it; several variants as a list, several languages as a map'),
      words: z
        .array(text)
        .default([])
        .describe('Words by which a message is known to be about it while it is amber or red'),
      owner: id.optional().describe('Team that mends it'),
      holding: localText
        .optional()
        .describe('A holding statement written beforehand, by language; a lead still has to approve it'),
    }),
  ),
})
export type IssuesYaml = z.output<typeof issuesSchema>

/** Linear in the length of the text, whatever is written: no pattern can hold a rehearsal up. */
const pattern = text.refine((source) => readPattern(source) !== undefined, {
  error: 'is not a pattern that can be read (as in RE2: no lookahead, no back-references)',
})

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
  matches: z
    .union([pattern, z.array(pattern)])
    .optional()
    .describe('Patterns (RE2, case does not matter), each of which must be found'),
  atMost: z.int().min(1).optional().describe('Characters that are said at most'),
  voice: z.literal(true).optional().describe('The voice check has nothing to say about it'),
  commits: z.literal(false).optional().describe('It states no price, date, refund or other thing that binds the brand'),
  team: id.optional().describe('The team it hands off to'),
  mood: id.optional().describe('Of `image.moods`: that of the reply, by the model or by its reason'),
  judge: z
    .union([text, z.array(text)])
    .optional()
    .describe('What a model is asked about the reply with --live: its opinion, never a failure'),
  lang: lang.optional(),
})
const across = z
  .strictObject({
    platforms: z
      .array(z.string().regex(/^[a-z]+$/, 'is not a platform such as telegram'))
      .min(1)
      .optional(),
    languages: z.array(lang).min(1).optional(),
    pressure: z
      .array(z.enum(['polite', 'angry', 'attacker']))
      .min(1)
      .optional(),
  })
  .describe('The ways it is played with --matrix: each with each')
export const scenesSchema = z.strictObject({
  scenes: z.array(
    z.strictObject({
      id,
      title: text.optional(),
      surface: z.enum(['direct', 'group']).default('direct'),
      platform: z
        .string()
        .regex(/^[a-z]+$/, 'is not a platform such as telegram')
        .optional()
        .describe('Where it plays, for rules by place'),
      place: id
        .optional()
        .describe('Of `places`: it plays in the first channel, on the surface and at the hour that the place names'),
      at: text
        .refine((moment) => readMoment(moment) !== undefined, { error: `write ${MOMENT_FORM}` })
        .optional()
        .describe('The hour it is to be, by the time of `manners.timeZone`: "tue 14:00", "2026-12-24 18:30"'),
      across: across.optional(),
      turns: z
        .array(
          z.strictObject({
            fan: text.default('Ana'),
            says: z.union([text, z.record(lang, text)]).describe('What the fan writes; by language for across'),
            mention: z.boolean().optional(),
            expect: expectation.default({}),
          }),
        )
        .min(1),
    }),
  ),
})
export type ScenesYaml = z.output<typeof scenesSchema>
