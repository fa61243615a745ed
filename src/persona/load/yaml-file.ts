/** One YAML file of a persona: read, decoded, parsed, with every syntax error and the line of every key. First step of load.ts. */
import { open } from 'node:fs/promises'
import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import { type PersonaProblem, pathText, type Severity, type YamlPath } from './problem.ts'

/** More than any hand-kept file needs; keeps a wrong path from filling the memory. */
const maxBytes = 4 * 1024 * 1024

export interface YamlFile {
  /** Path as the operator gave the folder. */
  readonly file: string
  /** Undefined when the file is absent, or so broken that nothing in it can be judged. */
  readonly value: unknown
  readonly exists: boolean
  readonly problems: readonly PersonaProblem[]
  /** A problem at a path of the value: at its key or its value, or at the nearest thing above that exists. */
  problem(
    path: YamlPath,
    message: string,
    options?: { at?: 'key' | 'value'; severity?: Severity; together?: string },
  ): PersonaProblem
  /** `persona.yaml:5:10`, for a message that names a second place. */
  place(path: YamlPath): string
}

/** @param from where the text stands, if it is not in its place yet */
export async function readYamlFile(file: string, from = file): Promise<YamlFile> {
  const read = await readText(from)
  if ('text' in read) return parseYaml(file, read.text)
  return emptyFile(file, read.problem)
}

/** Stands for a file that is absent (no problem) or unreadable. */
function emptyFile(file: string, message: string | undefined): YamlFile {
  const whole = (text: string): PersonaProblem => ({
    file,
    line: 0,
    col: 0,
    path: '',
    message: text,
    severity: 'error',
  })
  return {
    file,
    value: undefined,
    exists: message !== undefined,
    problems: message === undefined ? [] : [whole(message)],
    problem: (_path, text) => whole(text),
    place: () => file,
  }
}

async function readText(file: string): Promise<{ text: string } | { problem: string | undefined }> {
  try {
    await using handle = await open(file, 'r')
    const stat = await handle.stat()
    if (stat.isDirectory()) return { problem: 'is a folder, but should be a file' }
    if (stat.size > maxBytes)
      return {
        problem: `is ${(stat.size / 1024 / 1024).toFixed(1)} MB; more than ${maxBytes / 1024 / 1024} MB is refused`,
      }
    return decode(await handle.readFile())
  } catch (error) {
    return { problem: unreadable(error) }
  }
}

