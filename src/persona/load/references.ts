/** What a schema cannot see: names that must exist elsewhere, languages, time zones, days of the calendar. Third step of load.ts. */
import { z } from 'zod'
import { english } from '../../hearing/packs/english.ts'
import { baseLanguage } from '../../words/languages/base-language.ts'
import { langTag } from '../schema/parts.ts'
import { answersSchema, issuesSchema, localText, personaSchema } from '../schema/schema.ts'
import { spokenLanguages } from '../spoken-languages.ts'
import { isRecord, type PersonaProblem, valueAt, type YamlPath } from './problem.ts'
import { branches } from './schema-places.ts'
import { didYouMean } from './suggest.ts'
import type { YamlFile } from './yaml-file.ts'

/** Paths that match a pattern, `*` standing for every key or list item. */
function select(root: unknown, pattern: readonly string[]): YamlPath[] {
  let paths: YamlPath[] = [[]]
  for (const step of pattern) {
    paths = paths.flatMap((path): YamlPath[] => {
      const value = valueAt(root, path)
      if (step !== '*') return isRecord(value) && Object.hasOwn(value, step) ? [[...path, step]] : []
      if (Array.isArray(value)) return value.map((_, index) => [...path, index])
      return isRecord(value) ? Object.keys(value).map((key) => [...path, key]) : []
    })
  }
  return paths
}

/** Works on the raw values, so that it finds its mistakes also in a file that has others. */
export function checkReferences(persona: YamlFile, answers: YamlFile, issues: YamlFile): PersonaProblem[] {
  const alone = [
    ...doubleIds(answers, ['answers', '*', 'id']),
    ...doubleIds(issues, ['issues', '*', 'id']),
    ...takenIds(answers, issues),
    ...days(answers, [['answers', '*', 'expires']]),
  ]
  // A persona too broken to be read says nothing about its languages, teams and topics.
  if (!isRecord(persona.value)) return alone
  return [
    ...alone,
    ...unknownNames(persona, answers, issues),
    ...doubleIds(persona, ['brand', 'products', '*', 'id']),
    ...doubleIds(persona, ['boundaries', '*', 'id']),
    ...doubleIds(persona, ['places', '*', 'id']),
    ...unspoken(persona, answers),
    ...doubleIds(persona, ['lookups', '*', 'id']),
    ...takenByLookUps(persona, answers),
    ...menuMistakes(persona, answers),
    ...languageMistakes(persona, personaSchema, { persona, answers }),
    ...languageMistakes(answers, answersSchema, { persona, answers }),
    ...languageMistakes(issues, issuesSchema, { persona, answers }),
    ...timeZones(persona),
    ...days(persona, [
      ['commitments', '*', 'expires'],
      ['handoff', 'hours', 'holidays', '*'],
      ['handoff', 'teams', '*', 'hours', 'holidays', '*'],
    ]),
  ]
}

/** An id used twice; the problem names the first place. */
export function doubleIds(file: YamlFile, pattern: readonly string[]): PersonaProblem[] {
  const first = new Map<string, YamlPath>()
  return select(file.value, pattern).flatMap((path) => {
    const id = valueAt(file.value, path)
    if (typeof id !== 'string') return []
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, path)
      return []
    }
    return [file.problem(path, `"${id}" is used twice; first at ${file.place(before)}`)]
  })
}

/** The answer of an issue stands among the others as `issue-ID`. */
function takenIds(answers: YamlFile, issues: YamlFile): PersonaProblem[] {
  const taken = new Map(
    select(answers.value, ['answers', '*', 'id']).map((path) => [valueAt(answers.value, path), path] as const),
  )
  return select(issues.value, ['issues', '*', 'id']).flatMap((path) => {
    const there = taken.get(`issue-${valueAt(issues.value, path)}`)
    return there ? [issues.problem(path, `its answer goes by the id that ${answers.place(there)} has`)] : []
  })
}

/** The answers in whose place a look-up comes must be there; and it stands among them as `lookup-ID`. */
function takenByLookUps(persona: YamlFile, answers: YamlFile): PersonaProblem[] {
  const ids = select(answers.value, ['answers', '*', 'id']).map((path) => String(valueAt(answers.value, path)))
  // A file too broken to be read has one fault, not one a look-up; one that is not there has no answers.
  const isUnread = answers.exists && !isRecord(answers.value)
  const replaced = select(persona.value, ['lookups', '*', 'answers', '*']).flatMap((path) => {
    if (isUnread) return []
    const id = String(valueAt(persona.value, path))
    if (ids.includes(id)) return []
    return [persona.problem(path, `"${id}" is none of the answers in answers.yaml${didYouMean(id, ids)}`)]
  })
  const taken = select(persona.value, ['lookups', '*', 'id']).flatMap((path) => {
    const id = `lookup-${valueAt(persona.value, path)}`
    return ids.includes(id)
      ? [persona.problem(path, `an answer of answers.yaml goes by its id among the answers, ${id}`)]
      : []
  })
  return [...replaced, ...taken]
}

