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
import { productLine } from './products.ts'
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
  const own = voice.neverSay.filter((phrase) => isSayable(phrase, lang, languages))
  const shown = own.filter((_, at) => own.slice(0, at + 1).join('; ').length <= NEVER_LENGTH)
  return shown.length === 0 ? '' : `${shown.join('; ')}${shown.length < own.length ? '; and the like' : ''}.`
}

/** As far as such short words tell, in none of the other languages spoken. */
function isSayable(phrase: string, lang: Lang, spoken: readonly Lang[]): boolean {
  return (detectLanguage(phrase, { among: spoken }) ?? lang) === lang
}

/** What may be told of the persona in a turn instead, where the prefix has no room: the most telling first. */
export function backgroundOf(persona: Persona, lang: Lang): readonly string[] {
  return [...persona.lore, textIn(persona.community.about, lang, persona)].filter((line) => line !== '')
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
    brand.products.length > 0
      ? `Products, named only where one answers a need:\n${list(brand.products.map((product) => productLine(product, lang, persona)))}`
      : '',
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

/** Of these the model is shown the manner: what is said instead of which is found by their words before it is asked. */
const SAID_INSTEAD = 2

export function boundaries(persona: Persona, lang: Lang): string {
  const bounds = persona.boundaries.map(({ about, say, handoff }, at) => {
    const instead = say && at < SAID_INSTEAD ? linesIn(say, lang, persona)[0] : undefined
    return [
      about.replace(/[.。]$/, ''),
      instead ? `: ${quoted(filled(instead, persona))}` : '',
      handoff ? ` (hand off, ${handoff})` : '',
    ].join('')
  })
  return part('What you do not talk about', [limits, list(bounds)])
}
