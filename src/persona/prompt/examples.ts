/** Six to eight examples, one at least of each thing a reply may do, in the persona's own words wherever it has some. */
import type { Lang } from '../../domain/message.ts'
import { linesIn } from '../lines/localise.ts'
import { fillLine } from '../load/fill.ts'
import type { Persona } from '../persona.ts'
import { distanceExamples } from './dials.ts'
import { mayTellPrices } from './products.ts'

export interface Shown {
  /** Its own words are in it: no secret. */
  readonly isOwn: boolean
  readonly text: string
}

interface Own {
  readonly fan: string
  readonly says: string
}

const MOST = 8

/** Of the persona's own examples those come first that it wrote first. */
export function shownExamples(persona: Persona, lang: Lang): readonly Shown[] {
  const own = ownIn(persona, lang)
  const askingBack =
    own.find(({ says }) => /^[^.!?。！？]*[?？]/u.test(says)) ?? own.find(({ says }) => /[?？]/.test(says))
  const twofold = persona.voice.bubbles > 1 ? own.find((one) => one !== askingBack && inTwo(one.says)) : undefined
  const plain = own.filter((one) => one !== askingBack && one !== twofold)
  const fixed = [
    twofold ? reply(quoted(twofold.fan), inTwo(twofold.says) ?? []) : twoLines(persona, lang),
    askingBack ? reply(quoted(askingBack.fan), [askingBack.says]) : askBack(persona, lang),
    ...line(persona, lang, 'doesNotKnow', '(asks what you were not told)'),
    ...acts(persona),
  ].filter((one) => one !== undefined)
  const first = plain.slice(0, Math.max(1, MOST - fixed.length)).map(({ fan, says }) => reply(quoted(fan), [says]))
  return [...(first.length > 0 ? first : unvoiced(persona, lang)), ...fixed].slice(0, MOST)
}

/** Those of the language, without a price that only an approved answer may tell. */
function ownIn(persona: Persona, lang: Lang): readonly Own[] {
  const prices = mayTellPrices(persona) ? [] : persona.brand.products.flatMap(({ price = '' }) => figuresOf(price))
  return persona.voice.examples.filter(
    (example) =>
      (example.lang ?? persona.languages[0]) === lang &&
      !figuresOf(`${example.fan} ${example.says}`).some((one) => prices.includes(one)),
  )
}

/** However they are parted: 2450 and 2,450 are one. */
const figuresOf = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((figure) => figure.replace(/\D/g, ''))

/** Nobody wrote how it sounds: the dials alone say it. */
function unvoiced(persona: Persona, lang: Lang): readonly Shown[] {
  const late = distanceExamples[persona.voice.distance][persona.voice.person]
  return [
    ...line(persona, lang, 'greeting', '(says hello)'),
    ...(lang === 'en' ? [reply('"my parcel is late"', [late])] : []),
  ]
}

function acts({ manners }: Persona): readonly Shown[] {
  const [emoji] = manners.reactions
  return [
    act('(asks for a person)', 'handoff, asked-for-person, "Wants a person; has not said why."'),
    ...(emoji ? [act('(thanks you, all is said)', `react ${emoji}`)] : []),
    act('(in a group, talks to another member)', 'silent'),
  ]
}

type Asked = 'greeting' | 'doesNotKnow' | 'clarify' | 'thanks' | 'smallTalk'

function line(persona: Persona, lang: Lang, occasion: Asked, fan: string): readonly Shown[] {
  const [first] = linesIn(persona.lines[occasion], lang, persona)
  return first === undefined ? [] : [reply(fan, [filled(first, persona)])]
}

function askBack(persona: Persona, lang: Lang): Shown | undefined {
  return line(persona, lang, 'clarify', '(may mean two things)')[0]
}

function twoLines(persona: Persona, lang: Lang): Shown | undefined {
  if (persona.voice.bubbles === 1) return undefined
  const lines = (['thanks', 'smallTalk'] as const).flatMap((occasion) =>
    linesIn(persona.lines[occasion], lang, persona).slice(0, 1),
  )
  return lines.length < 2
    ? undefined
    : reply(
        '(thanks you, asks how you are)',
        lines.map((one) => filled(one, persona)),
      )
}

function reply(fan: string, bubbles: readonly string[]): Shown {
  return { isOwn: true, text: `${fan} → reply ${bubbles.map(quoted).join(' | ')}` }
}

function act(fan: string, what: string): Shown {
  return { isOwn: false, text: `${fan} → ${what}` }
}

/** Where a thought ends nearest to the middle; undefined for a single one. */
function inTwo(text: string): readonly [string, string] | undefined {
  const ends = [...text.matchAll(/[.!?…](?=\s)|[。！？]/gu)]
    .map(({ 0: { length }, index }) => index + length)
    .filter((end) => end < text.length)
  const distance = (end: number) => Math.abs(end - text.length / 2)
  const [middle] = ends.sort((a, b) => distance(a) - distance(b))
  return middle === undefined ? undefined : [text.slice(0, middle).trim(), text.slice(middle).trim()]
}

const quoted = (text: string) => JSON.stringify(text)

/** Names filled in, no gaps. */
export function filled(text: string, { name, brand }: Persona): string {
  return fillLine(text, { persona: name, brand: brand.name })
}
