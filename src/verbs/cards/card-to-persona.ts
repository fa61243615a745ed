/** What a character card says, as the keys of persona.yaml; and what of it was kept, changed or left aside. Pure. */
import type { Lang } from '../../domain/message.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { isRecord, type PersonaProblem } from '../../persona/load/problem.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { isUnspaced } from '../../words/letters/scripts.ts'
import { fitting, inWords, type Placed, paragraphsOf, withoutOrdering } from './fit-texts.ts'
import type { Card } from './read-card.ts'

export interface Imported {
  /** The value of persona.yaml. */
  readonly persona: Readonly<Record<string, unknown>>
  /** A line for each thing that did not come over as it stood. */
  readonly report: readonly string[]
}

/** Longer is no line to greet with. */
const GREETING_CHARACTERS = 400
const EXAMPLES = 20

/** What is read of a card. */
interface Told {
  readonly nicknames: readonly string[]
  readonly lore: readonly Placed[]
  readonly style: readonly Placed[]
  readonly greetings: readonly Placed[]
  readonly examples: readonly Example[]
}

interface Example {
  readonly fan: string
  readonly says: string
}

export function importedFrom(card: Card, brand: string | undefined): Imported {
  const name = textOf(card.data.name)
  const all = toldBy(card)
  const names = [name, ...all.nicknames]
  const own = {
    lore: paragraphsOf(all.lore, names),
    style: paragraphsOf(all.style, names),
    examples: withoutOrdering(all.examples, names, ({ fan, says }) => ({
      text: `${fan}\n${says}`,
      from: 'an example',
    })),
    greetings: withoutOrdering(all.greetings, names, (text) => text),
  }
  const fit = {
    lore: fitting(own.lore.kept, 'lore', ({ text }) => text),
    style: fitting(own.style.kept, 'voice.style', ({ text }) => text),
    examples: fitting(own.examples.kept, 'voice.examples', ({ fan, says }) => `${fan}\n${says}`),
    greetings: fitting(own.greetings.kept, 'lines.greeting', ({ text }) => text),
  }
  const texts = (placed: readonly Placed[]) => placed.map(({ text }) => text)
  const told = { ...all, lore: texts(fit.lore.kept), style: texts(fit.style.kept), examples: fit.examples.kept }
  const { greetings, left } = chooseGreetings(texts(fit.greetings.kept))
  const kept = withoutSecrets(card)
  const spoken = languageOf([...texts(fit.lore.kept), ...greetings])
  const others = otherLanguages(greetings, spoken)
  const persona = {
    name,
    ...(told.nicknames.length > 0 ? { nicknames: told.nicknames } : {}),
    brand: { name: brand ?? name },
    ...(card.avatar ? { image: { avatar: card.avatar.name } } : {}),
    ...(told.lore.length > 0 ? { lore: told.lore } : {}),
    voice: {
      ...(spoken !== undefined && spoken !== 'en' ? { languages: [spoken] } : {}),
      ...(told.style.length > 0 ? { style: told.style.join('\n') } : {}),
      ...(told.examples.length > 0 ? { examples: told.examples } : {}),
    },
    ...(greetings.length > 0 ? { lines: { greeting: greetings } } : {}),
    extensions: { card: { kind: card.kind, raw: kept.raw } },
  }
  const report = [
    `kept      everything as it stood, under extensions.card: for the way back (mascot export --card), read by nobody`,
    ...(brand === undefined ? [`add       brand.name: the card knows none, ${name} stands there (--brand NAME)`] : []),
    spoken === undefined
      ? 'add       voice.languages: nothing in the card tells its language for sure, and en stands there'
      : `taken     voice.languages: ${spoken}, the language it is written in`,
    ...others.map(
      (lang) =>
        `add       voice.languages: a first message is in ${lang}; with ${lang} there, move it under lines.greeting.${lang}`,
    ),
    count('taken', told.lore.length, 'lore', 'description, scenario, world book'),
    count('taken', told.style.length, 'voice.style', 'personality, adjectives, style'),
    count('taken', told.examples.length, 'voice.examples', 'example messages'),
    count('taken', greetings.length, 'lines.greeting', 'first messages'),
    ...[...Object.values(own), ...Object.values(fit)].flatMap((one) => one.left),
    ...left.map((why) => `left      a first message ${why}: write lines.greeting yourself`),
    ...(hasAny(card, ['system_prompt', 'post_history_instructions', 'system'])
      ? ['left      orders to a model (system_prompt and the like): the persona’s own prompt is made of its keys']
      : []),
    ...(hasAny(card, ['creator_notes', 'creatorcomment'])
      ? ['left      creator_notes: for people, never in a prompt']
      : []),
    ...kept.dropped.map((path) => `dropped   ${path}: a persona’s files hold no secrets`),
    'add       answers.yaml: a card has no approved answers; without them and without a model it says its lines alone',
  ]
  return { persona, report: report.filter((line) => line !== '') }
}

