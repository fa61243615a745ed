/** A mistake in an operator's file and how it is shown: `personas/coffee/persona.yaml:5:10 voice.length: …`. */

export interface PersonaProblem {
  /** Path as the operator gave the folder. */
  readonly file: string
  /** 1-based; 0 when the problem is the whole file, or its absence. */
  readonly line: number
  /** 1-based, in UTF-16 units; 0 with line 0. */
  readonly col: number
  /** `voice.length.direct`, `answers[refund-window].asks[2]`; empty for the whole file. */
  readonly path: string
  readonly message: string
  /** An error keeps the persona from loading, a warning does not; a note is harmless, worth knowing once. */
  readonly severity: Severity
  /** What many notes of a kind say together, after their number: `texts are longer than …`. */
  readonly together?: string
}

export type Severity = 'error' | 'warning' | 'note'

/** Keys and list positions from the root of a file. */
export type YamlPath = readonly (string | number)[]

/** One line for a terminal; whatever the file held, no control character of it is printed. */
export function formatProblem({ file, line, col, path, message, severity }: PersonaProblem): string {
  const place = line > 0 ? `${file}:${line}:${col}` : `${file}:`
  const about = path === '' ? '' : ` ${path}:`
  const shown = `${place}${about} ${severity === 'error' ? '' : `${severity}: `}${message}`
  return shown.replaceAll(/\p{Cc}+/gu, ' ')
}

/** In the order of the files, and of the lines in each; what is said twice of one place is kept once. */
export function inReadingOrder(problems: readonly PersonaProblem[]): PersonaProblem[] {
  const files = [...new Set(problems.map((problem) => problem.file))]
  const once = new Map(problems.map((problem) => [formatProblem(problem), problem]))
  return [...once.values()].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.col - b.col,
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a path, or undefined. */
export function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isRecord(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}

/** One line of an operator's text, for a message: at most 40 characters. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39).toWellFormed()}…` : line
}

/** A path for people: list items by their id where they have one, else counted from 1. */
export function pathText(root: unknown, path: YamlPath): string {
  let text = ''
  path.forEach((step, depth) => {
    const id = typeof step === 'number' ? valueAt(root, [...path.slice(0, depth + 1), 'id']) : undefined
    if (typeof step === 'string') text += text === '' ? shortened(step) : `.${shortened(step)}`
    else text += `[${typeof id === 'string' && id !== '' ? id : step + 1}]`
  })
  return text
}
