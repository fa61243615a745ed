/** What other programs fill in when they answer; nobody does so here. Pure. */
import { type Brought, type BroughtAnswer, changed, left, type Note, shown } from './brought.ts'

/** `{{ticket.requester.name}}`, `{% if … %}`, `%{name}`, `<%= name %>`, and `{city}`. */
const anywhere = /\{\{[^}]*\}\}|\{%[^%]*%\}|[%$#]\{[^}]*\}|<%[^%]*%>|\{\s*[\p{L}_][\p{L}\p{N}_]*\s*\}/u
/** `$city`, `$city.original`, `#context.city` of Dialogflow. */
export const ofParameters =
  /(?<![\p{L}\p{N}])(?:\$\p{L}[\p{L}\p{N}_-]*(?:\.\p{L}[\p{L}\p{N}_-]*)*|#\p{L}[\p{L}\p{N}_-]*\.\p{L}[\p{L}\p{N}_-]*)/u

/** Whatever it came from: answers that can be said as they stand, with what was taken off them or left. */
export function withoutFilling({ fills, ...brought }: Brought): Brought {
  const notes: Note[] = []
  const answers = brought.answers.flatMap((one): readonly BroughtAnswer[] => {
    const { where } = one
    const asks = one.asks.filter((ask) => {
      const placeholder = anywhere.exec(ask)?.[0]
      if (placeholder !== undefined) notes.push(left(where, `“${shown(ask)}”: nobody writes ${placeholder}`))
      return placeholder === undefined
    })
    const answer = one.answer.flatMap((text) => {
      const { placeholder, text: bare } = withoutPlaceholders(text.trim(), fills)
      if (placeholder === undefined) return [text]
      const why =
        bare === undefined
          ? `waits for ${placeholder}, which nobody fills in here`
          : `is without the line that holds ${placeholder}`
      notes.push((bare === undefined ? left : changed)(where, `“${shown(text)}” ${why}`))
      return bare ?? []
    })
    return answer.length === 0 || asks.length === 0 ? [] : [{ ...one, asks, answer }]
  })
  return { ...brought, answers, notes: [...brought.notes, ...notes] }
}

interface Filled {
  /** Undefined where the answer cannot be said without what was to be filled in. */
  readonly text?: string
  /** What was to be filled in, where there was something. */
  readonly placeholder?: string
}

/** The salutation and the signature, first and last line, go with their placeholder; any other line is what was to be said. */
function withoutPlaceholders(text: string, own?: RegExp): Filled {
  const findIn = (line: string) => anywhere.exec(line)?.[0] ?? own?.exec(line)?.[0]
  const placeholder = findIn(text)
  if (placeholder === undefined) return { text }
  const lines = text.split('\n')
  const body = lines.length > 1 && isShort(lines[0]) && findIn(lines[0] ?? '') ? lines.slice(1) : lines
  const kept = body.length > 1 && isShort(body.at(-1)) && findIn(body.at(-1) ?? '') ? body.slice(0, -1) : body
  const bare = kept.join('\n').trim()
  return bare === '' || findIn(bare) !== undefined ? { placeholder } : { placeholder, text: bare }
}

const isShort = (line = '') => line.replaceAll(new RegExp(anywhere, 'gu'), '').trim().length <= 40