/** Letters from which on a text tells its language. */
const TELLING = 40

/** That of all texts together, where their longest one by itself is in no other. */
function languageOf(all: readonly string[]): Lang | undefined {
  const among = Object.keys(packs)
  const whole = all.join('\n')
  const longest = all.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const found = detectLanguage(whole, { among })
  if (found === undefined || lettersIn(whole) < telling(whole)) return undefined
  return detectLanguage(longest, { among }) === found ? found : undefined
}

/** Of first messages, those languages that are not its own. */
function otherLanguages(greetings: readonly string[], own: Lang | undefined): readonly Lang[] {
  if (own === undefined) return []
  const found = greetings.flatMap((text) => languageOf([text]) ?? [])
  return [...new Set(found)].filter((lang) => lang !== own)
}

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
/** A script without spaces says as much in a quarter of the letters. */
const telling = (text: string) => (isUnspaced(text) ? TELLING / 4 : TELLING)

/** What is read of a card, whichever kind it is. */
function toldBy({ kind, data }: Card): Told {
  const name = textOf(data.name)
  const placed = (value: unknown, from: string): Placed[] =>
    textsOf(value).map((text, at) => ({
      text: inWords(text, name),
      from: Array.isArray(value) ? `${from}[${at}]` : from,
    }))
  if (kind === 'eliza') {
    const style: Readonly<Record<string, unknown>> = isRecord(data.style) ? data.style : {}
    const adjectives = textsOf(data.adjectives).join(', ')
    return {
      nicknames: textsOf(data.username).filter((nickname) => nickname !== name),
      lore: [...placed(data.bio, 'bio'), ...placed(data.lore, 'lore'), ...placed(data.knowledge, 'knowledge')],
      style: [
        ...placed(adjectives, 'adjectives'),
        ...placed(style.all, 'style.all'),
        ...placed(style.chat, 'style.chat'),
      ],
      greetings: [],
      examples: examplesOfEliza(data.messageExamples, name),
    }
  }
  const book: unknown = isRecord(data.character_book) ? data.character_book.entries : undefined
  const entries = (Array.isArray(book) ? book : []).map((entry, at) => ({ entry, at }))
  return {
    nicknames: textsOf(data.nickname).filter((nickname) => nickname !== name),
    lore: [
      ...placed(data.description, 'description'),
      ...placed(data.scenario, 'scenario'),
      ...entries.flatMap(({ entry, at }) =>
        isRecord(entry) && entry.enabled !== false ? placed(entry.content, `character_book.entries[${at}]`) : [],
      ),
    ],
    style: placed(data.personality, 'personality'),
    greetings: [...placed(data.first_mes, 'first_mes'), ...placed(data.alternate_greetings, 'alternate_greetings')],
    examples: examplesOf(textOf(data.mes_example), name),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '')
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== '')
/** Of first messages, those short enough to be said, without stage directions. */
function chooseGreetings(all: readonly string[]): { greetings: string[]; left: string[] } {
  const greetings: string[] = []
  const left: string[] = []
  for (const text of all) {
    const spoken = text
      .replaceAll(/\*[^*]*\*/g, ' ')
      .replaceAll('the fan', '{fan}')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (spoken === '') left.push('of stage directions alone')
    else if (spoken.length > GREETING_CHARACTERS) left.push(`of ${text.length} characters`)
    else greetings.push(spoken)
  }
  return { greetings, left }
}

