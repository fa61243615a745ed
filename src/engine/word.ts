/** Between verdict and review, the one place where words are found: lines, answers and labels, by language and turn about, filled in. */
import { dayText, durationText, instantText } from '../desk/time/times.ts'
import { hoursOf } from '../desk/time/working-time.ts'
import { isQuestion, withAsked } from '../domain/asked.ts'
import type { Choice, Pending } from '../domain/conversation.ts'
import { isDanger } from '../domain/handoff.ts'
import type { Button, Media } from '../domain/message.ts'
import { needsPlainWords } from '../domain/open-case.ts'
import { english } from '../hearing/packs/english.ts'
import { packs } from '../hearing/packs/packs.ts'
import { defaultLines } from '../persona/lines/default-lines.ts'
import { hoursText } from '../persona/lines/hours-text.ts'
import type { LanguageLines } from '../persona/lines/language-lines.ts'
import { languageIn, linesIn, textIn } from '../persona/lines/localise.ts'
import { plain, plainLines } from '../persona/lines/plain-lines.ts'
import { fillLine, type LineValues } from '../persona/load/fill.ts'
import type { LocalLines } from '../persona/persona.ts'
import type { Occasion } from '../persona/schema/schema.ts'
import { withoutJokes } from '../persona/voice/without-jokes.ts'
import { hasSimplified, inChineseScript } from '../words/letters/chinese-script.ts'
import { policyNotice } from './attend/policy-notice.ts'
import { cardOf, productTexts } from './compose/card-text.ts'
import { linkText } from './compose/link-words.ts'
import { meText, standingText } from './compose/me-words.ts'
import { rememberingText } from './compose/remember-words.ts'
import { moneyText } from './compose/showing.ts'
import { calledName } from './recall/called-name.ts'
import { myDataText } from './recall/my-data.ts'
import { withoutNumberAsked } from './recall/order-number.ts'
import { buttonsOf, choiceOf, questionId } from './review/labels.ts'
import type { Recalled } from './stages.ts'
import type { Clarify, Handoff, Names, Reply, Saying, Unsaid, Verdict } from './verdict.ts'

export interface DraftText {
  readonly text: string
  readonly author: 'model' | 'approved' | 'line'
  /** Where an operator wrote it: `lines.greeting`, `answers.hours`. If absent, nowhere. */
  readonly from?: string
  readonly buttons?: readonly Button[]
  /** Shown with it. */
  readonly media?: Media
  /** Of something to buy: its first line is the name, with the price. */
  readonly isCard?: true
  readonly alone?: NonNullable<Saying['alone']>
  /** Of the work that it quotes: it leaves as it is, or not at all. */
  readonly work?: string
  /** Where it cannot be said to one alone: the way into private. */
  readonly door?: { readonly text: string; readonly buttons: readonly Button[] }
}

type Worded<V> = Omit<V, 'say' | 'choices'> & { readonly texts: readonly DraftText[] }

/** A verdict in words that nobody has reviewed yet. */
export type Draft =
  | Worded<Reply>
  | (Worded<Clarify> & { readonly choices: readonly Choice[] })
  | Worded<Handoff>
  | Unsaid

/** What to do when a life is in danger: in the fan's own language, whatever the persona's lines are. */
function isHelp(occasion: Occasion): boolean {
  return occasion === 'crisis' || occasion === 'violence' || occasion === 'dangerAgain'
}

/** A catchphrase comes at most on every fourth pleasantry. */
const CATCHPHRASE_EVERY = 4

export function word(verdict: Verdict, turn: Recalled): Draft {
  switch (verdict.kind) {
    case 'silent':
    case 'react':
      return verdict
    case 'reply':
    case 'handoff': {
      const { say, ...rest } = verdict
      const asks = rest.changes?.state?.pending
      return { ...asking(rest, asks, turn), texts: textsOf(say, [], turn, asks) }
    }
    case 'clarify': {
      const { say, choices: offers, changes, ...rest } = verdict
      const choices = offers.map((offer) => choiceOf(offer, turn))
      // Kept as it was read, since the fan may type it.
      const pending = { kind: 'clarify', choices, accountId: turn.author.accountId } as const
      const state = { ...changes?.state, pending }
      return { ...rest, choices, texts: textsOf(say, choices, turn), changes: { ...changes, state } }
    }
  }
}

/** A question with buttons stands open also when the talk goes on. */
function asking<V extends Pick<Verdict, 'changes'>>(verdict: V, question: Pending | undefined, turn: Recalled): V {
  if (!isQuestion(question)) return verdict
  const asked = withAsked(turn.conversation.state, { id: questionId(turn), question }, turn.now)
  return { ...verdict, changes: { ...verdict.changes, state: { ...verdict.changes?.state, asked } } }
}

