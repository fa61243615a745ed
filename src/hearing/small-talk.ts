/** Recognises a message that is small talk and nothing else, so that it gets the persona's own line without a model. */
import type { Lang } from '../domain/message.ts'
import { cleanText } from '../words/letters/clean-text.ts'
import { bareEmoji, emojiOf, emojiPattern } from '../words/letters/emoji.ts'
import { keyOf, type Lexicon, lexicon, squeeze, tokensOf } from './small-talk/lexicon.ts'
import { type SmallTalk, smallTalks } from './small-talk/occasions.ts'

export type { SmallTalk }

export interface Recognised {
  readonly occasion: SmallTalk
  /** Undefined when the words belong to several languages ("ok", "lol", an emoji). */
  readonly lang: Lang | undefined
}

/** A longer message has more to say than hello. In characters, once clean. */
const longestMessage = 120

/**
 * The occasion, if every word of the message belongs to small talk. "hi, where's my order" does not.
 * `languages`: the persona's; they settle words that several languages share. `names`: what the persona answers to.
 */
export function recogniseSmallTalk(
  text: string,
  options: { readonly languages: readonly Lang[]; readonly names: readonly string[] },
): Recognised | undefined {
  if (text.length > 4000) return undefined
  const clean = cleanText(text).replace(/(?<![\p{L}\p{N}])@[\w.]{1,64}/gu, ' ')
  const emoji = emojiOf(clean).map(bareEmoji)
  const words = clean
    .replace(emojiPattern, ' ')
    .replace(/<3+/g, ' ')
    .replace(/(?<!\p{L})[:;=x8]-?[)(dpo3]+(?![\p{L}\p{N}])/giu, ' ')
    .trim()
  if (words.length > longestMessage) return undefined
  const known = lexicon()
  const tokens = tokensOf(words).map((word) => knownForm(word, known))
  if (tokens.length === 0) return fromSigns(clean, emoji)
  const segments = cover(tokens, known, options.names)
  if (!segments) return jokeAbout(tokens, known, options.languages)
  const phrases = segments.filter((one) => one.kind === 'phrase')
  if (phrases.length > 0) return isMixture(phrases) ? undefined : decide(phrases, options.languages)
  if (!segments.some((one) => one.kind === 'name')) return undefined
  // Only its name: a call, or the name with a heart.
  return fromSigns(clean, emoji) ?? { occasion: 'greeting', lang: undefined }
}

/** Words in which a joke's subject is said: "about cats", "sur les chats". */
const SUBJECT = 3
/** Fewer words of a joke's wish are a word of another sentence. */
const WISH = 2

/** "Tell me a joke about cats": a wish for a joke, and a few words more. */
function jokeAbout(tokens: readonly string[], known: Lexicon, languages: readonly Lang[]): Recognised | undefined {
  const wishes = Array.from({ length: SUBJECT }, (_, at) => tokens.slice(0, tokens.length - 1 - at))
  for (const wish of wishes) {
    const byLang = wish.length < WISH ? undefined : known.phrases.get(keyOf(wish))
    const langs = byLang ? [...byLang].flatMap(([lang, occasion]) => (occasion === 'joke' ? [lang] : [])) : []
    if (langs.length > 0) return { occasion: 'joke', lang: languages.find((lang) => langs.includes(lang)) ?? langs[0] }
  }
  return undefined
}

type Segment =
  | { readonly kind: 'phrase'; readonly byLang: ReadonlyMap<Lang, SmallTalk> }
  | { readonly kind: 'filler' | 'name' }

/** Laughter that is the same everywhere. */
const laughs =
  /^(?:a?(?:ha)+h?|a?(?:ha){2,}h?|(?:he){2,}h?|(?:hi){2,}|(?:ho){2,}|(?:ah){2,}a?|lo+l+|(?:lol)+|lmf?ao+|rofl+|x+d+|h{3,})$/
const anyLanguage: Lang = 'und'

/** A stretched or doubled word as its plain form, if the plain form is known: "heyyy", "thankss". */
function knownForm(word: string, known: Lexicon): string {
  if (known.words.has(word) || word.length < 2 || !/(\p{L})\1/u.test(word)) return word
  return known.bySqueezed.get(squeeze(word)) ?? word
}

/** The fewest phrases, names and fillers that make up all the words; undefined when something is left over. */
function cover(tokens: readonly string[], known: Lexicon, names: readonly string[]): Segment[] | undefined {
  const named = new Set(names.map((name) => keyOf(tokensOf(name).map((word) => knownForm(word, known)))))
  const longest = Math.max(known.longest, ...names.map((name) => tokensOf(name).length))
  const best: ({ cost: number; segments: Segment[] } | undefined)[] = [{ cost: 0, segments: [] }]
  for (let end = 1; end <= tokens.length; end++) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start]
      if (!before) continue
      const part = tokens.slice(start, end)
      const segment = segmentOf(part, known, named)
      if (!segment) continue
      // A filler costs more than a phrase, so that "thank you" is thanks and not two odd words.
      const cost = before.cost + (segment.kind === 'filler' ? 1.5 : 1)
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY))
        best[end] = { cost, segments: [...before.segments, segment] }
    }
  }
  return best[tokens.length]?.segments
}

