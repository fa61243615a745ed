/** The approved texts that a draft may lean on: what was shown to the model, what it cites, what was said last, and what the persona tells of itself. Pure. */
import { type Behind, behindOf } from '../../commitments/behind.ts'
import { figuresOf } from '../../commitments/find.ts'
import type { ApprovedText } from '../../commitments/kept.ts'
import { contentOf, leaning } from '../../commitments/leaning.ts'
import type { Answer } from '../../domain/answer.ts'
import type { LocalText, Persona } from '../../persona/persona.ts'
import { rememberLast } from '../../words/remember-last.ts'
import type { Recalled } from '../stages.ts'
import { lookedUpFor, modeOf } from './model-input.ts'

/** Fit from which an answer may stand behind a draft: the model, which sees those from .15 on, may know of it from the talk before. */
const NEAR = 0.05

export function standingBehind(draft: string, used: readonly string[], turn: Recalled): Behind {
  const { persona } = turn
  const answers = [...new Set([...shownTo(used, turn), ...saidIn(draft, persona)])]
  const named = namedIn(draft, turn)
  const refusals = refusedIn(draft, persona)
  const told = lookedUpFor(turn)
  const shown = [...[...answers, ...named, ...refusals].map(({ id }) => id), ...(told === undefined ? [] : [told])]
  const { last } = keptFor(persona)
  if (last && isSame(last.shown, shown)) return last.behind
  const behind = behindOf(
    [...textsOf(answers, named, refusals, persona), ...lookedUp(told, turn)],
    thingsOf(persona),
    ownWordsOf(persona),
  )
  keptFor(persona).last = { shown, behind }
  return behind
}

/** What the shop said to this fan stands behind a draft as an approved answer does. */
const lookedUp = (told: string | undefined, { lang, fanLang }: Recalled): readonly ApprovedText[] =>
  told === undefined ? [] : [{ lang: fanLang ?? lang, text: told, of: 'looked-up' }]

/** A draft is held against the same texts at several points of a turn. */
interface Kept {
  last?: { readonly shown: readonly string[]; readonly behind: Behind }
}
const kept = new WeakMap<Persona, Kept>()
function keptFor(persona: Persona): Kept {
  const known = kept.get(persona) ?? {}
  kept.set(persona, known)
  return known
}
const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

function textsOf(
  answers: readonly Answer[],
  named: Persona['brand']['products'],
  refusals: Persona['boundaries'],
  persona: Persona,
): ApprovedText[] {
  return [
    ...answers.flatMap(({ id, answer, title, topic }) => [
      ...Object.entries(answer).flatMap(([lang, variants]) =>
        variants.map((text) => ({
          lang,
          text,
          of: id,
          ...(isStrict(topic, persona) ? { isStrict: true as const } : {}),
        })),
      ),
      ...inEach(title, id).map((text) => ({ ...text, isTitle: true as const })),
    ]),
    ...named.flatMap(({ id, name, about, price = '', url = '' }) => [
      ...inEach(name, id),
      ...inEach(about, id),
      ...persona.languages.map((lang) => ({ lang, text: `${price}\n${url}`, of: id })),
    ]),
    ...inEach(persona.brand.about, ''),
    ...refusals.flatMap(({ id, say }) =>
      Object.entries(say ?? {}).flatMap(([lang, variants]) =>
        [variants].flat().map((text) => ({ lang, text, of: id })),
      ),
    ),
  ]
}

const isStrict = (topic: string | undefined, persona: Persona): boolean => modeOf(topic, persona) === 'strict'

/** Answers that nobody showed, in whose very words all but the whole draft is: approved words need no showing. */
function saidIn(draft: string, { answers }: Persona): readonly Answer[] {
  if (contentOf(draft).size < FEWEST) return []
  const share = leaning(draft, answers)
  return answers.filter(({ id }) => (share?.get(id) ?? 0) >= ITSELF)
}
const ITSELF = 0.75

