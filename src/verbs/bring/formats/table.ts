/** A table with a question and its answer in each row: CSV, whatever its delimiter, or a sheet of Excel. */
import { CsvError, parse } from 'csv-parse/sync'
import { type Brought, type BroughtAnswer, left, type Note, shown, unreadable } from '../brought.ts'
import { sheetCells } from '../sheet-cells.ts'

/** What the columns are called, folded; the first that is there is taken. */
const columns = {
  question: [
    ...['question', 'questions', 'ask', 'asks', 'q', 'query', 'utterance', 'utterances', 'phrase', 'phrases', 'prompt'],
    ...['title', 'frage', 'fragen', 'pregunta', 'preguntas', 'domanda', 'pergunta', 'vraag', 'fråga', 'pytanie'],
    ...['вопрос', 'питання', 'soru', '问题', '問題', '问', '提问', '質問', '질문', 'คำถาม', 'سؤال', 'प्रश्न'],
  ],
  answer: [
    ...['answer', 'answers', 'a', 'reply', 'replies', 'response', 'responses', 'solution', 'body', 'content', 'text'],
    ...['antwort', 'antworten', 'respuesta', 'respuestas', 'réponse', 'reponse', 'risposta', 'resposta', 'antwoord'],
    ...[
      'svar',
      'odpowiedź',
      'ответ',
      'відповідь',
      'cevap',
      'yanıt',
      '答案',
      '回答',
      '答',
      '回复',
      '回復',
      '답변',
      'คำตอบ',
      'جواب',
      'उत्तर',
    ],
  ],
  id: ['id', 'key', 'code', 'shortcode', 'intent', '编号', '編號', '番号'],
  lang: ['lang', 'language', 'locale', 'sprache', 'idioma', 'langue', 'lingua', '语言', '語言', '言語', '언어'],
  topic: ['topic', 'category', 'thema', 'kategorie', 'categoría', 'categoria', 'catégorie', '分类', '分類'],
  owner: ['owner', 'team'],
} as const

export interface TableOptions {
  /** How the columns are called, where nobody would guess. */
  readonly question?: string
  readonly answer?: string
}

/** @throws {MascotError} `usage` */
export function fromCsv(text: string, file: string, options: TableOptions): Brought {
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
    return fromRows(
      rows.map(({ record, info }) => ({ cells: record, line: info.lines })),
      'CSV',
      file,
      options,
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = /at line (\d+)/.exec(error.message)?.[1] ?? String(error['lines'])
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const why = isOpen
      ? 'a quote opens there and is never closed'
      : 'a quote stands amid a cell; double it, and quote the cell'
    throw unreadable(file, `line ${line}: ${why}.`, error)
  }
}

/** @throws {MascotError} `usage` */
export async function fromSheet(bytes: Buffer, file: string, options: TableOptions): Promise<Brought> {
  const rows = (await sheetCells(bytes, file)).map((cells, at) => ({ cells, line: at + 1 }))
  return fromRows(
    rows.filter((row) => row.cells.some((cell) => cell !== '')),
    'Excel',
    file,
    options,
  )
}

interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

function fromRows(rows: readonly Row[], format: string, file: string, options: TableOptions): Brought {
  const [head] = rows
  if (head === undefined) throw unreadable(file, 'it is empty.')
  const at = placesIn(head.cells, rows, file, options)
  const cellOf = ({ cells }: Row, place?: number) => (place === undefined || place < 0 ? '' : (cells[place] ?? ''))
  const notes: Note[] = []
  const answers: BroughtAnswer[] = []
  for (const row of rows.slice(at.hasHead ? 1 : 0)) {
    const where = `${file}, line ${row.line}`
    const asks = at.question
      .flatMap((place) => cellOf(row, place).split(/\n+|\s*\|\|\s*/))
      .filter((ask) => ask.trim() !== '')
    const answer = cellOf(row, at.answer)
    const given = (key: 'id' | 'lang' | 'topic' | 'owner') =>
      cellOf(row, at[key]) === '' ? {} : { [key]: cellOf(row, at[key]) }
    if (asks.length > 0 && answer !== '')
      answers.push({
        asks,
        answer: [answer],
        where,
        ...given('id'),
        ...(cellOf(row, at.id) === '' ? {} : { group: `${file} ${cellOf(row, at.id)}` }),
        ...given('lang'),
        ...given('topic'),
        ...given('owner'),
      })
    else if (asks.length > 0) notes.push(left(where, `“${shown(asks[0] ?? '')}” has no answer`))
    else if (answer !== '') notes.push(left(where, `“${shown(answer)}” answers no question`))
  }
  const passed = head.cells.filter((name, place) => at.hasHead && name !== '' && !at.read.has(place))
  if (passed.length > 0)
    notes.push(left(file, `columns that have no place in an answer: ${passed.map(shown).join(', ')}`))
  return { format, answers: joined(answers), notes }
}

/** Rows with the same answer are one answer, asked for in several ways. */
function joined(rows: readonly BroughtAnswer[]): readonly BroughtAnswer[] {
  const same = Map.groupBy(rows, ({ answer, lang, topic, id }) => JSON.stringify([id, lang, topic, ...answer]))
  return [...same.values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, asks: [...first.asks, ...more.flatMap(({ asks }) => asks)] }],
  )
}

interface Places {
  readonly hasHead: boolean
  readonly question: readonly number[]
  readonly answer: number
  readonly id?: number
  readonly lang?: number
  readonly topic?: number
  readonly owner?: number
  readonly read: ReadonlySet<number>
}

function placesIn(head: readonly string[], rows: readonly Row[], file: string, options: TableOptions): Places {
  const names = head.map(folded)
  const named = (name: string): number => {
    const place = names.indexOf(folded(name))
    if (place < 0)
      throw unreadable(file, `no column is called "${shown(name)}". There are: ${head.map(shown).join(', ')}.`)
    return place
  }
  const known = (column: keyof typeof columns) =>
    columns[column].map((name) => names.indexOf(name)).find((place) => place >= 0)
  const question = options.question === undefined ? known('question') : named(options.question)
  const answer = options.answer === undefined ? known('answer') : named(options.answer)
  if (question !== undefined && answer !== undefined && question !== answer) {
    // "question 2", "Frage 3": more ways to ask the same.
    const more = names.flatMap((name, place) =>
      place !== question && name.replace(/\d+$/, '') === names[question]?.replace(/\d+$/, '') ? [place] : [],
    )
    const rest = { id: known('id'), lang: known('lang'), topic: known('topic'), owner: known('owner') }
    const others = Object.entries(rest).filter(
      ([, place]) => place !== undefined && place !== question && place !== answer,
    )
    return {
      hasHead: true,
      question: [question, ...more],
      answer,
      ...Object.fromEntries(others),
      read: new Set([question, answer, ...more, ...others.map(([, place]) => Number(place))]),
    }
  }
  if (question === undefined && answer === undefined && rows.every(({ cells }) => cells.length === 2))
    return { hasHead: false, question: [0], answer: 1, read: new Set([0, 1]) }
  const missing = question === undefined ? 'the questions: --question COLUMN' : 'the answers: --answer COLUMN'
  throw unreadable(file, `which column has ${missing}. There are: ${head.map(shown).join(', ')}.`)
}

const folded = (cell: string) =>
  cell
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')

/** The one that the first row has most of, outside quotes. */
function delimiterOf(text: string): string {
  const [row = ''] = text
    .slice(0, 65_536)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r?\n/)
  const count = (sign: string) => row.split(sign).length
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
