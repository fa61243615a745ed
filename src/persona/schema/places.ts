/** `places` of persona.yaml: where, when or of what it speaks otherwise, and how. */
import { z } from 'zod'
import { occasions } from './lines.ts'
import { hoursRange, id, lang, localLines, text } from './parts.ts'
import { voice } from './voice.ts'

const { distance, formality, humour, energy, emoji, person, address, catchphrases, neverSay, length, bubbles } =
  voice.shape
const { examples, style } = voice.shape

/** Without the defaults of `voice`: what is not said here stays as it is everywhere. */
const voiceHere = z.strictObject({
  distance: distance.unwrap().optional(),
  formality: formality.unwrap().optional(),
  humour: humour.unwrap().optional(),
  energy: energy.unwrap().optional(),
  emoji: emoji.unwrap().optional(),
  person: person.unwrap().optional(),
  address: address.unwrap().optional(),
  catchphrases,
  neverSay: neverSay.unwrap().optional().describe('Beside those of `voice`'),
  length: length.unwrap().optional(),
  bubbles: bubbles.unwrap().optional(),
  examples: examples.unwrap().optional().describe('Instead of those of `voice`'),
  style,
})

/** What is said in danger is the same everywhere. */
const sameEverywhere = ['crisis', 'violence', 'dangerAgain'] as const
type Same = (typeof sameEverywhere)[number]
type Here = Exclude<(typeof occasions)[number], Same> | 'handoff'
const here = [
  ...occasions.filter((one): one is Exclude<typeof one, Same> => !sameEverywhere.some((same) => same === one)),
  'handoff',
] satisfies Here[]
const linesHere = z.partialRecord(z.enum(here), localLines)

const listOf = <Item extends z.ZodType>(item: Item) => z.union([item.transform((one) => [one]), z.array(item).min(1)])

const place = z
  .strictObject({
    id: id.describe('Stable; shown by check, /why and the playground'),
    in: listOf(text)
      .optional()
      .describe('Platforms, channels and threads, a group’s topic among them: [telegram, telegram:-100123:42]'),
    surface: z.enum(['direct', 'group']).optional().describe('Only in private, or only in groups'),
    langs: listOf(lang).optional().describe('Languages of the talk'),
    topics: listOf(id).optional().describe('Commitments topics that the message is about'),
    hours: listOf(hoursRange).optional().describe('By manners.timeZone: "22:00-07:00"'),
    voice: voiceHere.default({}).describe('What differs of `voice`'),
    lines: linesHere.default({}).describe('Said there instead of those in `lines`'),
  })
  .superRefine(({ in: where, surface, langs, topics, hours }, { addIssue }) => {
    if ([where, surface, langs, topics, hours].every((condition) => condition === undefined))
      addIssue({
        code: 'custom',
        path: [],
        message: 'says nothing of where it is: give it in, surface, langs, topics or hours',
      })
  })

export const places = z
  .array(place)
  .default([])
  .describe('Another voice, lines or dials for a group, channel, topic, language or hour; of several the last wins')
