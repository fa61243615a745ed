/** `voice` and `image` of persona.yaml. */
import { z } from 'zod'
import { menu } from './menu.ts'
import { id, lang, langTag, localLines, localText, text } from './parts.ts'

const budget = z.union([z.int().min(20).max(4000), z.record(lang, z.int().min(10).max(4000))])

const emoji = z.strictObject({
  use: z
    .enum(['none', 'rare', 'some', 'many'])
    .default('some')
    .describe('none: never; rare: one in a while; some: up to two a message; many: up to four'),
  favourites: z.array(z.string()).default([]).describe('The ones this persona likes; when given, no others are used'),
})

export const voice = z.strictObject({
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
    .array(langTag)
    .min(1)
    .optional()
    .describe('Languages it speaks; the first is its home language. If absent, those its answers are written in'),
  examples: z
    .array(z.strictObject({ fan: text, says: text, lang: lang.optional() }))
    .default([])
    .describe('How it would really say it; the model learns most from these'),
  style: localText.optional().describe('Anything about its way of speaking that the dials do not catch'),
})

export const image = z.strictObject({
  avatar: z.string().optional().describe('File under assets/'),
  bio: localText.optional().describe('Profile text on the platform'),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'is not a colour such as #c0563b')
    .default('#3b82c0'),
  symbol: z.string().default('●').describe('A sign beside its name in the terminal'),
  moods: z.record(id, z.array(z.string()).min(1)).default({}).describe('Stickers or pictures under assets/, by mood'),
  menu: menu
    .optional()
    .describe('What can be tapped beside a private talk, where the platform has such a menu (WeChat)'),
})
