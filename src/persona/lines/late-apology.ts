/** What goes before words that the platform let us say only once the fan wrote again. */
import type { Lang, ReviewedText } from '../../domain/message.ts'
import { fillLine } from '../load/fill.ts'
import type { Persona } from '../persona.ts'
import { checkVoice } from '../voice/voice.ts'
import { linesIn } from './localise.ts'

/** `lang`: of the words that follow. Undefined where the persona's line holds nothing that it may say. */
export function lateApology(persona: Persona, lang: Lang = persona.languages[0]): ReviewedText | undefined {
  const [line] = linesIn(persona.lines.waited, lang, persona)
  if (line === undefined) return undefined
  const text = fillLine(line, { persona: persona.name, brand: persona.brand.name })
  return checkVoice(persona, { text, author: 'line', surface: 'direct', lang }).pieces[0]
}
