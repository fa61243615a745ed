/**
 * An agent of Dialogflow ES, as its console exports it: `intents/NAME.json` with the responses, `intents/NAME_usersays_en.json`
 * with the phrases. https://docs.cloud.google.com/dialogflow/es/docs/reference/rest/v2/projects.agent/export
 */
import { isRecord } from '../../../persona/load/problem.ts'
import { jsonIn } from '../../json-in.ts'
import { type Brought, type BroughtAnswer, left, type Note } from '../brought.ts'
import { ofParameters } from '../placeholders.ts'

const saysOf = /^(.*)_usersays_([\w-]+)\.json$/

export function isDialogflow(names: readonly string[]): boolean {
  return names.some((name) => name === 'agent.json' || /^intents\/.+\.json$/.test(name))
}

export const isOfDialogflow = (name: string) => /^intents\/.+\.json$/.test(name)

/** One answer for each intent and language. @throws {MascotError} `usage` */
export function fromDialogflow(entries: ReadonlyMap<string, Uint8Array>, file: string): Brought {
  const notes: Note[] = []
  const says = new Map<string, Map<string, readonly string[]>>()
  const intents: { readonly name: string; readonly value: Readonly<Record<string, unknown>> }[] = []
  for (const [path, bytes] of entries) {
    const name = path.replace(/^intents\//, '')
    const value = jsonIn(new TextDecoder().decode(bytes), `${file}: ${name} is not JSON`)
    const [, intent, lang = ''] = saysOf.exec(name) ?? []
    if (intent !== undefined) says.set(intent, (says.get(intent) ?? new Map()).set(lang, phrasesIn(value)))
    else if (isRecord(value)) intents.push({ name: name.replace(/\.json$/, ''), value })
  }
  const answers = intents.flatMap(({ name, value }): BroughtAnswer[] => {
    const where = `${file}, ${name}`
    const events: readonly unknown[] = Array.isArray(value.events) ? value.events : []
    if (value.fallbackIntent === true || events.length > 0) {
      notes.push(
        left(
          where,
          value.fallbackIntent === true
            ? 'what it says when it knows nothing: lines.unknown of persona.yaml'
            : 'what it says when something happens: a line of persona.yaml',
        ),
      )
      return []
    }
    const byLang = says.get(name) ?? new Map<string, readonly string[]>()
    const spoken = speechIn(value, where, notes)
    if (byLang.size === 0) notes.push(left(where, 'it has no phrases'))
    return [...byLang].flatMap(([lang, asks]) => {
      const texts = spoken.get(lang) ?? spoken.get('') ?? []
      if (texts.length > 0 && asks.length > 0) return [{ id: name, group: where, asks, answer: texts, lang, where }]
      notes.push(
        left(where, texts.length > 0 ? `it has no phrases (${lang})` : `nothing is said to it in words (${lang})`),
      )
      return []
    })
  })
  return { format: 'Dialogflow', answers, notes, fills: ofParameters }
}

/** A phrase stands in pieces, some of them marked; together they are what was typed. */
function phrasesIn(value: unknown): readonly string[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  return rows.filter(isRecord).flatMap(({ data }) => {
    const pieces: readonly unknown[] = Array.isArray(data) ? data : []
    const text = pieces
      .map((piece) => (isRecord(piece) && typeof piece.text === 'string' ? piece.text : ''))
      .join('')
      .trim()
    return text === '' ? [] : [text]
  })
}

/** Language → variants. A message of type 0 is words; the others are cards and forms of one platform each. */
function speechIn(
  { responses }: Readonly<Record<string, unknown>>,
  where: string,
  notes: Note[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const rows: readonly unknown[] = Array.isArray(responses) ? responses : []
  for (const message of rows
    .filter(isRecord)
    .flatMap(({ messages }) => (Array.isArray(messages) ? messages.filter(isRecord) : []))) {
    const { type, speech, lang, platform } = message
    if (String(type) !== '0' && type !== 'message') {
      notes.push(left(where, 'a card, a picture or quick replies'))
      continue
    }
    if (typeof platform === 'string' && platform !== '') continue
    const key = typeof lang === 'string' ? lang : ''
    for (const one of Array.isArray(speech) ? speech : [speech]) {
      if (typeof one !== 'string' || one.trim() === '') continue
      found.set(key, [...(found.get(key) ?? []), one.trim()])
    }
  }
  return found
}
