/** Buttons by what they mean, as the fan reads them: small words in the turn's language, and the titles of answers to choose. Pure. */
import { isQuestion, pressOf } from '../../domain/asked.ts'
import type { Choice, Pending } from '../../domain/conversation.ts'
import { answerIdOfLookUp } from '../../domain/look-up.ts'
import type { Button } from '../../domain/message.ts'
import { label } from '../../hearing/small-words.ts'
import { textIn } from '../../persona/lines/localise.ts'
import { linkToPrivate, type Recalled } from '../stages.ts'
import type { ButtonMeaning, Offer, PlainButton } from '../verdict.ts'

/** In graphemes. */
const LABEL_LENGTH = 40

/** What a yes and a no under the words answer: a question, or one about joining accounts, by its request. */
interface Answered {
  readonly asks?: Pending | undefined
  readonly request?: string | undefined
}

export function buttonsOf(
  meanings: readonly ButtonMeaning[],
  choices: readonly Choice[],
  turn: Recalled,
  { asks, request }: Answered = {},
): readonly Button[] {
  const url = linkToPrivate(turn)
  const doorOf = (meaning: `look-up:${string}`): readonly Button[] => {
    const door = linkToPrivate(turn, answerIdOfLookUp({ id: meaning.slice('look-up:'.length) }))
    return door === undefined ? meant.private : [{ label: labelled('private'), url: door }]
  }
  const labelled = (what: Parameters<typeof label>[0]) => label(what, turn.fanLang ?? turn.lang)
  const answers = (said: 'yes' | 'no') => (isQuestion(asks) ? pressOf(asks.kind, questionId(turn), said) : said)
  const of = request === undefined ? '' : `:${request}`
  const meant: Readonly<Record<PlainButton, readonly Button[]>> = {
    choices: choices.map((choice) => ({ label: choice.label, value: `answer:${choice.answerId}` })),
    private: url === undefined ? [] : [{ label: labelled('private'), url }],
    person: [{ label: labelled('person'), value: 'command:human' }],
    yes: [{ label: labelled('yes'), value: answers('yes') }],
    no: [{ label: labelled('no'), value: answers('no') }],
    'no-news': [{ label: labelled('no'), value: 'command:me:news:off' }],
    joins: [{ label: labelled('yes'), value: `command:link:yes${of}` }],
    'joins-not': [{ label: labelled('no'), value: `command:link:no${of}` }],
    enters: [{ label: labelled('yes'), value: 'command:circle:yes' }],
    'enters-not': [{ label: labelled('no'), value: 'command:circle:no' }],
  }
  return meanings.flatMap((meaning) => (isOfLookUp(meaning) ? doorOf(meaning) : meant[meaning]))
}

const isOfLookUp = (meaning: ButtonMeaning): meaning is `look-up:${string}` => meaning.startsWith('look-up:')

/** Of a question that is asked by the answer to this turn: unique in its conversation. */
export function questionId({ messages }: Pick<Recalled, 'messages'>): string {
  return (messages.at(-1)?.row ?? 0).toString(36)
}

export function choiceOf({ answerId, phrasing }: Offer, { lang, persona }: Recalled): Choice {
  const titles = persona.answers.find(({ id }) => id === answerId)?.title
  const title = titles ? textIn(titles, lang, persona) : phrasing
  const units = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(title)].map((g) => g.segment)
  return { answerId, label: units.length > LABEL_LENGTH ? `${units.slice(0, LABEL_LENGTH - 1).join('')}…` : title }
}
