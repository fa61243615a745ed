/** Reads a persona's folder: persona.yaml, answers.yaml, issues.yaml, scenes.yaml → `Persona`, or every mistake in them with its line. */
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { z } from 'zod'
import { MascotError } from '../../errors.ts'
import { catalogueFile, readCatalogue } from '../catalogue/read-catalogue.ts'
import { explainIssue, inOperatorsWords } from '../lint/explain.ts'
import type { Persona } from '../persona.ts'
import { answersSchema, issuesSchema, personaSchema, type ScenesYaml, scenesSchema } from '../schema/schema.ts'
import { normalise } from './normalise.ts'
import { formatProblem, inReadingOrder, type PersonaProblem, valueAt } from './problem.ts'
import { checkReferences, doubleIds } from './references.ts'
import { didYouMean } from './suggest.ts'
import { parseYaml, readYamlFile, type YamlFile } from './yaml-file.ts'

export type Scene = ScenesYaml['scenes'][number]

/** What a folder holds and all that is wrong with it. `persona` is there when nothing is an error. */
export interface PersonaReading {
  readonly persona?: Persona
  /** Empty when scenes.yaml is absent or broken. */
  readonly scenes: readonly Scene[]
  /** In reading order: persona.yaml, answers.yaml, issues.yaml, scenes.yaml, by line. */
  readonly problems: readonly PersonaProblem[]
  /** The files with the line of every key, for problems found later (lint.ts). */
  readonly files: {
    readonly persona: YamlFile
    readonly answers: YamlFile
    readonly issues: YamlFile
    readonly scenes: YamlFile
  }
}

/** @throws {MascotError} `persona-invalid`, its message one line a mistake, of persona.yaml, answers.yaml and issues.yaml together */
export async function loadPersona(folder: string): Promise<Persona> {
  const stamps = await stampsOf(folder)
  const { persona, problems, files } = await readPersona(folder)
  if (persona === undefined) throw personaInvalid(problems.filter(({ file }) => file !== files.scenes.file))
  readFrom.set(persona, stamps)
  return persona
}

/** The files by which a persona is what it is. */
export const personaFiles = ['persona.yaml', 'answers.yaml', 'issues.yaml', 'products.jsonl'] as const

const readFrom = new WeakMap<Persona, string>()

/** Whether the files are those that it was read from, by their times and sizes; false where it was not read from files at all. */
export async function isAsRead(persona: Persona, folder: string): Promise<boolean> {
  return readFrom.get(persona) === (await stampsOf(folder))
}

/** Which of these files stand in the folder. */
export async function filesThere(folder: string): Promise<string[]> {
  const found = personaFiles.map((name) =>
    stat(fileIn(folder, name)).then(
      () => [fileIn(folder, name)],
      () => [],
    ),
  )
  return (await Promise.all(found)).flat()
}

async function stampsOf(folder: string): Promise<string> {
  const stamps = personaFiles.map(async (name) => {
    const found = await stat(fileIn(folder, name), { bigint: true }).catch(() => undefined)
    return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : '-'
  })
  return (await Promise.all(stamps)).join('\n')
}

/** No scenes.yaml: no scenes. @throws {MascotError} `persona-invalid` */
export async function loadScenes(folder: string): Promise<readonly Scene[]> {
  const missing = await missingFolder(folder)
  const { scenes, problems } = scenesOf(await readYamlFile(fileIn(folder, 'scenes.yaml')))
  const errors = missing === undefined ? problems.filter(({ severity }) => severity === 'error') : [missing]
  if (errors.length > 0) throw personaInvalid(errors)
  return scenes
}

/** Which of a persona's files. */
export type PersonaPart = 'persona' | 'answers' | 'issues' | 'scenes'

/**
 * Everything at once, without throwing. `persona`, `answers`, `issues`, `scenes`: a file to be read as the one of that name, before it takes its place;
 * `texts`: what is to be read as those files, of which no file is needed.
 */