function segmentOf(part: readonly string[], known: Lexicon, named: ReadonlySet<string>): Segment | undefined {
  const key = keyOf(part)
  if (named.has(key)) return { kind: 'name' }
  const laughsIn = part.length === 1 ? languageOfLaugh(key, known) : undefined
  if (laughsIn) return { kind: 'phrase', byLang: new Map([[laughsIn, 'laughter']]) }
  const byLang = known.phrases.get(key)
  if (byLang) return { kind: 'phrase', byLang }
  return known.fillers.has(key) ? { kind: 'filler' } : undefined
}

function languageOfLaugh(word: string, known: Lexicon): Lang | undefined {
  return laughs.test(word) ? anyLanguage : known.laughs.find(({ pattern }) => pattern.test(word))?.lang
}

/** Chinese letters that are small talk one by one only because some are Japanese: 是 + 誰. */
function isMixture(phrases: readonly (Segment & { kind: 'phrase' })[]): boolean {
  const isEastern = (lang: Lang) => lang === 'zh' || lang === 'ja'
  const eastern = phrases.map(({ byLang }) => [...byLang.keys()]).filter((langs) => langs.every(isEastern))
  return eastern.length > 1 && !['zh', 'ja'].some((one) => eastern.every((langs) => langs.some((lang) => lang === one)))
}

function decide(phrases: readonly (Segment & { kind: 'phrase' })[], languages: readonly Lang[]): Recognised {
  const lang = languageOf(phrases, languages)
  const occasions = phrases.map(({ byLang }) => {
    const preferred = lang ?? languages.find((one) => byLang.has(one))
    return (preferred ? byLang.get(preferred) : undefined) ?? byLang.values().next().value
  })
  return { occasion: smallTalks.find((one) => occasions.includes(one)) ?? 'smallTalk', lang }
}

/** The one language all the phrases share, if there is one; among several, the one the persona speaks. */
function languageOf(phrases: readonly (Segment & { kind: 'phrase' })[], languages: readonly Lang[]): Lang | undefined {
  let shared: Lang[] | undefined
  for (const { byLang } of phrases) {
    if (byLang.has(anyLanguage)) continue
    const own = [...byLang.keys()]
    const both = shared?.filter((lang) => byLang.has(lang)) ?? own
    // "ok merci": the word that fewer languages have decides.
    if (both.length > 0) shared = both
    else if (own.length < (shared?.length ?? 0)) shared = own
  }
  const spoken = shared?.filter((lang) => languages.includes(lang)) ?? []
  if (spoken.length === 1) return spoken[0]
  return spoken.length === 0 && shared?.length === 1 ? shared[0] : undefined
}

const meanings: readonly (readonly [SmallTalk, string])[] = [
  ['praise', '❤🧡💛💚💙💜🖤🤍🤎🩷🩵🩶💕💖💗💘💝💞💓💟❣😍🥰😘😻🤩👏🙌💯🔥⭐🌟✨🏆🥇💪🫶🌹💐🎉🎊😎🤗😊☺🥹💋'],
  ['thanks', '🙏'],
  ['farewell', '😴💤🌙🛌'],
  ['greeting', '👋'],
  ['laughter', '😂🤣😆😹😅💀😁😄😃😀🤪😜😝😛'],
  ['acknowledgement', '👍👌✅✔☑🆗🤝🫡🤙🤟✌'],
]
const meaningOf = new Map(
  meanings.flatMap(([occasion, all]) => emojiOf(all).map((emoji) => [bareEmoji(emoji), occasion] as const)),
)
/** Anger is no small talk. */
const angry = new Set(emojiOf('😡🤬😠👎🖕💩🤮🤢😤👿').map(bareEmoji))

/** What an emoji beside a message says of it; undefined for one that says neither. */
export function feelingOf(emoji: string): 'good' | 'bad' | undefined {
  const bare = bareEmoji(emoji)
  if (angry.has(bare)) return 'bad'
  return meaningOf.has(bare) ? 'good' : undefined
}

/** What emoji or a text heart say by themselves. Bare punctuation says nothing. */
function fromSigns(clean: string, emoji: readonly string[]): Recognised | undefined {
  if (emoji.some((one) => angry.has(one))) return undefined
  const found = emoji.map((one) => meaningOf.get(one))
  const occasion = meanings.map(([one]) => one).find((one) => found.includes(one))
  if (occasion) return { occasion, lang: undefined }
  if (emoji.length > 0) return { occasion: 'smallTalk', lang: undefined }
  if (/<3/.test(clean)) return { occasion: 'praise', lang: undefined }
  return /[:;=8x]-?[)d3p]/i.test(clean) ? { occasion: 'smallTalk', lang: undefined } : undefined
}