/** Undefined for a file that is not there. */
function unreadable(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: give this user the right to read it (chmod a+r)'
  if (code === 'EISDIR') return 'is a folder, but should be a file'
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`
}

function decode(bytes: Uint8Array): { text: string } | { problem: string } {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { problem: 'is written in UTF-16: save it as UTF-8' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const lines = new TextDecoder('utf-8').decode(bytes).split('\n')
    const line = lines.findIndex((text) => text.includes('\uFFFD')) + 1
    return { problem: `is not UTF-8 (first wrong byte in line ${line}): save it as UTF-8` }
  }
}

/** Mistakes after which the rest of the tree still means what it says. */
const harmless = new Set(['DUPLICATE_KEY', 'BAD_SCALAR_START'])

/** @param file the name that problems carry */
export function parseYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter()
  const problems: PersonaProblem[] = []
  const report = (offset: number, message: string, severity: PersonaProblem['severity'] = 'error') => {
    const { line, col } = lines.linePos(offset)
    problems.push({ file, line, col, path: '', message, severity })
  }
  let document: Document.Parsed
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, keepSourceTokens: false })
  } catch {
    return emptyFile(file, 'is nested too deeply to be read')
  }
  const seenLines = new Set<number>()
  const tabs = document.errors.filter(({ code }) => code === 'TAB_AS_INDENT')
  // Where a tab stands for an indent, the parser guesses the depth of all that follows; its other errors are echoes.
  for (const error of tabs.length > 0 ? tabs : document.errors) {
    const { line } = lines.linePos(error.pos[0])
    // One slip makes the parser stumble several times over the same line; the first says what is wrong.
    if (!seenLines.has(line))
      report(whereItBegan(document, error), curlyQuote(text, error.pos[0]) ?? syntaxWords(error))
    seenLines.add(line)
  }
  for (const warning of document.warnings) report(warning.pos[0], tagWords(warning.message), 'warning')
  for (const { offset, message, severity } of lostWords(document, text)) report(offset, message, severity)
  visit(document, {
    Pair(_key, { key }) {
      if (isMap(key) || isSeq(key)) report(key.range?.[0] ?? 0, 'a [ or { begins a key: put the text in quotes')
    },
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined)
        report(alias.range?.[0] ?? 0, `*${alias.source} refers to nothing: a text that begins with * needs quotes`)
    },
  })
  const isReadable = problems.every((problem) => problem.severity === 'warning') || onlyHarmless(document, problems)
  const value = isReadable ? plainValue(document, (message) => report(0, message)) : undefined
  return locatedFile(file, value, document, lines, problems)
}

/**
 * Words of a sentence that YAML takes for something else without a word: `&Beans` is an anchor, and ` #4` begins a comment
 * (YAML 1.2.2, 6.6 and 6.9.2). An anchor to which something refers is meant; so is a comment with a space behind its #.
 */
function lostWords(document: Document.Parsed, text: string) {
  const lost: { offset: number; message: string; severity: PersonaProblem['severity'] }[] = []
  const used = new Set<string>()
  visit(document, { Alias: (_key, { source }) => void used.add(source) })
  visit(document, {
    Scalar(_key, { type, anchor, range }) {
      if (type !== 'PLAIN' || !range) return
      const [start, end] = range
      if (anchor !== undefined && !used.has(anchor)) {
        const message = `&${anchor} is the name of an anchor to which nothing refers, and would not be said: a text that begins with & needs quotes`
        lost.push({ offset: text.lastIndexOf(`&${anchor}`, start), message, severity: 'error' })
      }
      const [, gap = '', word] = /^([ \t]+)(#[^\s#]\S*)/.exec(text.slice(end, end + 200)) ?? []
      if (isInCurlyQuotes(text.slice(start, end)))
        lost.push({
          offset: start,
          message: 'the curly quotes of a word processor are said with the text: write straight ones ("), or none',
          severity: 'warning',
        })
      if (word !== undefined) {
        const message = `${word} begins a comment, and the rest of the line is not said: put the text in quotes, or a space behind the #`
        lost.push({ offset: end + gap.length, message, severity: 'warning' })
      }
    },
  })
  return lost
}

/** The parser notices an unclosed quote at the end of the file; the operator wants to know where it was opened. */
function whereItBegan(document: Document.Parsed, error: { message: string; pos: [number, number] }): number {
  let offset = error.pos[0]
  if (!error.message.startsWith('Missing closing')) return offset
  visit(document, {
    Scalar(_key, scalar) {
      const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE'
      if (isQuoted && scalar.range && scalar.range[1] >= error.pos[0]) offset = Math.min(offset, scalar.range[0])
    },
  })
  return offset
}

const onlyHarmless = (document: Document.Parsed, problems: readonly PersonaProblem[]) =>
  document.errors.every((error) => harmless.has(error.code)) &&
  document.errors.length >= problems.filter(({ severity }) => severity === 'error').length

function plainValue(document: Document.Parsed, report: (message: string) => void): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 })
  } catch (error) {
    const isBomb = error instanceof ReferenceError
    report(isBomb ? 'repeats itself by aliases (*name) far too often; write it out' : 'is nested too deeply to be read')
    return undefined
  }
}

function locatedFile(
  file: string,
  value: unknown,
  document: Document.Parsed,
  lines: LineCounter,
  problems: readonly PersonaProblem[],
): YamlFile {
  const position = (path: YamlPath, at: 'key' | 'value') => lines.linePos(offsetOf(document, path, at))
  return {
    file,
    value,
    exists: true,
    problems,
    problem: (path, message, { at = 'value', severity = 'error', together } = {}) => ({
      file,
      ...position(path, at),
      path: pathText(value, path),
      message,
      severity,
      ...(together === undefined ? {} : { together }),
    }),
    place: (path) => {
      const { line, col } = position(path, 'value')
      return `${file}:${line}:${col}`
    },
  }
}

