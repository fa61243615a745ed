/** What is to be said → the messages it becomes on Slack: words up to a length each, buttons under the last. Pure but for the names of buttons. */
import { cutText, type OutboundMessage, SendError } from '#mascot'
import { MOST_LENGTH } from '../abilities.ts'
import type { Buttons } from './buttons.ts'
import { bareWords, type Element, elementsOf, literalElements, richBlock } from './rich.ts'

export type Text = Extract<OutboundMessage, { kind: 'text' }>

export interface Body {
  /** What a notification shows. */
  readonly text: string
  readonly blocks: readonly object[]
}

/** None where there are no words. */
export async function bodiesOf(message: Text, buttons: Buttons): Promise<readonly Body[]> {
  const whole = elementsOfAll(message)
  const actions = await buttons.block(message.buttons ?? [])
  if (actions && whole.length === 0) throw new SendError('buttons need words above them', { isPermanent: true })
  return whole.map((elements, nth) => ({
    text: bareWords(elements),
    blocks: [richBlock(elements), ...(actions && nth === whole.length - 1 ? [actions] : [])],
  }))
}

function elementsOfAll(message: Text): readonly (readonly Element[])[] {
  const { text, isLiteral, goesOn, speaker } = message
  if (text.trim() === '') return []
  // All posts carry the app's name, so a person who speaks for themselves is named in theirs.
  const name = speaker.kind === 'person' ? speaker.name.replace(/\s+/g, ' ').trim() : ''
  const head: readonly Element[] = name === '' ? [] : [{ type: 'text', text: `${name}:\n`, style: { bold: true } }]
  const further: readonly Element[] =
    goesOn === undefined ? (isLiteral ? literalElements('… ') : head) : literalElements(`${goesOn} `)
  const longest = Math.max(bareWords(head).length, bareWords(further).length)
  return cutText(text, MOST_LENGTH - longest).map((piece, nth) => [
    ...(nth === 0 ? head : further),
    ...(isLiteral ? literalElements(piece) : elementsOf(piece)),
  ])
}
