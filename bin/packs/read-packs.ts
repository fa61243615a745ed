/** The YAML files of all language packs, read and checked, with the place of every mistake. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ZodType } from 'zod'
import type { Book } from '../../src/hearing/packs/pack.ts'
import { textSigns } from '../../src/hearing/text-signs.ts'
import { explainIssue, inOperatorsWords } from '../../src/persona/lint/explain.ts'
import { formatProblem, type PersonaProblem, valueAt } from '../../src/persona/load/problem.ts'
import { didYouMean } from '../../src/persona/load/suggest.ts'
import { readYamlFile, type YamlFile } from '../../src/persona/load/yaml-file.ts'
import { textPattern } from '../../src/words/phrases/patterns.ts'
import type { Phrases } from '../../src/words/phrases/phrases.ts'
import { askedSigns } from './asked-signs.ts'
import { createFill, fillParts, type Report } from './fill-parts.ts'
import { type BookFile, books, dataSchemas, type SignFile, signSchema } from './pack-schema.ts'

export const packsFolder = fileURLToPath(new URL('../../src/hearing/packs', import.meta.url))

/** A sign as it stands in its file, and filled in: phrase for phrase the same, so that a position serves for both. */
export interface PackSign {
  readonly file: string
  readonly written: SignFile
  readonly filled: Phrases
}

/** A file of several lists likewise. */
export interface PackBook {
  readonly file: string
  readonly written: BookFile
  readonly filled: Book
}

export interface PackSource {
  readonly lang: string
  readonly signs: ReadonlyMap<string, PackSign>
  readonly books: ReadonlyMap<string, PackBook>
  readonly data: ReadonlyMap<string, unknown>
}

/** @throws {Error} with a line `file:line:col` for every mistake */
export async function readPacks(folder: string = packsFolder): Promise<readonly PackSource[]> {
  const problems: PersonaProblem[] = []
  const entries = readdirSync(folder, { withFileTypes: true })
  const langs = entries.filter((entry) => entry.isDirectory())
  const names = langs.map(({ name }) => name).sort()
  const shown = path.relative(process.cwd(), folder)
  for (const { name } of entries.filter((entry) => entry.isFile() && isYaml(entry.name)))
    problems.push(whole(path.join(shown, name), 'is not read: it belongs into the folder of a language'))
  for (const lang of names) {
    const fault = faultOfCode(lang)
    if (fault) problems.push(whole(path.join(shown, lang), fault))
  }
  const packs = await Promise.all(names.map((lang) => readPack(folder, lang, problems)))
  problems.push(...unknownSigns(packs))
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'))
  return packs
}

const whole = (file: string, message: string): PersonaProblem => ({
  ...{ file, message, severity: 'error' },
  ...{ line: 0, col: 0, path: '' },
})

const isYaml = (file: string): boolean => /\.ya?ml$/i.test(file)

/** What keeps a folder's name from being the code under which a language is known everywhere else. */
function faultOfCode(name: string): string | undefined {
  if (!/^[a-z]{2,3}$/.test(name)) return 'is no code of a language: two or three small letters, as in ISO 639'
  const [usual] = Intl.getCanonicalLocales(name)
  return usual === name ? undefined : `is not the usual code of that language: name the folder ${usual}`
}

function unknownSigns(packs: readonly PackSource[]): PersonaProblem[] {
  const asked = askedSigns()
  const known = [...asked, ...Object.keys(dataSchemas), ...Object.keys(books)]
  return packs.flatMap(({ signs }) =>
    [...signs]
      .filter(([name]) => !asked.includes(name))
      .map(([name, { file }]) =>
        whole(
          file,
          `nothing in src asks for a sign called ${name}${didYouMean(name, known)}; for a new one write signOf('${name}') where it decides`,
        ),
      ),
  )
}

async function readPack(folder: string, lang: string, problems: PersonaProblem[]): Promise<PackSource> {
  const signs = new Map<string, PackSign>()
  const ofBooks = new Map<string, PackBook>()
  const data = new Map<string, unknown>()
  const files = readdirSync(path.join(folder, lang)).filter(isYaml)
  for (const file of files.sort()) {
    const name = file.replace(/\.\w+$/, '')
    const shown = path.join(path.relative(process.cwd(), folder), lang, file)
    if (!file.endsWith('.yaml')) {
      problems.push(whole(shown, `is not read: name it ${name}.yaml`))
      continue
    }
    const yaml = await readYamlFile(shown)
    problems.push(...yaml.problems)
    if (yaml.value === undefined) continue
    const report: Report = (at, message) => problems.push(yaml.problem(at, message))
    const book = books[name]
    const schema = dataSchemas[name]
    if (book) {
      const written = parse(yaml, book.schema, problems)
      if (written) ofBooks.set(name, { file: shown, written, filled: fillBook(written, book.toPattern, report) })
    } else if (schema) {
      const value = parse(yaml, schema, problems)
      if (value !== undefined) data.set(name, value)
    } else {
      const written = parse(yaml, signSchema, problems)
      const toPattern = textSigns.includes(name) ? textPattern : undefined
      if (written) signs.set(name, { file: shown, written, filled: fillParts(written, toPattern, report) })
    }
  }
  return { lang, signs, books: ofBooks, data }
}

function parse<T>(yaml: YamlFile, schema: ZodType<T>, problems: PersonaProblem[]): T | undefined {
  const parsed = schema.safeParse(yaml.value, { error: inOperatorsWords })
  for (const issue of parsed.error?.issues ?? [])
    for (const { path, at, message } of explainIssue(schema, issue, (path) => valueAt(yaml.value, path)))
      problems.push(yaml.problem(path, message, { at }))
  return parsed.data
}

function fillBook({ parts, ...sections }: BookFile, toPattern: (text: string) => RegExp, report: Report): Book {
  const { fillAll, reportUnused } = createFill(parts, toPattern, report)
  const filled = Object.entries(sections).map(([section, lists]) => {
    const ofLists = Object.entries(lists ?? {}).map(([name, list]) =>
      Array.isArray(list)
        ? [name, fillAll([section, name], list)]
        : [name, fillAll([section, name, 'says'], list.says)],
    )
    return [section, Object.fromEntries(ofLists)]
  })
  reportUnused()
  return Object.fromEntries(filled)
}
