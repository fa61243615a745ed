/** What the desk says: the persona's lines to the fan, a person's words, and plain words to staff. Every word to a fan passes the voice check. */
import type { Case, Said, StaffMember, StaffMessage } from '../../domain/case.ts'
import { isDanger } from '../../domain/handoff.ts'
import type { Button, Media, Outgoing } from '../../domain/message.ts'
import { bot, type Speaker } from '../../domain/speaker.ts'
import { linesIn, textIn } from '../../persona/lines/localise.ts'
import { plainLines } from '../../persona/lines/plain-lines.ts'
import { saysBot } from '../../persona/lines/says-bot.ts'
import { fillLine, type LineValues } from '../../persona/load/fill.ts'
import type { LocalLines, Persona } from '../../persona/persona.ts'
import type { Occasion } from '../../persona/schema/schema.ts'
import { checkVoice, forStaff, inOneMessage, staffText } from '../../persona/voice/voice.ts'
import { langOf } from '../people/teams.ts'

/** `tellsOf`: ids of the accounts, cases and works that it shows, where that is not known by where it is said. */
export function toStaff(text: string, buttons?: readonly Button[], tellsOf: readonly string[] = []): Outgoing[] {
  return [{ ...staffText(text), ...(buttons ? { buttons } : {}), ...(tellsOf.length > 0 ? { tellsOf } : {}) }]
}

/** One of the persona's lines, said by the bot. */
export function deskLine(
  occasion: Occasion,
  one: Case,
  persona: Persona,
  values: Partial<LineValues> = {},
  buttons?: readonly Button[],
): Said[] {
  const lines = isDanger(one.reason) ? plainLines(occasion, persona) : persona.lines[occasion]
  return sayLine(lines, one, persona, values, buttons)
}

/** Variants take turns with the case's own changes. */
export function sayLine(
  lines: LocalLines,
  one: Case,
  persona: Persona,
  values: Partial<LineValues>,
  buttons?: readonly Button[],
): Said[] {
  const lang = langOf(one, persona)
  const variants = linesIn(lines, lang, persona)
  const line = variants[one.version % Math.max(1, variants.length)] ?? ''
  const text = fillLine(line, { fan: one.fanName, persona: persona.name, brand: persona.brand.name, ...values })
  const { pieces } = checkVoice(persona, { text, author: 'line', surface: one.surface, lang })
  return pieces.map((piece, index) => ({
    ...(saysBot(piece) && { introduces: true as const }),
    outgoing: {
      kind: 'text',
      text: piece,
      speaker: bot,
      lang,
      ...(buttons && index === pieces.length - 1 ? { buttons } : {}),
    },
  }))
}

/**
 * In a group for the fan of the case alone: as the platform can, else in private, else not at all, since it would tell the others of
 * the case. `orOpenly`: what everybody may read then.
 */
export function toFanAlone(said: readonly Said[], { surface, accountId }: Case, orOpenly = false): Said[] {
  if (surface !== 'group' || accountId === undefined) return [...said]
  return said.map((one) => {
    const { outgoing } = one
    if (outgoing.kind !== 'text') return one
    const openly = orOpenly ? { openly: { text: outgoing.text } } : {}
    return { ...one, outgoing: { ...outgoing, onlyFor: accountId, ...openly } }
  })
}

/** Back with the bot: its line for that says so, or else the words with which it tells everybody who it is stand before. */
export function backWithBot(one: Case, persona: Persona, values: Partial<LineValues>): Said[] {
  const said = deskLine('returned', one, persona, values)
  const [first, ...others] = said
  const [told] = deskLine('introduction', one, persona)
  if (first?.outgoing.kind !== 'text' || told?.outgoing.kind !== 'text') return said
  if (said.some(({ introduces }) => introduces)) return said
  const text = inOneMessage(told.outgoing.text, first.outgoing.text)
  return [{ outgoing: { ...first.outgoing, text }, introduces: true }, ...others]
}

export interface Words {
  readonly text: string
  readonly staff: StaffMember
  readonly asBrand: boolean
  /** The person is introduced first. */
  readonly isFirst: boolean
  readonly media?: readonly Media[]
  readonly by?: StaffMessage
  /** UTF-16 units the fan's surface takes. */
  readonly maxLength?: number
  readonly markdown?: 'none' | 'light'
}

/** A person's words as they leave, or why they may not: a word the brand never says, a bot denied in its name. */
export function personSays(words: Words, one: Case, persona: Persona): { said: Said[] } | { refused: string } {
  const { staff, asBrand, by, media = [] } = words
  const lang = langOf(one, persona)
  const { pieces, findings } = checkVoice(persona, {
    text: dressed(words, one, persona),
    author: 'staff',
    surface: one.surface,
    lang,
    asBrand,
    ...(words.maxLength ? { maxLength: words.maxLength } : {}),
    ...(words.markdown ? { markdown: words.markdown } : {}),
  })
  const forbidden = findings.filter(({ code }) => code === 'never-say' || code === 'denies-bot')
  if (forbidden.length > 0)
    return { refused: `the brand does not say ${forbidden.map(({ detail }) => `“${detail}”`).join(', ')}` }
  if (pieces.length === 0 && media.length === 0) return { refused: 'there is nothing in it to say' }
  const speaker: Speaker = { kind: asBrand ? 'person-as-brand' : 'person', name: staff.name, id: staff.id }
  const texts = pieces.length > 0 ? pieces : [forStaff('')]
  const messages = texts.map((text, index): Outgoing => {
    const [shown, ...more] = index === 0 ? media : []
    // Words that speak of a file never leave without it.
    return {
      ...{ kind: 'text', text, speaker, lang },
      ...(shown && { media: shown, ifRefused: 'none' }),
      ...(more.length > 0 && { moreMedia: more }),
    }
  })
  return { said: messages.map((outgoing) => ({ outgoing, ...(by ? { by } : {}) })) }
}

/** With an introduction before a person's first own words, and a name after those said as the brand, as the persona discloses. */
function dressed({ text, staff, asBrand, isFirst }: Words, one: Case, persona: Persona): string {
  if (text.trim() === '') return ''
  if (asBrand) return persona.disclosure.personAsBrand === 'sign' ? `${text.trim()}\n— ${staff.name}` : text
  if (!isFirst) return text
  const intro = introductionOf(staff, one, persona)
  return intro === '' ? text : `${intro}\n${text}`
}

/** With which a person begins; empty where the persona has none. */
export function introductionOf(staff: StaffMember, one: Case, persona: Persona): string {
  return fillLine(textIn(persona.disclosure.person, langOf(one, persona), persona), {
    fan: one.fanName,
    persona: persona.name,
    brand: persona.brand.name,
    staff: staff.name,
  })
}
