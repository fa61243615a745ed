/** What a message shows of fans: of its author, and in a group of whom it thanks. Pure. */
import type { AcceptedMessage } from '../../domain/conversation.ts'
import { DAY_MS } from '../../domain/durations.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { Lang, Surface } from '../../domain/message.ts'
import { type NewEvidence, reachWeight } from '../../domain/standing.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { signOf } from '../../hearing/sign-of.ts'
import { recogniseSmallTalk } from '../../hearing/small-talk.ts'
import type { Persona } from '../../persona/persona.ts'
import { findPhrases } from '../../persona/voice/phrases.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { readText } from '../../words/read-text.ts'
import { reachIn } from './reach.ts'

const isLoyal = signOf('loyal')
const isRival = signOf('rival')
/** UTF-16 units of a message that are read. */
const READ = 1_000
const WEEK_MS = 7 * DAY_MS
const weights = { role: 2, thanked: 1, said: 1, named: 0.5 }

/** What of it is put to use, and so may be kept. */
interface Wanted {
  readonly kinds: boolean
  readonly leanings: boolean
}

/** Nothing is kept that nothing uses: kinds serve titles and the circle, how somebody stands to the brand serves the tone. */
function wantedOf({ community }: Persona): Wanted {
  return {
    kinds: community.titles.length > 0 || community.circle !== undefined,
    leanings: community.tone !== undefined,
  }
}

export function evidenceIn(
  message: AcceptedMessage,
  { surface, persona }: { readonly surface: Surface; readonly persona: Persona },
): readonly NewEvidence[] {
  const { kinds, leanings } = wantedOf(persona)
  const { author, forwarded, command, button } = message
  const isFans = !message.isOwn && !author.isBot && !author.isBrand && message.isStaffThread !== true
  if ((!kinds && !leanings) || !isFans || forwarded || command || button !== undefined) return []
  const text = message.text.slice(0, READ)
  const lang = detectLanguage(text, { among: persona.languages }) ?? persona.languages[0]
  return [
    ...(kinds ? [...roleOf(message, surface), ...reachOf(message, text, lang)] : []),
    ...(kinds && surface === 'group' ? thanksIn(message, text, persona) : []),
    ...(leanings ? leaningOf(message, text, lang, persona) : []),
  ]
}

function own({ author, row, sentAt: at }: AcceptedMessage) {
  return { accountId: author.accountId, row, at }
}

function roleOf(message: AcceptedMessage, surface: Surface): readonly NewEvidence[] {
  if (surface !== 'group' || message.author.isAdmin !== true) return []
  return [{ ...own(message), what: 'role', key: message.threadId, weight: weights.role }]
}

/** Said again, it is the same reach. */
function reachOf(message: AcceptedMessage, text: string, lang: Lang): readonly NewEvidence[] {
  const weight = reachWeight(reachIn(text))
  return weight === 0 || asksSomething(text, lang) ? [] : [{ ...own(message), what: 'reach', key: '', weight }]
}

/** Of each who thanks once a week, however often they do: no two can thank each other up. */
function thanksIn(message: AcceptedMessage, text: string, persona: Persona): readonly NewEvidence[] {
  const whom = thankedBy(message)
  if (whom === undefined || !thanks(text, persona)) return []
  const { accountId: by, row, at } = own(message)
  const of = message.replyTo?.messageId
  const key = `${by} ${Math.floor(at / WEEK_MS)}`
  return [{ accountId: whom, by, row, at, what: 'thanked', key, weight: weights.thanked, ...(of ? { of } : {}) }]
}

function thankedBy({ author, replyTo, mentions = [] }: AcceptedMessage): AccountId | undefined {
  if (replyTo?.isToBot) return undefined
  const [only, ...others] = mentions
  const whom = replyTo?.accountId ?? (others.length === 0 ? only : undefined)
  return whom === author.accountId ? undefined : whom
}

/** A clause of it is a thank-you or praise and nothing else. */
function thanks(text: string, { languages }: Persona): boolean {
  return text.split(/[.,;:!?\n。，！？、…–—]+/u).some((clause) => {
    const occasion = recogniseSmallTalk(clause.trim(), { languages, names: [] })?.occasion
    return occasion === 'thanks' || occasion === 'praise'
  })
}

/** A question about a competitor makes nobody their customer. */
function leaningOf(message: AcceptedMessage, text: string, lang: Lang, { brand }: Persona): readonly NewEvidence[] {
  if (asksSomething(text, lang)) return []
  const reading = readText(text)
  const [isFan, isElsewhere] = [isLoyal(reading), isRival(reading)]
  const names = findPhrases(brand.competitors, text, lang).length > 0
  const key = String(Math.floor(message.sentAt / WEEK_MS))
  return [
    ...(isFan && !isElsewhere ? [{ ...own(message), what: 'saidLoyal' as const, key, weight: weights.said }] : []),
    ...(isElsewhere || names
      ? [{ ...own(message), what: 'saidRival' as const, key, weight: isElsewhere ? weights.said : weights.named }]
      : []),
  ]
}