/** Boundaries whose own words the draft mostly is made of. */
function refusedIn(draft: string, persona: Persona): Persona['boundaries'] {
  const said = [...contentOf(draft)]
  if (said.length < FEWEST) return []
  return refusalsOf(persona).flatMap(({ boundary, says }) =>
    says.some((own) => said.filter((word) => own.has(word)).length >= said.length * MOSTLY) ? [boundary] : [],
  )
}

/** Each boundary with the words of what is said of it. */
const refusalsOf = rememberLast(({ boundaries }: Persona) =>
  boundaries.map((boundary) => ({
    boundary,
    says: Object.values(boundary.say ?? {})
      .flat()
      .map(contentOf),
  })),
)
const MOSTLY = 0.5
const FEWEST = 4

/** What a reader may hold a draft against, in the language of the turn. */
export function approvedFor(draft: string, used: readonly string[], turn: Recalled): readonly string[] {
  const { persona, lang } = turn
  const { brand } = persona
  const told = [...shownTo(used, turn).flatMap(({ answer }) => answer[lang] ?? Object.values(answer).flat())]
  const goods = namedIn(draft, turn).map(({ name, about, price = '', url = '' }) =>
    [name[lang] ?? Object.values(name)[0], about?.[lang], price, url].filter(Boolean).join(' · '),
  )
  const fresh = lookedUpFor(turn)
  return [
    ...(fresh === undefined ? [] : [fresh]),
    ...told,
    ...goods,
    ...Object.values(brand.about ?? {}),
    ...persona.lore,
  ]
}

function namedIn(draft: string, { persona, text }: Recalled) {
  const talk = `${draft}\n${text}`.toLowerCase()
  return persona.brand.products.filter(({ name }) =>
    Object.values(name).some((one) => talk.includes(one.toLowerCase())),
  )
}

/** Shown to the model for this turn, named by it, or given last. */
export function shownTo(used: readonly string[], { persona, findings, conversation }: Recalled): readonly Answer[] {
  const shown = new Set([
    ...findings.hits.filter(({ score }) => score >= NEAR).map(({ answer }) => answer.id),
    ...used,
    ...(conversation.state.lastAnswerId === undefined ? [] : [conversation.state.lastAnswerId]),
  ])
  return persona.answers.filter(({ id }) => shown.has(id))
}

/** Names by which goods are called, whole and by their own last word. */
const thingsOf = rememberLast((persona: Persona): readonly string[] => [
  ...persona.brand.products.flatMap(({ name }) => Object.values(name)),
  ...peopleOf(persona),
])

/** Who is called by name in what the persona tells of its house: capitals in the middle of a sentence, never small letters, and no day. */
function peopleOf({ lore, voice, answers, positioning }: Persona): readonly string[] {
  const texts = [
    ...lore,
    ...Object.values(positioning ?? {}),
    ...voice.examples.map(({ says }) => says),
    ...answers.flatMap(({ answer }) => Object.values(answer).flat()),
  ]
  const small = new Set(texts.flatMap((text) => text.match(/(?<![\p{L}])\p{Ll}+/gu) ?? []))
  return [...new Set(texts.flatMap((text) => text.match(named) ?? []))].filter(
    (name) => !small.has(name.toLowerCase()) && figuresOf(name).length === 0,
  )
}
const named = /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}{2,}(?![\p{L}])/gu

/** What the persona says of itself, which may be said again in other words. */
const ownWordsOf = rememberLast(({ lines, handoffLines, voice, lore }: Persona): readonly string[] => {
  const all = [...Object.values(lines), ...Object.values(handoffLines)].flatMap((local) =>
    Object.values(local ?? {}).flat(),
  )
  return [...all, ...voice.examples.map(({ says }) => says), ...lore]
})

const inEach = (text: LocalText | undefined, of: string): readonly ApprovedText[] =>
  Object.entries(text ?? {}).map(([lang, text]) => ({ lang, text, of }))
