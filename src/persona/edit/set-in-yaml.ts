/** One value of an operator's YAML changed by a program: that value's own letters, and nothing else of the text. Pure. */
import { isDeepStrictEqual } from 'node:util'
import { type Document, isMap, isNode, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml'
import { MascotError } from '../../errors.ts'

/** What a dial is set to. */
export type Scalar = string | number | boolean

/**
 * Comments, order, quotes and blank lines stay as they are. Sections that are missing are written.
 * @throws {MascotError} `persona-invalid` where the text is no YAML, or something else than a section stands on the way
 */
export function setInYaml(text: string, path: readonly string[], value: Scalar): string {
  const document = parsed(text)
  if (document.getIn(path) === value) return text
  const wanted = parsed(text)
  try {
    wanted.setIn(path, value)
  } catch (cause) {
    throw new MascotError('persona-invalid', `${path.join('.')} cannot be set: something else stands there`, { cause })
  }
  const spliced = replaced(text, document, path, value) ?? added(text, document, path, value)
  // Where the text is written in a way that cannot be cut into (an anchor, a tag), the library writes it.
  const isAsWanted = spliced !== undefined && isDeepStrictEqual(asData(spliced), wanted.toJS())
  return isAsWanted ? spliced : wanted.toString({ lineWidth: 0, flowCollectionPadding: /[[{] /.test(text) })
}

function parsed(text: string): Document.Parsed {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0)
    throw new MascotError('persona-invalid', 'The file has mistakes: mend them first, then turn a dial.')
  return document
}

function asData(text: string): unknown {
  const document = parseDocument(text)
  return document.errors.length > 0 ? undefined : document.toJS()
}

const written = (value: Scalar) => stringify(value, { lineWidth: 0 }).trimEnd()

/** The letters of a value that stands there. */
function replaced(text: string, document: Document.Parsed, path: readonly string[], value: Scalar): string | undefined {
  const node = document.getIn(path, true)
  if (!isNode(node) || !node.range || !isScalar(node) || node.anchor !== undefined || node.tag !== undefined)
    return undefined
  const [start, end] = node.range
  // A key with nothing behind it.
  if (start === end)
    return `${text.slice(0, start)}${/\s$/.test(text.slice(0, start)) ? '' : ' '}${written(value)}${text.slice(end)}`
  return `${text.slice(0, start)}${written(value)}${text.slice(end)}`
}

/** A line of its own behind the last of the deepest section that is there. */
function added(text: string, document: Document.Parsed, path: readonly string[], value: Scalar): string | undefined {
  const { map, depth } = deepest(document, path)
  if (!map?.range) return undefined
  const missing = path.slice(depth)
  if (map.flow) return addedInFlow(text, map, missing, value)
  const last = map.items.at(-1)
  const first = keyAt(map.items[0])
  const end = last && endOf(last)
  if (first === undefined || end === undefined) return undefined
  const indent = first - (text.lastIndexOf('\n', first - 1) + 1)
  const step = depth > 0 ? Math.max(2, indent / depth) : 2
  const lines = missing.map((key, at) => {
    const isLast = at === missing.length - 1
    return `${' '.repeat(indent + at * step)}${key}:${isLast ? ` ${written(value)}` : ''}`
  })
  // Behind the comment that ends its line.
  const line = text.indexOf('\n', text.charAt(end - 1) === '\n' ? end - 1 : end)
  const at = line < 0 ? text.length : line
  return `${text.slice(0, at)}\n${lines.join('\n')}${text.slice(at)}`
}

function addedInFlow(text: string, map: YAMLMap, missing: readonly string[], value: Scalar): string | undefined {
  const close = map.range?.[1]
  if (close === undefined) return undefined
  const [key = '', ...rest] = missing
  const inner = rest.reduceRight<string>((said, one) => `{ ${one}: ${said} }`, written(value))
  const before = text.slice(0, close - 1).trimEnd()
  const isOpen = before.endsWith('{') || before.endsWith(',')
  return `${before}${isOpen ? ' ' : ', '}${key}: ${inner} ${text.slice(close - 1)}`
}

function deepest(document: Document.Parsed, path: readonly string[]): { map: YAMLMap | undefined; depth: number } {
  let map: YAMLMap | undefined = isMap<unknown, unknown>(document.contents) ? document.contents : undefined
  let depth = 0
  while (map && depth < path.length - 1) {
    const next: unknown = map.get(path[depth] ?? '', true)
    if (!isMap(next)) break
    map = next
    depth++
  }
  return { map, depth }
}

function keyAt(pair: Pair | undefined): number | undefined {
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined
}

function endOf({ key, value }: Pair): number | undefined {
  if (isNode(value) && value.range && value.range[1] > value.range[0]) return value.range[1]
  return isNode(key) ? key.range?.[1] : undefined
}
