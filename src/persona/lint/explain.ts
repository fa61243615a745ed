/** Puts what zod found into an operator's words: what stands there, what should, and where the nearest right word is. */
import type { z } from 'zod'
import { isRecord, shortened, type YamlPath } from '../load/problem.ts'
import { allowedKeys, placesOfKeys } from '../load/schema-places.ts'
import { closest, didYouMean } from '../load/suggest.ts'

/** A mistake by its place in the data; `at` says whether the key or the value is the mistake. */
export interface Mistake {
  readonly path: YamlPath
  readonly at: 'key' | 'value'
  readonly message: string
}

const expectedWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a section with keys of its own',
  record: 'a map of keys and values',
}

/** What stands there: `a number (5)`, `a list`, `empty`. */
function found(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (isRecord(value)) return 'a section with keys of its own'
  if (typeof value === 'string') return `a text ("${shortened(value)}")`
  return typeof value === 'number' ? `a number (${value})` : String(value)
}

/** A map that stands beside a plain text or number is one by language. */
function byLanguage(expected: readonly string[]): string | undefined {
  if (expected.includes('string')) return 'texts by language ({en: …, zh: …})'
  return expected.includes('number') || expected.includes('int') ? 'numbers by language ({en: …, zh: …})' : undefined
}

/** What YAML made of a text that was written without quotes. */
function quotesHelp(input: unknown, expected: readonly string[]): string {
  if (Array.isArray(input)) return ''
  if (!isRecord(input)) return ': put it in quotes'
  return expected.length === 1 ? ': a text with ": " in it needs quotes' : ''
}

function wrongKind(input: unknown, expected: readonly string[]): string {
  const should = [...new Set(expected)].map(
    (kind) => (kind === 'record' && byLanguage(expected)) || (expectedWords[kind] ?? kind),
  )
  const last = should.pop() ?? ''
  const choice = should.length > 0 ? `${should.join(', ')} or ${last}` : last
  if (input === undefined) return `is missing: it should be ${choice}`
  if (input === null) return `is empty, but should be ${choice}: fill it in or remove the key`
  return `is ${found(input)}, but should be ${choice}${expected.includes('string') ? quotesHelp(input, expected) : ''}`
}

const amounts: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' }

/** The error map for `safeParse`; the schema's own messages win over it. */
export function inOperatorsWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(issue.input, [issue.expected])
    case 'invalid_value': {
      const values = issue.values.map(String)
      const near = typeof issue.input === 'string' ? didYouMean(issue.input, values) : ''
      return `is ${found(issue.input)}, but should be ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}${near}`
    }
    case 'invalid_format':
      return issue.format === 'url' ? 'is not a web address such as https://example.com' : undefined
    case 'too_small':
      return `is too ${issue.origin === 'number' || issue.origin === 'int' ? 'small' : 'short'}: at least ${issue.minimum}${amounts[issue.origin] ?? ''}`
    case 'too_big':
      return `is too ${issue.origin === 'number' || issue.origin === 'int' ? 'big' : 'long'}: at most ${issue.maximum}${amounts[issue.origin] ?? ''}`
    default:
      return undefined
  }
}

type Issue = z.core.$ZodIssue

/** All branches of a union, with those of unions directly inside it; paths counted from the outer union. */
function flatBranches(errors: readonly (readonly Issue[])[]): Issue[][] {
  return errors.flatMap((issues) => {
    const [only] = issues
    if (issues.length === 1 && only?.code === 'invalid_union' && only.path.length === 0)
      return flatBranches(only.errors)
    return [[...issues]]
  })
}

const weight = (issues: readonly Issue[]) =>
  issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length
    return sum + (issue.code === 'invalid_key' ? 2 : 1)
  }, 0)

/** The one branch the operator was most likely writing: of the right kind, and with the fewest mistakes; a wrong key weighs double. */
function likeliestBranch(options: readonly Issue[][], input: unknown): Issue[] | undefined {
  const wrong = (issue: Issue | undefined) =>
    issue !== undefined &&
    issue.path.length === 0 &&
    (issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof input !== 'string'))
  return options.filter((issues) => !wrong(issues[0])).sort((a, b) => weight(a) - weight(b))[0]
}

/** What else than one of the words it may be, of another kind altogether. */
function otherForms(options: readonly Issue[][]): readonly string[] {
  const kinds = options.flatMap(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? [expectedWords[first.expected] ?? first.expected] : [],
  )
  return [...new Set(kinds)]
}

function withOther(mistake: Mistake, others: readonly string[]): Mistake {
  return others.length === 0 ? mistake : { ...mistake, message: `${mistake.message}; or it is ${others.join(' or ')}` }
}

/**
 * @param issue one of zod's, its path counted from `base`
 * @param valueAt reads the value at a path, for what was found there
 */
export function explainIssue(
  schema: z.core.$ZodType,
  issue: Issue,
  valueAt: (path: YamlPath) => unknown,
  base: YamlPath = [],
): Mistake[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))]
  const input = valueAt(path)
  switch (issue.code) {
    case 'invalid_union': {
      const options = flatBranches(issue.errors)
      const likeliest = likeliestBranch(options, input)
      if (likeliest !== undefined) {
        const mistakes = likeliest.flatMap((inner) => explainIssue(schema, inner, valueAt, path))
        const isOneOfWords =
          likeliest.length === 1 && likeliest[0]?.code === 'invalid_value' && likeliest[0].path.length === 0
        return isOneOfWords ? mistakes.map((mistake) => withOther(mistake, otherForms(options))) : mistakes
      }
      const kinds = options.flatMap(([first]) =>
        first?.code === 'invalid_type'
          ? [first.expected]
          : first?.code === 'invalid_value'
            ? first.values.map(String)
            : [],
      )
      return [{ path, at: 'value', message: wrongKind(input, kinds) }]
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], at: 'key', message: unknownKey(schema, path, key) }))
    case 'invalid_key': {
      const key = String(path.at(-1))
      return [{ path, at: 'key', message: `"${shortened(key)}" ${issue.issues[0]?.message ?? 'cannot be a key here'}` }]
    }
    default: {
      const quoted = typeof input === 'string' && issue.message.startsWith('is not ') ? `"${shortened(input)}" ` : ''
      return [{ path, at: 'value', message: quoted + issue.message }]
    }
  }
}

function unknownKey(schema: z.core.$ZodType, path: YamlPath, key: string): string {
  const allowed = allowedKeys(schema, path)
  const places = placesOfKeys(schema)
  const home = places.get(key)
  const near = closest(key, allowed)
  if (home !== undefined && near === undefined)
    return `is not a key here: it belongs under ${home.slice(0, 3).join(' or ')}`
  if (near !== undefined) return `is not a key here (did you mean ${near}?)`
  const elsewhere = closest(key, places.keys())
  const under = elsewhere === undefined ? undefined : places.get(elsewhere)?.[0]
  if (under !== undefined) return `is not a key here (did you mean ${elsewhere}, under ${under}?)`
  const list = allowed.length > 0 && allowed.length <= 12 ? `; keys here: ${allowed.join(', ')}` : ''
  const own = path.length === 0 && allowed.includes('extensions') ? '; keys of your own go under extensions' : ''
  return `is not a key here${list}${own}`
}
