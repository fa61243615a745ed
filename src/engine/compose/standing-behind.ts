/** The approved texts that a draft may lean on: what was shown to the model, what it cites, what was said last, and what the persona tells of itself. Pure. */
import { type Behind, behindOf } from '../../commitments/behind.ts'
import type { Lang } from '../../domain/message.ts'
import type { LocalText } from '../../persona/persona.ts'
import type { Recalled } from '../stages.ts'

/** Fit from which an answer is shown. */
const SHOWN = 0.15

export function standingBehind(draft: string, used: readonly string[], turn: Recalled): Behind {
  const { persona, findings, conversation } = turn
  const { brand } = persona
  const shown = new Set([
    ...findings.hits.filter(({ score }) => score >= SHOWN).map(({ answer }) => answer.id),
    ...used,
    ...(conversation.state.lastAnswerId === undefined ? [] : [conversation.state.lastAnswerId]),
  ])
  const answers = persona.answers.filter(({ id }) => shown.has(id))
  const talk = `${draft}\n${turn.text}`.toLowerCase()
  const named = brand.products.filter(({ name }) => Object.values(name).some((one) => talk.includes(one.toLowerCase())))
  return behindOf([
    ...answers.flatMap(({ answer, title }) => [
      ...Object.entries(answer).flatMap(([lang, variants]) => variants.map((text) => ({ lang, text }))),
      ...inEach(title),
    ]),
    ...named.flatMap(({ name, about, price = '', url = '' }) => [
      ...inEach(name),
      ...inEach(about),
      ...persona.languages.map((lang) => ({ lang, text: `${price}\n${url}` })),
    ]),
    ...inEach(brand.about),
  ])
}

const inEach = (text: LocalText | undefined): { lang: Lang; text: string }[] =>
  Object.entries(text ?? {}).map(([lang, text]) => ({ lang, text }))