/** `<START>` begins a talk; a line is by whoever stands before its colon. */
function examplesOf(text: string, name: string): readonly Example[] {
  const speaker = /^(\{\{(?:user|char)\}\}|<(?:USER|BOT)>)\s*:\s*/i
  return text
    .split(/<START>/i)
    .flatMap((talk) => {
      const said: { isFan: boolean; words: string }[] = []
      for (const line of talk.split('\n')) {
        const who = speaker.exec(line)
        const last = said.at(-1)
        if (who) said.push({ isFan: /user/i.test(who[1] ?? ''), words: line.slice(who[0].length) })
        else if (last) last.words = `${last.words} ${line}`.trim()
      }
      return pairsOf(said, name)
    })
    .slice(0, EXAMPLES)
}

function pairsOf(said: readonly { readonly isFan: boolean; readonly words: string }[], name: string) {
  return said.flatMap(({ isFan, words }, at) => {
    const next = said[at + 1]
    const [fan, says] = [inWords(words, name).trim(), inWords(next?.words ?? '', name).trim()]
    return isFan && next && !next.isFan && fan !== '' && says !== '' ? [{ fan, says }] : []
  })
}

function examplesOfEliza(talks: unknown, name: string): readonly Example[] {
  const list: readonly unknown[] = Array.isArray(talks) ? talks : []
  return list
    .flatMap((talk) => {
      const messages = (Array.isArray(talk) ? talk : []).filter(isRecord)
      const said = messages.map((message) => {
        const who = textOf(message.user ?? message.name)
        const content = message.content
        return { isFan: who !== name, words: textOf(isRecord(content) ? content.text : content) }
      })
      return pairsOf(said, name)
    })
    .map(({ fan, says }) => ({
      fan: fan.replaceAll(/\{\{\w+\}\}/g, 'the fan'),
      says: says.replaceAll(/\{\{\w+\}\}/g, 'the fan'),
    }))
    .slice(0, EXAMPLES)
}

/** Keys that hold what opens something: by the names they go by everywhere. */
const secret = /secret|token|password|api_?key|private_?key|credential/i

function withoutSecrets({ raw }: Card): { raw: Record<string, unknown>; dropped: string[] } {
  const dropped: string[] = []
  const clean = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item, at) => clean(item, `${path}[${at}]`))
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, child]) => {
        const here = path === '' ? key : `${path}.${key}`
        const isSecret = secret.test(key) && isFull(child)
        if (isSecret) dropped.push(here)
        return isSecret ? [] : [[key, clean(child, here)]]
      }),
    )
  }
  const cleaned = clean(raw, '')
  return { raw: isRecord(cleaned) ? cleaned : {}, dropped }
}

/** Without the texts at which `check` finds a mistake; undefined where a mistake stands elsewhere. */
export function withoutMistakes(
  { persona, report }: Imported,
  problems: readonly PersonaProblem[],
): Imported | undefined {
  const lines: string[] = []
  const drop = new Map<string, Set<number>>()
  for (const { path, message } of problems) {
    const [, list, place] = /^(lore|nicknames|voice\.examples|lines\.greeting)\[(\d+)\]/.exec(path) ?? []
    if (list === undefined) return undefined
    drop.set(list, (drop.get(list) ?? new Set()).add(Number(place) - 1))
    lines.push(`left      ${path}: ${message}`)
  }
  const mended: Record<string, unknown> = { ...persona }
  for (const [list, places] of drop) {
    const [first = '', second] = list.split('.')
    const own = mended[first]
    const without = (all: unknown) => (Array.isArray(all) ? all.filter((_, at) => !places.has(at)) : all)
    if (second === undefined) mended[first] = without(own)
    else if (isRecord(own)) {
      const { [second]: all, ...rest } = own
      const left = without(all)
      mended[first] = Array.isArray(left) && left.length === 0 ? rest : { ...rest, [second]: left }
    }
  }
  return { persona: mended, report: [...report, ...lines] }
}

const isFull = (value: unknown) =>
  isRecord(value) ? Object.keys(value).length > 0 : typeof value === 'string' && value !== ''

const hasAny = ({ data, raw }: Card, keys: readonly string[]) =>
  keys.some((key) => textOf(data[key]) !== '' || textOf(raw[key]) !== '')

function count(how: string, number: number, where: string, from: string): string {
  return number === 0 ? '' : `${how.padEnd(9)} ${where}: ${number} from ${from}`
}