function textsOf(
  say: readonly Saying[],
  choices: readonly Choice[],
  turn: Recalled,
  asks?: Pending,
): readonly DraftText[] {
  const texts: DraftText[] = []
  for (const saying of say) {
    const own = textOf(saying, turn)
    const said = saying.kind === 'quote' ? own : asTheFanWrites(own, turn)
    const request = saying.kind === 'link' ? saying.request : undefined
    const more = buttonsOf(saying.buttons ?? [], choices, turn, { asks, request })
    const buttons = [...(said.buttons ?? []), ...more].map((button) => ({
      ...button,
      label: inFansScript(button.label, turn),
    }))
    const before = saying.isSameMessage ? texts.pop() : undefined
    const whole = before ? { ...before, text: `${before.text}\n${said.text}` } : said
    const { alone } = saying
    texts.push({
      ...whole,
      ...(buttons.length > 0 ? { buttons } : {}),
      ...(alone ? { alone } : {}),
      ...(alone === 'else-by-door' ? { door: doorOf(turn) } : {}),
    })
  }
  return texts
}

/** Tells nobody what was asked. */
function doorOf(turn: Recalled): NonNullable<DraftText['door']> {
  const { text } = asTheFanWrites(lineFor('onlyInPrivate', turn), turn)
  return { text, buttons: buttonsOf(['private'], [], turn) }
}

function asTheFanWrites(said: DraftText, turn: Recalled): DraftText {
  return { ...said, text: inFansScript(said.text, turn) }
}

/** Chinese in the characters that the fan writes, also what is built in, which is Simplified; names stay as they are. */
function inFansScript(text: string, { fanLang, lang, chinese, persona }: Recalled): string {
  if ((fanLang ?? lang) !== 'zh') return text
  if (chinese === persona.chinese && (chinese === 'Hans' || !hasSimplified(text))) return text
  return inChineseScript(text, chinese, [persona.name, ...persona.nicknames, persona.brand.name])
}

function textOf(saying: Saying, turn: Recalled): DraftText {
  const { persona } = turn
  switch (saying.kind) {
    case 'line':
      return {
        text: lineText(saying, turn),
        author: isHelp(saying.occasion) ? 'approved' : 'line',
        from: `lines.${saying.occasion}`,
      }
    case 'handoff': {
      const { reason, names } = saying
      const written = persona.handoffLines[reason] ?? persona.handoffLines.default
      const lines =
        isDanger(reason) || !needsPlainWords(turn)
          ? written
          : plain(persona, written, ({ handoff }) => handoff[reason] ?? handoff.default)
      const theirs = builtIn(turn, lines, ({ handoff }) => handoff[reason] ?? handoff.default, isDanger(reason))
      const text = lineOf(theirs ?? lines, `handoff-${reason}`, turn, names)
      // Beside money the same sentence tells what never to send.
      return {
        text: reason === 'payment' ? text : withoutNumberAsked(text, turn),
        author: 'line',
        from: 'lines.handoff',
      }
    }
    case 'boundary': {
      const written = persona.boundaries.find(({ id }) => id === saying.id)?.say ?? persona.lines.boundary
      const lines = needsPlainWords(turn) ? plain(persona, written, ({ boundary }) => boundary) : written
      const theirs = builtIn(turn, lines, ({ boundary }) => boundary)
      return { text: lineOf(theirs ?? lines, `boundary-${saying.id}`, turn), author: 'line', from: 'boundaries' }
    }
    case 'disclosure': {
      const written = persona.disclosure.bot
      const lines = needsPlainWords(turn) ? plain(persona, written, ({ bot }) => bot) : written
      const said = lineOf(builtIn(turn, lines, ({ bot }) => bot) ?? lines, 'disclosure', turn)
      return { text: said, author: 'line', from: 'disclosure.bot' }
    }
    case 'answer':
      return answerText(saying.id, saying.lang, turn)
    case 'policy':
      return { text: policyNotice(saying.policy, turn.lang), author: 'approved' }
    case 'my-data':
      return { text: myDataText(saying, turn), author: 'approved' }
    case 'helping': {
      const text = (packs[turn.fanLang ?? turn.lang]?.helping ?? english.helping)[saying.word]
      return { text: text.replace(/\{(\w+)\}/g, (hole, key: string) => saying.values[key] ?? hole), author: 'approved' }
    }
    case 'standing':
      return { text: standingText(saying.word, turn.fanLang ?? turn.lang, saying.values), author: 'approved' }
    case 'me':
      return { text: meText(saying.held, turn.fanLang ?? turn.lang), author: 'approved' }
    case 'remembering': {
      const text = rememberingText(saying.word, turn.fanLang ?? turn.lang, saying.values)
      return { text, author: 'approved' }
    }
    case 'link':
      return { text: linkText(saying.word, saying.values, turn.fanLang ?? turn.lang), author: 'approved' }
    case 'working': {
      const text = (packs[turn.fanLang ?? turn.lang]?.working ?? english.working)[saying.word]
      return { text: filled(text, saying.values), author: 'approved' }
    }
    case 'quote':
      return { text: saying.text, author: 'approved', work: saying.work }
    case 'product':
      return { ...cardOf(saying.product, turn), author: 'approved', isCard: true }
    case 'why-shown': {
      const { fits, fitsUnder } = productTexts(turn)
      const price = saying.under && moneyText(saying.under, turn.lang)
      const line = price === undefined ? fits : fitsUnder.replace('{price}', price)
      return { text: line.replace('{words}', saying.words), author: 'line' }
    }
    case 'statement':
      return { text: saying.text, author: 'approved' }
    case 'own-words':
      return { text: saying.text, author: 'line' }
    case 'model':
      return { text: saying.text, author: 'model' }
  }
}

