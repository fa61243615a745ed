/**
 * Articles, macros, canned and saved replies as the interfaces of help desks give them out: Zendesk (articles, macros), Intercom
 * (articles, macros), Freshdesk (articles, canned responses), Help Scout (saved replies), Chatwoot (canned responses), Gorgias
 * (macros); and any other list of objects with a question and an answer. What each calls its fields: their public references.
 */
import { isRecord } from '../../../persona/load/problem.ts'
import { type Brought, type BroughtAnswer, changed, left, type Note, shown, unreadable } from '../brought.ts'
import { plainOfHtml } from '../plain-words.ts'

type Fields = Readonly<Record<string, unknown>>

const askedIn = ['question', 'title', 'name', 'subject', 'short_code', 'shortcut']
/** Words before pages: where a source has both, the words are the same without marks. */
const answeredIn = [
  ...['answer', 'description_text', 'body_text', 'plain_text', 'text', 'content', 'body', 'body_html', 'content_html'],
  ...['description', 'html'],
]
const keptBack = new Set(['draft', 'unpublished', 'archived', 'inactive'])
const MOST_DEPTH = 6

/** @throws {MascotError} `usage` */
export function fromHelpDesk(value: unknown, file: string): Brought {
  const notes: Note[] = []
  const answers = rowsIn(value).flatMap((row, at) => answerIn(row, `${file}, entry ${at + 1}`, notes))
  if (answers.length === 0 && notes.length === 0)
    throw unreadable(
      file,
      'no question with an answer was found in this JSON: read are articles, macros and canned replies of help desks, and lists of {"question", "answer"}.',
    )
  return { format: 'help desk', answers, notes }
}

/** The objects that ask and answer, wherever they lie; what lies within one of them is its own. */
function rowsIn(value: unknown, depth = 0): readonly Fields[] {
  if (depth > MOST_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((one: unknown) => rowsIn(one, depth + 1))
  if (!isRecord(value)) return []
  if (
    textIn(value, askedIn) !== undefined &&
    (textIn(value, answeredIn) !== undefined || actionText(value) !== undefined)
  )
    return [value]
  return Object.values(value).flatMap((one) => rowsIn(one, depth + 1))
}

function answerIn(row: Fields, where: string, notes: Note[]): readonly BroughtAnswer[] {
  const ask = textIn(row, askedIn) ?? ''
  if (isKeptBack(row)) {
    notes.push(left(where, `“${shown(ask)}” is a draft or not in use`))
    return []
  }
  const raw = actionText(row) ?? textIn(row, answeredIn) ?? ''
  const { text, dropped } = /<\w[^>]*>/.test(raw) ? plainOfHtml(raw) : { text: raw.trim(), dropped: 0 }
  if (text === '') {
    notes.push(left(where, `“${shown(ask)}” has no words`))
    return []
  }
  if (dropped > 0) notes.push(changed(where, `“${shown(ask)}” is without its pictures`))
  const lang = textIn(row, ['locale', 'lang', 'language'])
  const asks = [spoken(ask), ...listIn(row, ['questions', 'phrasings', 'keywords', 'alternatives'])]
  return [{ asks, answer: [text], where, ...(lang === undefined ? {} : { lang }) }]
}

/** `Shipping::Where is my order` of a macro in folders, `where_is_my_order` of a short code. */
function spoken(name: string): string {
  const last = name.split('::').at(-1) ?? name
  return (/\s/.test(last.trim()) ? last : last.replaceAll(/[_-]+/g, ' ')).trim()
}

/** What a macro writes, among whatever else it does. */
function actionText({ actions }: Fields): string | undefined {
  if (!Array.isArray(actions)) return undefined
  const texts = actions.filter(isRecord).flatMap((action) => {
    const { field, value, name, arguments: given } = action
    if (field === 'comment_value' || field === 'comment_value_html') {
      // `["channel:all", "text"]` where it is for one channel.
      const last: unknown = Array.isArray(value) ? value.at(-1) : value
      return typeof last === 'string' ? [last] : []
    }
    if (name !== 'setResponseText' || !isRecord(given)) return []
    return textIn(given, ['body_text', 'body_html']) ?? []
  })
  return texts[0]
}

function isKeptBack({ draft, active, published, state, status }: Fields): boolean {
  if (draft === true || active === false || published === false) return true
  // Freshdesk counts: 1 is a draft.
  return status === 1 || [state, status].some((word) => typeof word === 'string' && keptBack.has(word.toLowerCase()))
}

function textIn(row: Fields, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = row[key]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return undefined
}

function listIn(row: Fields, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => {
    const value = row[key]
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one.trim() !== '').map(String) : []
  })
}