export async function readPersona(
  folder: string,
  {
    persona: personaFrom,
    answers: from,
    issues: issuesFrom,
    scenes: scenesFrom,
    texts = {},
  }: {
    readonly persona?: string
    readonly answers?: string
    readonly issues?: string
    readonly scenes?: string
    readonly texts?: Readonly<Partial<Record<PersonaPart, string>>>
  } = {},
): Promise<PersonaReading> {
  const missing = await missingFolder(folder)
  const read = async (part: PersonaPart, at?: string) => {
    const file = fileIn(folder, `${part}.yaml`)
    const text = texts[part]
    return text === undefined ? await readYamlFile(file, at) : parseYaml(file, text)
  }
  const [persona, answers, issues, scenes, catalogue] = await Promise.all([
    read('persona', personaFrom),
    read('answers', from),
    read('issues', issuesFrom),
    read('scenes', scenesFrom).then(scenesOf),
    readCatalogue(folder),
  ])
  const files = { persona, answers, issues, scenes: scenes.file }
  if (missing !== undefined) return { scenes: [], problems: [missing], files }
  const personaPart = validate(persona, personaSchema)
  const answersPart = answers.exists ? validate(answers, answersSchema) : { data: { answers: [] }, problems: [] }
  const issuesPart = issues.exists ? validate(issues, issuesSchema) : { data: { issues: [] }, problems: [] }
  const own = [
    ...personaPart.problems,
    ...answersPart.problems,
    ...issuesPart.problems,
    ...checkReferences(persona, answers, issues),
  ]
  const torn: readonly PersonaProblem[] = catalogue.broken.slice(0, 5).map((line) => ({
    ...{ file: fileIn(folder, catalogueFile), line, col: 1, path: '', severity: 'warning' },
    message: 'is no product, and is left out; mascot import products writes the file anew',
  }))
  const problems = inReadingOrder([...inFileOrder(own, [persona, answers, issues]), ...scenes.problems, ...torn])
  const isBroken = own.some(({ severity }) => severity === 'error')
  if (isBroken || !personaPart.data || !answersPart.data || !issuesPart.data)
    return { scenes: scenes.scenes, problems, files }
  const whole = normalise(personaPart.data, answersPart.data, resolve(folder), issuesPart.data, catalogue)
  return { persona: whole, scenes: scenes.scenes, problems, files }
}

/** The error whose message lists problems, one line each, errors first to fix. */
export function personaInvalid(problems: readonly PersonaProblem[]): MascotError {
  const errors = problems.filter(({ severity }) => severity === 'error')
  return new MascotError('persona-invalid', errors.map(formatProblem).join('\n'))
}

function scenesOf(file: YamlFile) {
  if (!file.exists) return { file, scenes: [], problems: [] }
  const { data, problems } = validate(file, scenesSchema)
  return { file, scenes: data?.scenes ?? [], problems: [...problems, ...doubleIds(file, ['scenes', '*', 'id'])] }
}

function validate<Schema extends z.ZodType>(
  file: YamlFile,
  schema: Schema,
): { data?: z.output<Schema>; problems: PersonaProblem[] } {
  if (!file.exists) return { problems: [file.problem([], 'is missing')] }
  if (file.value === undefined) return { problems: [...file.problems] }
  if (file.value === null) return { problems: [...file.problems, file.problem([], 'is empty')] }
  const parsed = schema.safeParse(file.value, { error: inOperatorsWords })
  if (parsed.success) return { data: parsed.data, problems: [...file.problems] }
  const mistakes = parsed.error.issues.flatMap((issue) =>
    explainIssue(schema, issue, (path) => valueAt(file.value, path)),
  )
  return {
    problems: [...file.problems, ...mistakes.map(({ path, at, message }) => file.problem(path, message, { at }))],
  }
}

/** So that problems of the first file come first, whichever check found one. */
const inFileOrder = (problems: readonly PersonaProblem[], files: readonly YamlFile[]) =>
  files.flatMap(({ file }) => problems.filter((problem) => problem.file === file))

/** Keeps the folder as the operator wrote it (`./personas/coffee`), which `path.join` would not. */
const fileIn = (folder: string, name: string) => `${folder.replace(/\/+$/, '')}/${name}`

/** A problem when there is no folder with a persona.yaml: what was looked for, and what to do. */
async function missingFolder(folder: string): Promise<PersonaProblem | undefined> {
  const problem = (message: string): PersonaProblem => ({
    file: folder,
    line: 0,
    col: 0,
    path: '',
    message,
    severity: 'error',
  })
  const found = await stat(folder).catch(() => undefined)
  if (found === undefined) {
    const siblings = await readdir(dirname(resolve(folder))).catch(() => [])
    const near = didYouMean(basename(folder), siblings)
    return problem(`there is no such folder${near}. Name the persona’s folder with --persona or MASCOT_PERSONA`)
  }
  if (!found.isDirectory())
    return problem('is a file; --persona and MASCOT_PERSONA take the folder that holds persona.yaml')
  const names = await readdir(folder).catch(() => ['persona.yaml'])
  if (names.includes('persona.yaml')) return undefined
  const near = names.find((name) => /^persona\.(ya?ml|json)$/i.test(name))
  const hint = near === undefined ? 'a persona is a folder with a persona.yaml in it' : `rename ${near} to persona.yaml`
  return problem(`there is no persona.yaml in this folder: ${hint}`)
}
