/** A persona as a character card: what came from a card goes back as it was, but for what the operator changed since. */
import { isDeepStrictEqual } from 'node:util'
import { deflateSync } from 'node:zlib'
import { z } from 'zod'
import { MascotError } from '../../errors.ts'
import { isRecord } from '../../persona/load/problem.ts'
import type { Persona } from '../../persona/persona.ts'
import { importedFrom } from './card-to-persona.ts'
import { isPng, pngOf, withTexts } from './png-text.ts'
import { type Card, keywords } from './read-card.ts'

const keptSchema = z.object({
  kind: z.enum(['chara_card_v1', 'chara_card_v2', 'chara_card_v3', 'eliza']),
  raw: z.record(z.string(), z.unknown()),
})

/** The card that it came from, where it came from one. */
function originOf({ extensions }: Persona): Card | undefined {
  const parsed = keptSchema.safeParse(extensions.card)
  if (!parsed.success) return undefined
  const { kind, raw } = parsed.data
  const data = kind === 'chara_card_v2' || kind === 'chara_card_v3' ? raw.data : raw
  return isRecord(data) ? { kind, raw, data } : undefined
}

/** As JSON: of the kind it came from, else a v3. */
export function cardOf(persona: Persona): Record<string, unknown> {
  const origin = originOf(persona)
  if (!origin) return { spec: 'chara_card_v3', spec_version: '3.0', data: { ...emptyData, ...fieldsOf(persona) } }
  const changed = changedSince(persona, origin)
  if (origin.data === origin.raw) return { ...origin.raw, ...changed }
  return { ...origin.raw, data: { ...origin.data, ...changed } }
}

/** All that a v2 and a v3 must have. */
const emptyData = {
  ...{ description: '', personality: '', scenario: '', first_mes: '', mes_example: '', creator_notes: '' },
  ...{ system_prompt: '', post_history_instructions: '', creator: '', character_version: '' },
  ...{ tags: [], alternate_greetings: [], group_only_greetings: [], extensions: {} },
}

/** In the words of a card. */
function fieldsOf({ name, nicknames, lore, voice, lines, languages, brand }: Persona) {
  const [home] = languages
  const [first = '', ...more] = lines.greeting[home] ?? []
  const placed = (text: string) =>
    text.replaceAll('{fan}', '{{user}}').replaceAll('{persona}', '{{char}}').replaceAll('{brand}', brand.name)
  return {
    name,
    ...(nicknames[0] === undefined ? {} : { nickname: nicknames[0] }),
    description: lore.join('\n'),
    personality: voice.style?.[home] ?? '',
    first_mes: placed(first),
    alternate_greetings: more.map(placed),
    mes_example: voice.examples.map(({ fan, says }) => `<START>\n{{user}}: ${fan}\n{{char}}: ${says}`).join('\n'),
  }
}

/** Fields of a card whose part of the persona is not any more what the card made of it. */
function changedSince(persona: Persona, origin: Card): Record<string, unknown> {
  const before = importedFrom(origin, persona.brand.name).persona
  const voice: Readonly<Record<string, unknown>> = isRecord(before.voice) ? before.voice : {}
  const lines: Readonly<Record<string, unknown>> = isRecord(before.lines) ? before.lines : {}
  const [home] = persona.languages
  const now = fieldsOf(persona)
  const isChanged = {
    name: before.name !== persona.name,
    nickname: !isDeepStrictEqual(before.nicknames ?? [], persona.nicknames),
    description: !isDeepStrictEqual(before.lore ?? [], persona.lore),
    personality: (voice.style ?? '') !== (persona.voice.style?.[home] ?? ''),
    greeting: lines.greeting !== undefined && !isDeepStrictEqual(lines.greeting, persona.lines.greeting[home]),
    examples: !isDeepStrictEqual(voice.examples ?? [], persona.voice.examples),
  }
  if (origin.kind === 'eliza')
    return {
      ...(isChanged.name ? { name: persona.name } : {}),
      ...(isChanged.description ? { bio: persona.lore, lore: [] } : {}),
      ...(isChanged.personality ? { adjectives: [], style: { all: [now.personality] } } : {}),
      ...(isChanged.examples
        ? { messageExamples: persona.voice.examples.map(({ fan, says }) => elizaTalk(persona.name, fan, says)) }
        : {}),
    }
  return {
    ...(isChanged.name ? { name: persona.name } : {}),
    ...(isChanged.nickname ? { nickname: persona.nicknames[0] ?? '' } : {}),
    ...(isChanged.description ? { description: now.description, scenario: '' } : {}),
    ...(isChanged.personality ? { personality: now.personality } : {}),
    ...(isChanged.greeting ? { first_mes: now.first_mes, alternate_greetings: now.alternate_greetings } : {}),
    ...(isChanged.examples ? { mes_example: now.mes_example } : {}),
  }
}

const elizaTalk = (name: string, fan: string, says: string) => [
  { user: '{{user1}}', content: { text: fan } },
  { user: name, content: { text: says } },
]

/**
 * A PNG with the card in it twice, for readers of v3 and of v2. `avatar`: absent, a plain picture in the persona's colour.
 * @throws {MascotError} `usage` where the avatar is no PNG
 */
export function cardPng(persona: Persona, avatar?: Buffer): Buffer {
  const card = cardOf(persona)
  const { data } = card
  if (!isRecord(data) || originOf(persona)?.kind === 'eliza')
    throw new MascotError('usage', 'A character of another form than a card goes into a .json file, not into a PNG.')
  if (avatar && !isPng(avatar))
    throw new MascotError(
      'usage',
      'image.avatar is no PNG: only a PNG holds a card. Save the picture as PNG, or name a .json file.',
    )
  const packed = (as: unknown) => Buffer.from(JSON.stringify(as), 'utf8').toString('base64')
  const v3 = { ...card, spec: 'chara_card_v3', spec_version: '3.0' }
  const v2 = { ...card, spec: 'chara_card_v2', spec_version: '2.0' }
  const picture = avatar ?? plainPicture(persona.image.colour)
  // A card that was a v2 alone stays one: readers of v3 take it as well.
  const isV2 = card.spec === 'chara_card_v2'
  return withTexts(picture, isV2 ? { chara: packed(card) } : { ccv3: packed(v3), chara: packed(v2) }, keywords)
}

const WIDTH = 400
const HEIGHT = 600

/** One colour, `#rrggbb`. */
function plainPicture(colour: string): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH)
  head.writeUInt32BE(HEIGHT, 4)
  // Eight bits, by palette.
  head.set([8, 3, 0, 0, 0], 8)
  return pngOf([
    { type: 'IHDR', data: head },
    { type: 'PLTE', data: Buffer.from(colour.slice(1), 'hex') },
    { type: 'IDAT', data: deflateSync(Buffer.alloc((WIDTH + 1) * HEIGHT)) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ])
}