/** `[, under the name: {name}]` is left out where there is no name. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  const isFilled = (part: string) => [...part.matchAll(/\{(\w+)\}/g)].every(([, key = '']) => values[key] !== '')
  return text
    .replace(/\[([^[\]]*)\]/g, (_, part: string) => (isFilled(part) ? part : ''))
    .replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole)
}

function lineText(saying: Saying & { readonly kind: 'line' }, turn: Recalled): string {
  const { occasion, names, mayAddCatchphrase } = saying
  const { tone, persona } = turn
  const isPlain = needsPlainWords(turn)
  const own = isPlain
    ? plainLines(occasion, persona)
    : ((tone && persona.community.tone?.[tone]?.lines[occasion]) ?? persona.lines[occasion])
  const theirs = builtIn(turn, own, (lines) => lines[occasion], isHelp(occasion))
  const text = lineOf(theirs ?? own, occasion, turn, names)
  const phrase = mayAddCatchphrase && !isPlain ? catchphrase(turn) : ''
  return phrase ? `${text} ${phrase}` : text
}

/** The bare line, where nothing else was left to say. */
export function lineFor(occasion: Occasion, turn: Recalled): DraftText {
  return textOf({ kind: 'line', occasion }, turn)
}

/** To whom writes in a language that the persona does not speak, the built-in line of theirs is said; for one of its own only in danger. */
function builtIn(
  { fanLang, persona }: Recalled,
  own: LocalLines,
  pick: (lines: LanguageLines) => readonly string[],
  isUrgent = false,
): LocalLines | undefined {
  const lines = fanLang === undefined ? undefined : defaultLines[fanLang]
  if (!lines || fanLang === undefined) return undefined
  const [home] = persona.languages
  const usual = defaultLines[home]
  const isOwn = own[home] !== (usual && pick(usual))
  return isOwn && !isUrgent ? undefined : { [fanLang]: pick(lines) }
}

/** One of `lines` in the turn's language, filled in in the language it is in; `name` is what rotation knows it by. */
function lineOf(lines: LocalLines, name: string, turn: Recalled, names: Names = {}): string {
  // A Pole at a shop that speaks Chinese first and English reads English rather.
  const wanted = turn.fanLang !== undefined && lines[turn.fanLang] !== undefined ? turn.fanLang : turn.lang
  const lang = languageIn(lines, wanted, turn.persona)
  const variant = turn.rotation.pick(`${name}:${wanted}`, linesIn(lines, lang, turn.persona))
  return fillLine(variant, valuesOf(names, { ...turn, lang }))
}

/** A team that has no name in the language of the line goes by that of the brand. */
function valuesOf(
  { team, staff, hours, waitMs, place, until, day }: Names,
  { author, lang, persona, now }: Recalled,
): LineValues {
  const called = team ? persona.handoff.teams[team]?.name[lang] : undefined
  const timeZone = hoursOf(team, persona)?.timeZone ?? persona.manners.timeZone
  return {
    fan: calledName(author),
    persona: persona.name,
    brand: persona.brand.name,
    ...(called ? { team: called } : {}),
    ...(staff === undefined ? {} : { staff }),
    ...(hours ? { hours: hoursText(hours, lang) } : {}),
    ...(waitMs === undefined ? {} : { wait: durationText(waitMs, lang) }),
    ...(place === undefined ? {} : { place: String(place) }),
    ...(day === undefined ? {} : { day: dayText(day, lang) }),
    ...(until === undefined ? {} : { until: instantText(until, lang, timeZone, now) }),
  }
}

function answerText(id: string, lang: string, turn: Recalled): DraftText {
  const { persona, rotation } = turn
  const answer = persona.answers.find((one) => one.id === id)
  const variants = answer?.answer[lang] ?? Object.values(answer?.answer ?? {})[0] ?? []
  const whole = rotation.pick(`answer-${id}:${lang}`, variants)
  const text = needsPlainWords(turn) ? withoutJokes(whole, answer?.jokes) : whole
  const buttons = answer?.buttons?.map(({ label, url }) => ({ label: textIn(label, lang, persona), url }))
  return { text, author: 'approved', from: `answers.${id}`, ...(buttons ? { buttons } : {}) }
}

function catchphrase({ lang, persona, rotation }: Recalled): string {
  const variants = linesIn(persona.voice.catchphrases, lang, persona)
  if (variants.length === 0 || persona.voice.energy === 'calm') return ''
  const slots = Array.from({ length: CATCHPHRASE_EVERY }, (_, index) => String(index))
  return rotation.pick('catchphrase-turn', slots) === '0' ? rotation.pick(`catchphrase:${lang}`, variants) : ''
}