/** Where a path stands in the text; for a path that does not exist, the deepest part of it that does. */
function offsetOf(document: Document.Parsed, path: YamlPath, at: 'key' | 'value'): number {
  let node: unknown = document.contents
  let keyOffset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  let found = keyOffset
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step))
      if (pair === undefined) return found
      keyOffset = isNode(pair.key) ? (pair.key.range?.[0] ?? found) : found
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (node === undefined) return found
      keyOffset = isNode(node) ? (node.range?.[0] ?? found) : found
    } else return found
    const isBare = !isNode(node) || (isScalar(node) && node.value === null)
    const valueOffset = isNode(node) && !isBare ? (node.range?.[0] ?? keyOffset) : keyOffset
    // Something missing inside a section is shown at the section's own key.
    found = depth === path.length - 1 && at === 'value' ? valueOffset : keyOffset
  }
  return found
}

/** What a word processor makes of `"`: to YAML they are letters like others. */
const curly = '[“”„‟«»‘’‚‛]'
const isInCurlyQuotes = (source: string) => new RegExp(`^${curly}[^]*${curly}$`).test(source)

/** The cause of a mistake in a line whose value begins with one: the text is not quoted at all. */
function curlyQuote(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, end < 0 ? text.length : end)
  if (!new RegExp(`(?:[:,[{-]\\s+|^\\s*)${curly}`).test(line)) return undefined
  return 'the curly quotes of a word processor do not quote in YAML: write straight ones (")'
}

/** The parser's errors in an operator's words, each with what to do. */
function syntaxWords({ code, message }: { readonly code: ErrorCode; readonly message: string }): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab stands where spaces should: indent with spaces only'
    case 'DUPLICATE_KEY':
      return 'this key stands here a second time: keep one of them'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a second ": " in one line, or a list at the wrong depth: put the text in quotes, or line the list up'
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return message.startsWith('Missing closing')
        ? `the quote that opens here is never closed: add the closing ${message.includes("'") ? "'" : '"'}`
        : 'a key without ": " after it, or a text that runs on at the wrong depth: add the colon and a space, or indent the text'
    case 'BAD_INDENT':
      return message.startsWith('Flow')
        ? 'a [ or { opened above is never closed: add the closing bracket'
        : 'this line is indented differently from its neighbours: line it up'
    case 'BAD_SCALAR_START':
      return `a text that begins with ${message.at(-1)} needs quotes`
    case 'MULTIPLE_DOCS':
      return 'a line of --- begins a second document: one file holds one'
    case 'UNEXPECTED_TOKEN':
      return 'something stands after the end of the value (a quote inside quotes? a list and keys side by side?): put the whole text in quotes'
    case 'BLOCK_IN_FLOW':
      return 'a list or section with lines of its own stands inside [ or {, or a second ": " does: put the text in quotes'
    case 'BAD_DQ_ESCAPE':
      return `\\${message.at(-1)} means nothing between double quotes: write \\\\ for a backslash, or use single quotes`
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return 'a text that begins with &, * or ! needs quotes: YAML takes the word for the name of something else'
    case 'BAD_DIRECTIVE':
      return 'a line that begins with % is read as an order to YAML: put the text in quotes'
    case 'KEY_OVER_1024_CHARS':
      return 'a key longer than 1024 characters: is it a text with ": " in it? Put it in quotes'
    case 'NON_STRING_KEY':
      return 'a key that is no text: put it in quotes'
    case 'RESOURCE_EXHAUSTION':
      return 'nested too deeply to be read'
    case 'IMPOSSIBLE':
      return /call stack/i.test(message)
        ? 'nested too deeply to be read'
        : 'cannot be read from here on: put the text in quotes'
  }
}

function tagWords(message: string): string {
  const tag = /Unresolved tag: (\S+)/.exec(message)?.[1]
  return tag === undefined ? message : `a text that begins with ${tag} needs quotes: the ! makes it a YAML tag`
}
