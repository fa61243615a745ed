/** The YAML files of all language packs, read and checked, with the place of every mistake. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { textSigns } from '../../src/hearing/text-signs.ts'
import { explainIssue, inOperatorsWords } from '../../src/persona/lint/explain.ts'
import { formatProblem, type PersonaProblem, valueAt } from '../../src/persona/load/problem.ts'
import { readYamlFile } from '../../src/persona/load/yaml-file.ts'
import { textPattern } from '../../src/words/patterns.ts'
import type { Phrases } from '../../src/words/phrases.ts'
import { fillParts } from './fill-parts.ts'
import { dataSchemas, type SignFile, signSchema } from './pack-schema.ts'

export const packsFolder = fileURLToPath(new URL('../../src/hearing/packs', import.meta.url))

/** A sign as it stands in its file, and filled in: phrase for phrase the same, so that a position serves for both. */
export interface PackSign {
  readonly file: string
  readonly written: SignFile
  readonly filled: Phrases
}

export interface PackSource {
  readonly lang: string
  readonly signs: ReadonlyMap<string, PackSign>
  readonly data: ReadonlyMap<string, unknown>
}

/** @throws {Error} with a line `file:line:col` for every mistake */
export async function readPacks(folder: string = packsFolder): Promise<readonly PackSource[]> {
  const problems: PersonaProblem[] = []
  const langs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const names = langs.map(({ name }) => name).sort()
  const packs = await Promise.all(names.map((lang) => readPack(folder, lang, problems)))
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'))
  return packs
}

async function readPack(folder: string, lang: string, problems: PersonaProblem[]): Promise<PackSource> {
  const signs = new Map<string, PackSign>()
  const data = new Map<string, unknown>()
  const files = readdirSync(path.join(folder, lang)).filter((file) => file.endsWith('.yaml'))
  for (const file of files.sort()) {
    const name = path.basename(file, '.yaml')
    const shown = path.join(path.relative(process.cwd(), folder), lang, file)
    const yaml = await readYamlFile(shown)
    problems.push(...yaml.problems)
    if (yaml.value === undefined) continue
    const schema = dataSchemas[name]
    const expected = schema ?? signSchema
    const parsed = expected.safeParse(yaml.value, { error: inOperatorsWords })
    for (const issue of parsed.error?.issues ?? [])
      for (const { path, at, message } of explainIssue(expected, issue, (path) => valueAt(yaml.value, path)))
        problems.push(yaml.problem(path, message, { at }))
    if (schema) {
      if (parsed.success) data.set(name, parsed.data)
      continue
    }
    const written = signSchema.safeParse(yaml.value).data
    if (!written) continue
    const filled = fillParts(written, textSigns.includes(name) ? textPattern : undefined, (at, message) =>
      problems.push(yaml.problem(at, message)),
    )
    signs.set(name, { file: shown, written, filled })
  }
  return { lang, signs, data }
}
