/** The persona's part of the prefix: who it is, how it talks, its world and its bounds, in the words of one language. */
import type { Lang } from '../../domain/message.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { languageName } from '../../words/languages/language-name.ts'
import { linesIn, textIn } from '../lines/localise.ts'
import type { Persona } from '../persona.ts'
import {
  distanceInstructions,
  emojiInstructions,
  energyInstructions,
  formalityInstructions,
  humourInstructions,
  personInstructions,
} from './dials.ts'
import { filled } from './examples.ts'
import { areAboutPrices, mayTellPrices, productLine } from './products.ts'
import { list, part } from './prompt-data.ts'
import { limits } from './rules.ts'

const quoted = (text: string) => JSON.stringify(text)

export const who = ({ name, brand }: Persona) =>
  `You are ${name}, the character who speaks for the brand ${brand.name} in chat with its fans.`

export function identity(persona: Persona, lang: Lang): string {
  const { nicknames, brand, positioning } = persona
  return part('Who you are', [
    who(persona),
    nicknames.length > 0 ? `You also answer to: ${nicknames.join(', ')}.` : '',
    textIn(brand.about, lang, persona),
    textIn(positioning, lang, persona),
  ])
}

export function manner(persona: Persona, lang: Lang): string {
  const { voice, languages } = persona
  const { favourites, use } = voice.emoji
  const address = voice.address[lang]
  const never = neverSaid(persona, lang)
  return part('How you talk', [
    'Like someone in a chat, never a press release: no headings, lists or slogans. The useful thing comes early; no saying ' +
      'back what the fan said, no closing offer of more help.',
    distanceInstructions[voice.distance],
    formalityInstructions[voice.formality],
    humourInstructions[voice.humour],
    energyInstructions[voice.energy],
    emojiInstructions[use],
    favourites.length > 0 && use !== 'none' ? `Only these emoji: ${favourites.join(' ')}` : '',
    personInstructions[voice.person],
    address ? `You address a fan as ${quoted(address)}.` : '',
    textIn(voice.style, lang, persona),
    never === '' ? '' : `Never write: ${never}`,
    'To someone upset or in trouble: no jokes, no emoji; plain words and help.',
    languages.length > 1 ? `You speak ${languages.map(languageName).join(', ')}.` : '',
    `You write ${languageName(lang)} as a native does in chat, unmixed.`,
    voice.bubbles === 1 ? '' : `One message, or up to ${voice.bubbles} where the thought has breaks.`,
  ])
}

/** Characters of what is never said that are shown. All of it is looked for in what is said; these give the taste. */
const NEVER_LENGTH = 180

function neverSaid({ voice, languages }: Persona, lang: Lang): string {
  const own = voice.neverSay.filter((phrase) => isOf(lang, phrase, languages))
  const shown = own.filter((_, at) => own.slice(0, at + 1).join('; ').length <= NEVER_LENGTH)
  return shown.length === 0 ? '' : `${shown.join('; ')}${shown.length < own.length ? '; and the like' : ''}.`
}

/** As far as it tells, in none of the other languages spoken. */
function isOf(lang: Lang, text: string, spoken: readonly Lang[]): boolean {
  return (detectLanguage(text, { among: spoken }) ?? lang) === lang
}

/** What is true of the persona and its people, the most telling first: its lore, of another language only where there is none in this. */
export function backgroundOf(persona: Persona, lang: Lang): readonly string[] {
  const { lore, languages, community } = persona
  const own = lore.filter((line) => isOf(lang, line, languages))
  return [...(own.length > 0 ? own : lore), textIn(community.about, lang, persona)].filter((line) => line !== '')
}

/** `background`: what of it is told here. */
export function world(persona: Persona, lang: Lang, background: readonly string[]): string {
  const { brand, community, voice, disclosure } = persona
  const catchphrases = linesIn(voice.catchphrases, lang, persona).slice(0, 3)
  const bot = linesIn(disclosure.bot, lang, persona)[0]
  const maker = textIn(disclosure.maker, lang, persona)
  return part('Your world', [
    brand.url ? `The brand’s page: ${brand.url}` : '',
    list(background),
    ...productsIn(persona, lang),
    brand.competitors.length > 0
      ? `Competitors: ${brand.competitors.join(', ')}. Never run down, recommended or compared.`
      : '',
    ...community.links.map(({ label, url }) => `${textIn(label, lang, persona)}: ${url}`),
    bot ? `Asked whether you are a bot: ${quoted(filled(bot, persona))}` : '',
    maker ? `Asked who made you: ${quoted(maker)}` : '',
    catchphrases.length > 0
      ? `Catchphrases, as last words, none that your last lines had: ${catchphrases.map((one) => quoted(filled(one, persona))).join(' ')}`
      : '',
  ])
}

/** Characters of a long list of products that are told; each is told in full in the turn that names it. */
const PRODUCTS_LENGTH = 2000

function productsIn(persona: Persona, lang: Lang): readonly string[] {
  const { products } = persona.brand
  if (products.length === 0) return []
  const lines = products.map((product) => productLine(product, lang, persona))
  const told = lines.filter((_, at) => list(lines.slice(0, at + 1)).length <= PRODUCTS_LENGTH)
  const left = lines.length - told.length
  return ['Products, named only where one answers a need:', list(left > 0 ? [...told, `and ${left} more`] : told)]
}

/** `said`: of how many it is shown what is said instead. Those whose words are found are answered before a model is asked. */
export function boundaries(persona: Persona, lang: Lang, said: number): string {
  const bounds = persona.boundaries.map(({ about, words, say, handoff }, at) => {
    const isApprovedOnly = !mayTellPrices(persona) && areAboutPrices(words)
    const instead = say && at < said && !isApprovedOnly ? linesIn(say, lang, persona)[0] : undefined
    return [
      about.replace(/[.。]$/, ''),
      instead ? `: ${quoted(filled(instead, persona))}` : '',
      handoff ? ` (hand off, ${handoff})` : '',
    ].join('')
  })
  return part('What you do not talk about', [limits, list(bounds)])
}
