/**
 * Rasa's training data: examples by intent (nlu), responses (domain), and which of them follows which intent (rules, stories;
 * `utter_NAME` of a retrieval intent). https://legacy-docs-oss.rasa.com/docs/rasa/training-data-format
 */
import { parseDocument } from 'yaml'
import { isRecord } from '../../../persona/load/problem.ts'
import { type Brought, type BroughtAnswer, changed, left, type Note, unreadable } from '../brought.ts'

export interface Source {
  readonly file: string
  readonly text: string
}

interface Found {
  readonly asks: Map<string, string[]>
  readonly says: Map<string, { readonly texts: string[]; readonly where: string }>
  /** Intent → the first words that follow it. */
  readonly follows: Map<string, string>
}

export function isRasa(text: string): boolean {
  return /^(?:nlu|responses|stories|rules|intents)\s*:/m.test(text)
}

/** All files of one bot together. @throws {MascotError} `usage` */
export function fromRasa(sources: readonly Source[]): Brought {
  const found: Found = { asks: new Map(), says: new Map(), follows: new Map() }
  const notes: Note[] = []
  for (const source of sources) readInto(found, source, notes)
  const used = new Set<string>()
  const answers = [...found.asks].flatMap(([intent, asks]): BroughtAnswer[] => {
    const utter = [`utter_${intent}`, found.follows.get(intent) ?? '', `utter_${intent.split('/').at(-1)}`].find(
      (name) => found.says.has(name),
    )
    const said = utter === undefined ? undefined : found.says.get(utter)
    if (utter === undefined || said === undefined) {
      notes.push(left(`intent ${intent}`, `nothing is said to it (${asks.length} examples)`))
      return []
    }
    used.add(utter)
    if (said.texts.length === 0) return []
    return [{ id: intent, asks, answer: said.texts, where: said.where }]
  })
  for (const name of found.says.keys())
    if (!used.has(name)) notes.push(left(name, 'no intent leads to it alone; it may be a line of persona.yaml'))
  return { format: 'Rasa', answers: joined(answers), notes }
}

/** Intents with the same words are one answer. */
function joined(answers: readonly BroughtAnswer[]): readonly BroughtAnswer[] {
  return [...Map.groupBy(answers, ({ where, answer }) => JSON.stringify([where, answer])).values()].flatMap(
    ([first, ...more]) =>
      first === undefined ? [] : [{ ...first, asks: [...first.asks, ...more.flatMap(({ asks }) => asks)] }],
  )
}

function readInto(found: Found, { file, text }: Source, notes: Note[]): void {
  const value = yamlIn(text, file)
  for (const { intent, examples } of rowsOf(value['nlu'])) {
    if (typeof intent !== 'string') continue
    const asks = examplesIn(examples)
    found.asks.set(intent, [...(found.asks.get(intent) ?? []), ...asks])
  }
  const responses = isRecord(value['responses']) ? value['responses'] : {}
  for (const [name, variants] of Object.entries(responses)) {
    const where = `${file}, ${name}`
    found.says.set(name, { texts: textsIn(variants, where, notes), where })
  }
  for (const { steps } of [...rowsOf(value['rules']), ...rowsOf(value['stories'])]) {
    const list = rowsOf(steps)
    for (const [at, { intent }] of list.entries()) {
      const action = list[at + 1]?.['action']
      if (
        typeof intent === 'string' &&
        typeof action === 'string' &&
        action.startsWith('utter_') &&
        !found.follows.has(intent)
      )
        found.follows.set(intent, action)
    }
  }
}

function yamlIn(text: string, file: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw unreadable(file, `line ${error.linePos?.[0].line ?? '?'} is not YAML.`, error)
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 })
  } catch (cause) {
    throw unreadable(file, 'its aliases (*name) multiply.', cause)
  }
  return isRecord(value) ? value : {}
}

const rowsOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

/** A line an example, in one text or as a list of texts or of `{text}`; what it marks as an entity stays as it was typed. */
function examplesIn(examples: unknown): readonly string[] {
  const lines =
    typeof examples === 'string'
      ? examples.split('\n').map((line) => line.replace(/^\s*-\s+/, ''))
      : (Array.isArray(examples) ? examples : []).map((one: unknown) => String(isRecord(one) ? (one.text ?? '') : one))
  return lines
    .map((line) => line.replaceAll(/\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})/g, '$1').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function textsIn(variants: unknown, where: string, notes: Note[]): string[] {
  return rowsOf(variants).flatMap((variant) => {
    const { text, channel, condition, image, buttons, custom } = variant
    if (channel !== undefined || condition !== undefined) {
      notes.push(left(where, 'a variant for a channel or a condition'))
      return []
    }
    if (typeof text !== 'string' || text.trim() === '') {
      notes.push(left(where, custom === undefined ? 'a variant without words' : 'a variant of a form of its own'))
      return []
    }
    if (image !== undefined || Array.isArray(buttons))
      notes.push(changed(where, 'its picture or its buttons, which start intents, are left out'))
    return [text.trim()]
  })
}
