/** The language of a turn: that of its words, and where they tell none, as those of a bare command, that of the talk so far, else of the account. */
import { languageIn } from '../../commitments/weighty-words.ts'
import { isDanger } from '../../domain/handoff.ts'
import type { Lang } from '../../domain/message.ts'
import type { Assessment } from '../../hearing/assess.ts'
import { yesOrNo } from '../../hearing/small-words.ts'
import { defaultLines } from '../../persona/lines/default-lines.ts'
import type { Persona } from '../../persona/persona.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { foreignByLook } from '../../words/languages/foreign-look.ts'
import { isForeignScript } from '../../words/languages/foreign-script.ts'
import { foreignByWords } from '../../words/languages/foreign-words.ts'
import { rememberWords } from '../../words/remember-last.ts'
import type { Attended, Recalled } from '../stages.ts'

/** What is typed after commands, in every language the same; of a name beside a work no language shows. */
const ourWords =
  /^(?:(?:on|off|here|everywhere|first|title|yes|no|withdraw|all|none|nobody|mention|ambient|[#\d]\S*)(?:\s+|$))+/iu
const creditOfWork = /^credit(?:\s|$)/iu

type Spoken = Pick<Persona, 'languages'>
type Named = Pick<Persona, 'name' | 'nicknames' | 'brand'>

/** Names of the house are of no language, whoever says them; of a message that is nothing else, the letters have to tell. */
function withoutNames(text: string, { name, nicknames, brand }: Named): string {
  const names = [name, ...nicknames, brand.name, ...brand.products.flatMap((product) => Object.values(product.name))]
  const rest = names.reduce((words, one) => words.replaceAll(nameIn(one), ' '), text)
  return /\p{L}/u.test(rest) ? rest : text
}
const nameIn = rememberWords(
  (name: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'giu'),
)

/** What a language shows in; empty for a command, a press and, where some is `usual`, for a yes and a no. */
function tellingText({ text, read }: Pick<Attended, 'text' | 'read'>, usual: Lang | undefined): string {
  const isOwnWords = read.length === 0 || !read.every(({ command, button }) => command ?? button)
  if (isOwnWords) return usual !== undefined && yesOrNo(text) ? '' : text
  const words = read
    .map(({ command }) => (creditOfWork.test(command?.args ?? '') ? '' : (command?.args ?? '').replace(ourWords, '')))
    .join(' ')
    .trim()
  // A single word after a command may be a code, or a number of hours.
  return /\s/.test(words) || /[^\p{ASCII}]/u.test(words) ? words : ''
}

/** A number or an address that a look-up waits for is of no language, nor is a word or two beside it. */
function isValueTold(text: string, { conversation, author }: Attended): boolean {
  const { lookUp, code } = conversation.state
  if (lookUp?.accountId !== author.accountId && code?.accountId !== author.accountId) return false
  const rest = text.replaceAll(/\S*[@\p{N}]\S*/gu, ' ')
  return rest !== text && (rest.match(/\p{L}+/gu) ?? []).length <= 2
}

/** One that the persona speaks. `habit`: what the fan writes elsewhere. */
export function languageOf(turn: Attended, persona: Spoken & Named, habit: Lang | undefined): Lang {
  const { languages: among } = persona
  const usual = [turn.conversation.lang, habit, turn.author.lang].find(
    (lang) => lang !== undefined && among.includes(lang),
  )
  const words = withoutNames(tellingText(turn, usual), persona)
  if (usual !== undefined && isValueTold(words, turn)) return usual
  const detected =
    words === '' ? undefined : detectLanguage(words, usual === undefined ? { among } : { among, habit: usual })
  if (detected !== undefined && among.includes(detected)) return detected
  // To letters that the first language has not, one that has them is nearer.
  return usual ?? (words === '' ? among[0] : languageIn(words, among[0], among))
}

type Foreignness = Pick<Recalled, 'isForeign' | 'fanLang'>

/**
 * Told by the phrase that heard danger, by the script, by its words and letters, by the talk so far, or by how its words look; `fanLang`
 * only where there are lines in it.
 */
export function foreignness(
  turn: Attended,
  persona: Spoken & Named,
  { handoff, languages = [] }: Assessment,
  habit: Lang | undefined,
): Foreignness {
  const { text } = turn
  const { languages: spoken } = persona
  const ofDanger = handoff !== undefined && isDanger(handoff) ? dangerLanguage(text, languages, spoken) : undefined
  if (ofDanger !== undefined) return { isForeign: true, fanLang: ofDanger }
  const usual = usualOf(turn, habit)
  const words = tellingText(turn, usual.lang)
  const isOfScript = isForeignScript(words, spoken)
  const byWords = foreignByWords(words, spoken) ?? languageOfAccount(words, turn, spoken)
  if (!isOfScript && byWords === undefined) {
    const fanLang = languageOfTalk(words, turn, spoken, usual)
    if (fanLang !== undefined) return { isForeign: true, fanLang }
    const look = foreignByLook(withoutNames(words, persona), spoken)
    return look === undefined ? { isForeign: false } : foreign(look.lang, words, turn, spoken)
  }
  return foreign(byWords ?? detectLanguage(words, { among: Object.keys(defaultLines) }), words, turn, spoken)
}

function foreign(told: Lang | undefined, words: string, { author }: Attended, spoken: readonly Lang[]): Foreignness {
  const fanLang = nearer(told, words, author.lang, spoken)
  return { isForeign: true, ...(fanLang && fanLang in defaultLines ? { fanLang } : {}) }
}

/** Of a language that is told and that of the device, the one that the words are rather of. */
function nearer(told: Lang | undefined, words: string, device: Lang | undefined, spoken: readonly Lang[]) {
  if (told === undefined || device === undefined || device === told || spoken.includes(device)) return told
  return device in defaultLines ? (detectLanguage(words, { among: [told, device] }) ?? told) : told
}

/** Fewer words are a name, or borrowed. */
const SURE_WORDS = 4

/** That of the device, where the words are rather of it than of one that is spoken: not of all languages are the small words known. */
function languageOfAccount(words: string, { author }: Attended, spoken: readonly Lang[]): Lang | undefined {
  const { lang } = author
  if (lang === undefined || spoken.includes(lang) || !(lang in defaultLines)) return undefined
  const isLong = (words.match(/\p{L}+/gu) ?? []).length >= SURE_WORDS
  return isLong && detectLanguage(words, { among: [...spoken, lang] }) === lang ? lang : undefined
}

interface Usual {
  readonly lang?: Lang | undefined
  /** The fan wrote in it: the language of a device is no word of theirs. */
  readonly isWritten: boolean
}

function usualOf({ conversation, author }: Attended, habit: Lang | undefined): Usual {
  // In a group others have written since.
  const before = conversation.surface === 'group' ? [habit, conversation.lang] : [conversation.lang, habit]
  const written = before.find((lang) => lang !== undefined)
  return { lang: written ?? author.lang, isWritten: written !== undefined }
}

/** The language of the talk, where the persona does not speak it and the words are not of one that it speaks. */
function languageOfTalk(words: string, turn: Attended, spoken: readonly Lang[], usual: Usual): Lang | undefined {
  const { lang, isWritten } = usual
  if (lang === undefined || spoken.includes(lang) || !(lang in defaultLines)) return undefined
  if (words === '' || isValueTold(words, turn)) return lang
  return isWritten && detectLanguage(words, { among: [...spoken, lang], habit: lang }) === lang ? lang : undefined
}

/** Words enough for their language to show in spite of a foreign phrase among them. */
const TELLING_WORDS = 8

/** Undefined where a language of the persona's hears it too, or is clearly the one that the rest is in. */
function dangerLanguage(text: string, languages: readonly Lang[], spoken: readonly Lang[]): Lang | undefined {
  if (languages.some((lang) => spoken.includes(lang))) return undefined
  const heard = languages.filter((lang) => lang in defaultLines)
  const isLong = text.split(/\s+/).length >= TELLING_WORDS
  const likeliest = isLong ? detectLanguage(text, { among: [...spoken, ...heard] }) : undefined
  if (likeliest !== undefined && spoken.includes(likeliest)) return undefined
  return detectLanguage(text, { among: heard }) ?? heard[0]
}
