/** The files of a new persona, with comments that say what to write first. Pure: a brief in, texts out. */
import { packs } from '../../hearing/packs/packs.ts'
import { defaultLines } from '../../persona/lines/default-lines.ts'
import { hoursText } from '../../persona/lines/hours-text.ts'
import { brandId } from '../../persona/load/normalise.ts'
import type { Weekday } from '../../persona/persona.ts'
import type { Occasion } from '../../persona/schema/schema.ts'
import { baseLanguage } from '../../words/languages/base-language.ts'
import { hasAnyWord } from '../../words/phrases/words-in.ts'
import type { Brief } from './brief.ts'

export type PersonaFiles = Readonly<Record<'persona.yaml' | 'answers.yaml' | 'scenes.yaml', string>>

/** Heard first and most often: in these a voice is recognised. */
const firstLines: readonly Occasion[] = [
  'greeting',
  'thanks',
  'smallTalk',
  'aboutItself',
  'clarify',
  'doesNotKnow',
  'nobodyOnline',
  'farewell',
]

/** @param schemas where the JSON Schemas lie, seen from the folder; absent: editors complete nothing */
export function personaFiles(brief: Brief, schemas?: string): PersonaFiles {
  const head = (file: string) =>
    schemas === undefined ? '' : `# yaml-language-server: $schema=${schemas}/${file}.schema.json\n`
  return {
    'persona.yaml': head('persona') + persona(brief),
    'answers.yaml': head('answers') + answers(brief),
    'scenes.yaml': head('scenes') + scenes(brief),
  }
}

/** JSON is YAML, whatever a text holds. */
const q = (value: string) => JSON.stringify(value)
const list = (values: readonly string[]) => `[${values.map(q).join(', ')}]`

function persona(brief: Brief): string {
  const { brand, name, adjectives, languages, week, timeZone, sells, never } = brief
  const products = sells.map((product) => `    - { id: ${q(brandId(product))}, name: ${q(product)} }\n`).join('')
  const days = Object.entries(week).map(([day, ranges]) => `      ${day}: ${list(ranges)}\n`)
  return `# ${name}, who speaks for ${brand}. Every key is explained in personas/README.md of Mascot.
# Keep \`mascot chat\` open beside this file: the next reply uses what you save.

name: ${q(name)}
brand:
  name: ${q(brand)}
${products === '' ? '  # products: [{ id: rye, name: Night Rye, about: Dark and slow. }]\n' : `  products:\n${products}`}
# For a model: whom the brand is for, and what is true of the persona, a sentence each.
# positioning: ""
# lore: [""]

voice:
  languages: ${list(languages)}
  distance: friendly # close, friendly, reserved, aloof
  formality: neutral # casual, neutral, formal
  humour: light # none, dry, light, playful
  energy: steady # calm, steady, lively
  emoji: some # none, rare, some, many
${adjectives.length > 0 ? `  style: ${q(`In three words: ${adjectives.join(', ')}.`)}\n` : ''}${never.length > 0 ? `  neverSay: ${list(never)}\n` : ''}\
  # How it would really say it; a model learns most from these. Ten a language is good.
  # examples:
  #   - { fan: "are you open now", says: "Till three. Run and there's rye." }

manners:
  timeZone: ${q(timeZone)}

# Write these eight lines first: in them ${name} is recognised. What stands here is what everybody says who has not
# written theirs. Two or three variants each; {fan}, {persona}, {brand} and {hours} are filled in.
lines:
${eightLines(brief)}
${
  days.length === 0
    ? '# When a person is there; without it, always.\n# handoff: { hours: { week: { mon: 09:00-17:00 } } }\n'
    : `handoff:\n  hours:\n    week:\n${days.join('')}`
}`
}

/** The built-in lines as a beginning, English ones where a language has none; nothing that the persona must not say. */
function eightLines({ languages, never }: Brief): string {
  const spoken = [...new Set(languages.map(baseLanguage))]
  return firstLines
    .map((occasion) => {
      const texts = spoken.flatMap((lang) => {
        const variants = ((defaultLines[lang] ?? defaultLines.en)?.[occasion] ?? [])
          .filter((text) => !hasAnyWord(text, never))
          .slice(0, 2)
        return variants.length > 0 ? [`    ${lang}: ${list(variants)}\n`] : []
      })
      return texts.length === spoken.length ? `  ${occasion}:\n${texts.join('')}` : `  # ${occasion}: …\n`
    })
    .join('')
}

interface Beginning {
  readonly lang: string
  readonly hello: string
  readonly opening: readonly string[]
  readonly person: string
}

/** Of the languages that are spoken and known, the home language first; English where none is. */
function beginnings(languages: readonly string[]): readonly Beginning[] {
  const found = [...new Set(languages.map(baseLanguage))].flatMap((lang) => {
    const pack = packs[lang]
    return pack?.beginning ? [{ lang, ...pack.beginning }] : []
  })
  return found.length > 0 ? found : beginnings(['en'])
}

function answers({ languages, week, timeZone }: Brief): string {
  const asks = beginnings(languages).flatMap(({ opening }) => opening)
  const hours = { week: asWeek(week), timeZone, holidays: [] }
  const texts = languages.map(baseLanguage).map((lang) => `      ${lang}: ${q(hoursText(hours, lang))}\n`)
  const first =
    Object.keys(week).length === 0
      ? `answers: []
# - id: opening-hours
#   title: Opening hours
#   asks: ${list(asks)}
#   answer: "Seven to three, every day but Monday."
`
      : `answers:
  - id: opening-hours
    asks: # as fans type, in every language you speak: short ones, long ones, a typo
${asks.map((ask) => `      - ${q(ask)}\n`).join('')}\
    answer:
${texts.join('')}`
  return `# The approved answers: words the brand stands behind. One subject each, five phrasings or more.
# Collect what people really ask, run it through \`mascot ask\`, add what was missed.

${first}`
}

function asWeek(week: Brief['week']): Partial<Record<Weekday, readonly string[]>> {
  return week
}

function scenes({ languages, week }: Brief): string {
  const [home, ...others] = beginnings(languages)
  const hasHours = Object.keys(week).length > 0
  const played = [home, ...others].flatMap((one) => {
    if (one === undefined) return []
    const { lang, hello, opening, person } = one
    const of = one === home ? '' : `-${lang}`
    const asked = `  - id: opening${of}
    turns:
      - says: ${q(opening[0] ?? '')}
        expect: { decision: reply, answer: opening-hours }
`
    return `  - id: hello${of}
    turns:
      - says: ${q(hello)}
        expect: { decision: reply }
${hasHours ? asked : ''}  - id: a-person${of}
    turns:
      - says: ${q(person)}
        expect: { decision: handoff, handoff: asked-for-person }
`
  })
  return `# What fans say, and what should come of it. \`mascot rehearse\` plays them after every change.

scenes:
${played.join('')}`
}
