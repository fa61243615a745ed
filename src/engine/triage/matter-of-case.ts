/** Whether what a fan says in public is of the kind that a case is about: trouble, an order, a question after the answer. Pure. */
import { assess } from '../../hearing/assess.ts'
import { awaitsAnswer } from '../../hearing/occasion-signs.ts'
import { signOf } from '../../hearing/sign-of.ts'
import type { Persona } from '../../persona/persona.ts'
import { readText } from '../../words/read-text.ts'

const namesMatter = signOf('matter')

/**
 * `call`: a person's answer is wanted. `mention`: words of a case, perhaps of this one: of what the words alone are not sure of, staff
 * who have the fan's case are shown rather too much than too little.
 */
export function matterOfCase(text: string, { languages }: Pick<Persona, 'languages'>): 'call' | 'mention' | undefined {
  if (text === '') return undefined
  const { kind, handoff, maybe } = assess({ text, lang: languages[0], earlier: [] })
  if (kind === 'complaint' || kind === 'order-trouble' || handoff !== undefined || maybe !== undefined) return 'call'
  const reading = readText(text)
  if (awaitsAnswer(reading)) return 'call'
  return namesMatter(reading) ? 'mention' : undefined
}