/** What an item of the menu leads to is there. */
function menuMistakes(persona: YamlFile, answers: YamlFile): PersonaProblem[] {
  const items = [
    ...select(persona.value, ['image', 'menu', '*']),
    ...select(persona.value, ['image', 'menu', '*', 'items', '*']),
  ]
  const commands = Object.keys(english.texts.commands)
  const ids = select(answers.value, ['answers', '*', 'id']).map((path) => String(valueAt(answers.value, path)))
  const isUnread = answers.exists && !isRecord(answers.value)
  return items.flatMap((item) => {
    const [command, answer] = ['command', 'answer'].map((key) => valueAt(persona.value, [...item, key]))
    const problems: PersonaProblem[] = []
    if (typeof command === 'string' && !commands.includes(command))
      problems.push(
        persona.problem([...item, 'command'], `"${command}" is no command of fans${didYouMean(command, commands)}`),
      )
    if (typeof answer === 'string' && !isUnread && !ids.includes(answer))
      problems.push(
        persona.problem(
          [...item, 'answer'],
          `"${answer}" is none of the answers in answers.yaml${didYouMean(answer, ids)}`,
        ),
      )
    return problems
  })
}

function unknownNames(persona: YamlFile, answers: YamlFile, issues: YamlFile): PersonaProblem[] {
  const teams = names(persona, ['handoff', 'teams'])
  const topics = names(persona, ['commitments'])
  const references = [
    { file: persona, at: ['handoff', 'route', '*'], known: teams },
    { file: persona, at: ['handoff', 'when', '*', 'team'], known: teams },
    { file: persona, at: ['handoff', 'teams', '*', 'next'], known: teams },
    { file: persona, at: ['commitments', '*', 'owner'], known: teams },
    { file: persona, at: ['lookups', '*', 'team'], known: teams },
    { file: answers, at: ['answers', '*', 'owner'], known: teams },
    { file: issues, at: ['issues', '*', 'owner'], known: teams },
    { file: persona, at: ['handoff', 'when', '*', 'topic'], known: topics },
    { file: persona, at: ['places', '*', 'topics'], known: topics },
    { file: persona, at: ['places', '*', 'topics', '*'], known: topics },
    { file: answers, at: ['answers', '*', 'topic'], known: topics },
  ]
  const unknown = references.flatMap(({ file, at, known }) =>
    select(file.value, at).flatMap((path) => {
      const name = valueAt(file.value, path)
      if (typeof name !== 'string' || known.names.includes(name)) return []
      return [missingName(file, path, name, known)]
    }),
  )
  const topicKeys = select(persona.value, ['knowledge', 'topics', '*']).flatMap((path) => {
    const name = String(path.at(-1))
    return topics.names.includes(name) ? [] : [missingName(persona, path, name, topics)]
  })
  return [...unknown, ...topicKeys]
}

interface KnownNames {
  readonly section: string
  readonly what: string
  readonly names: readonly string[]
}

function names(persona: YamlFile, path: YamlPath): KnownNames {
  const section = valueAt(persona.value, path)
  const what = path.at(-1) === 'teams' ? 'team' : 'topic'
  return { section: path.join('.'), what, names: isRecord(section) ? Object.keys(section) : [] }
}

/** A slip among declared names is an error; where nothing is declared at all the name is only a label, worth a warning. */
function missingName(file: YamlFile, path: YamlPath, name: string, known: KnownNames): PersonaProblem {
  const list = known.names.length > 0 ? `it has ${known.names.slice(0, 8).join(', ')}` : 'it is empty'
  const message = `"${name}" is not a ${known.what} in ${known.section} of persona.yaml (${list})${didYouMean(name, known.names)}`
  return file.problem(path, message, { severity: known.names.length > 0 ? 'error' : 'warning' })
}

const isLanguage = (key: string) => langTag.safeParse(key).success
const langTags = z.array(langTag)
const langKey = branches(localText).find((branch) => branch instanceof z.ZodRecord)?.keyType

