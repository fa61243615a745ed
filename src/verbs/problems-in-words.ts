/** The problems of a persona as lines for people: each with its place, harmless kinds folded into one line a file. */
import { formatProblem, type PersonaProblem } from '../persona/load/problem.ts'

const linesShown = 8

/** In the order given; a kind of note that comes more than once in a file is one line, where the first of it stood. */
export function problemLines(problems: readonly PersonaProblem[]): readonly string[] {
  const kinds = Map.groupBy(problems, kindOf)
  return [...kinds].flatMap(([kind, alike]) => {
    const [first] = alike
    if (kind === undefined || first?.together === undefined || alike.length === 1) return alike.map(formatProblem)
    const lines = alike.map(({ line }) => String(line))
    const shown = lines.slice(0, linesShown).join(', ') + (lines.length > linesShown ? ', …' : '')
    return [
      formatProblem({ ...first, line: 0, path: '', message: `${alike.length} ${first.together} (lines ${shown})` }),
    ]
  })
}

const kindOf = ({ file, together }: PersonaProblem) => (together === undefined ? undefined : `${file} ${together}`)

/** `1 error, 2 warnings, 3 notes`; empty where there is nothing. */
export function countInWords(problems: readonly PersonaProblem[]): string {
  const count = (severity: PersonaProblem['severity']) => problems.filter((one) => one.severity === severity).length
  const words = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  if (problems.length === 0) return ''
  const notes = count('note')
  const base = `${words(count('error'), 'error')}, ${words(count('warning'), 'warning')}`
  return notes === 0 ? base : `${base}, ${words(notes, 'note')}`
}
