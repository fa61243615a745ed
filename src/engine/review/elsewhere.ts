/** Words for another thread than that of the turn, in the language of that thread, checked as all that leaves. */
import type { SaidElsewhere } from '../../domain/link.ts'
import { bot } from '../../domain/speaker.ts'
import { label } from '../../hearing/small-words.ts'
import { linkText } from '../compose/link-words.ts'
import type { Recalled } from '../stages.ts'
import type { ToElsewhere } from '../verdict.ts'
import { check, plainSurface } from './review.ts'

export function saidElsewhere(all: readonly ToElsewhere[], turn: Recalled): readonly SaidElsewhere[] {
  return all.flatMap(({ to, say, asksOf }) => {
    const lang = to.lang ?? turn.persona.languages[0]
    const text = say.map(({ word, values }) => linkText(word, values, lang)).join('\n')
    const { pieces } = check(text, 'approved', { ...turn, lang }, plainSurface)
    return pieces.map((piece, index): SaidElsewhere => {
      const isLast = index === pieces.length - 1
      const buttons = (['yes', 'no'] as const).map((what) => ({
        label: label(what, lang),
        value: `command:link:${what}:${asksOf}`,
      }))
      return {
        conversation: to.conversation,
        threadId: to.threadId,
        outgoing: {
          kind: 'text',
          text: piece,
          speaker: bot,
          lang,
          ...(asksOf !== undefined && isLast ? { buttons } : {}),
        },
      }
    })
  })
}