/** Every map by language in a value, found by its schema; `isText`: of texts or lines, not of numbers. */
function languageMaps(schema: z.core.$ZodType, value: unknown, path: YamlPath): { path: YamlPath; isWhole: boolean }[] {
  const options = branches(schema)
  return options.flatMap((branch) => {
    if (Array.isArray(value))
      return branch instanceof z.ZodArray
        ? value.flatMap((item, index) => languageMaps(branch.element, item, [...path, index]))
        : []
    if (!isRecord(value)) return []
    if (branch instanceof z.ZodObject)
      return Object.entries<z.core.$ZodType>(branch.shape).flatMap(([key, child]) =>
        Object.hasOwn(value, key) ? languageMaps(child, value[key], [...path, key]) : [],
      )
    if (!(branch instanceof z.ZodRecord)) return []
    if (branch.keyType === langKey) {
      const isText = options.some((option) => option instanceof z.ZodString)
      return looksByLanguage(value)
        ? [{ path, isWhole: isText && path.at(-1) !== 'catchphrases' && path[0] !== 'places' }]
        : []
    }
    return Object.entries(value).flatMap(([key, child]) => languageMaps(branch.valueType, child, [...path, key]))
  })
}

/** Keeps handoff lines by reason, which share their place with lines by language, apart from these. */
const looksByLanguage = (value: Record<string, unknown>) => Object.keys(value).some(isLanguage)

function languageMistakes(
  file: YamlFile,
  schema: z.core.$ZodType,
  { persona, answers }: { readonly persona: YamlFile; readonly answers: YamlFile },
): PersonaProblem[] {
  // A language that is none is the cause: what follows from it would bury it.
  const said = valueAt(persona.value, ['voice', 'languages'])
  if (said !== undefined && !langTags.safeParse(said).success) return []
  const spoken = spokenLanguages(persona.value, answers.value)
  const [home] = spoken
  const isStated = said !== undefined
  return languageMaps(schema, file.value, []).flatMap(({ path, isWhole }) => {
    const map = valueAt(file.value, path)
    const keys = isRecord(map) ? Object.keys(map) : []
    const foreign = keys
      .filter((key) => isLanguage(key) && !spoken.includes(baseLanguage(key)))
      .map((key) =>
        file.problem(
          [...path, key],
          `${key} is not a language of this persona (${spoken.join(', ')}): add it to voice.languages or remove the text`,
          // A persona that never said what it speaks is not held to it.
          { at: 'key', severity: isStated ? 'error' : 'warning' },
        ),
      )
    const lacking =
      isWhole && !keys.map(baseLanguage).includes(home)
        ? [file.problem(path, `has no text in ${home}, the persona’s home language: add ${home}:`, { at: 'key' })]
        : []
    return [...foreign, ...lacking]
  })
}

/** A place in a language that nobody is answered in. */
function unspoken(persona: YamlFile, answers: YamlFile): PersonaProblem[] {
  const spoken = spokenLanguages(persona.value, answers.value)
  const paths = [
    ['places', '*', 'langs'],
    ['places', '*', 'langs', '*'],
  ].flatMap((pattern) => select(persona.value, pattern))
  return paths.flatMap((path) => {
    const lang = valueAt(persona.value, path)
    if (typeof lang !== 'string' || !isLanguage(lang) || spoken.includes(baseLanguage(lang))) return []
    return [persona.problem(path, `${lang} is not a language of this persona (${spoken.join(', ')})`)]
  })
}

function timeZones(persona: YamlFile): PersonaProblem[] {
  const places = [
    ['manners', 'timeZone'],
    ['handoff', 'hours', 'timeZone'],
    ['handoff', 'teams', '*', 'hours', 'timeZone'],
  ]
  return places
    .flatMap((pattern) => select(persona.value, pattern))
    .flatMap((path) => {
      const zone = valueAt(persona.value, path)
      if (typeof zone !== 'string' || isTimeZone(zone)) return []
      const near = didYouMean(zone, Intl.supportedValuesOf('timeZone'))
      return [persona.problem(path, `"${zone}" is not a time zone such as Europe/Paris${near}`)]
    })
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function days(file: YamlFile, patterns: readonly (readonly string[])[]): PersonaProblem[] {
  return patterns
    .flatMap((pattern) => select(file.value, pattern))
    .flatMap((path) => {
      const day = valueAt(file.value, path)
      if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || isDay(day)) return []
      return [file.problem(path, `"${day}" is not a day of the calendar`)]
    })
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
