/** personas/README.md against what it describes: every key, value and default of the schemas, every YAML block, every command. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { unheardIn } from '../../../src/hearing/unheard-in.ts'
import { lintPersona } from '../../../src/persona/lint/lint.ts'
import { placeholders } from '../../../src/persona/load/fill.ts'
import { readPersona } from '../../../src/persona/load/load.ts'
import { formatProblem } from '../../../src/persona/load/problem.ts'
import { answersSchema, issuesSchema, personaSchema, scenesSchema } from '../../../src/persona/schema/schema.ts'
import { verbs } from '../../../src/verbs/verbs.ts'

const readme = await readFile(new URL('../../../personas/README.md', import.meta.url), 'utf8')
const schemas = {
  'persona.yaml': personaSchema,
  'answers.yaml': answersSchema,
  'issues.yaml': issuesSchema,
  'scenes.yaml': scenesSchema,
}

type Json = z.core.JSONSchema.BaseSchema
const isSchema = (value: unknown): value is Json => typeof value === 'object' && value !== null

interface Key {
  /** As `mascot check` writes it, `ID` for a name of the operator's own. */
  readonly path: string
  readonly schema: Json
  readonly isRequired: boolean
}

/** Every key of a JSON Schema, sections before their keys; maps by language count as their text. */
function keysOf(schema: Json, path = ''): Key[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, child]): Key[] => {
    if (!isSchema(child)) return []
    const childPath = path === '' ? key : `${path}.${key}`
    const isRequired = schema.required?.includes(key) ?? false
    return [{ path: childPath, schema: child, isRequired }, ...keysOf(child, childPath)]
  })
  const { items, additionalProperties: values, propertyNames: names } = schema
  const isOwnName = isSchema(names) && names.enum === undefined && names.pattern !== languagePattern
  return [
    ...own,
    ...(isSchema(items) ? keysOf(items, `${path}[]`) : []),
    ...(isSchema(values) ? keysOf(values, isOwnName ? `${path}.ID` : path) : []),
    ...(schema.anyOf ?? []).filter(isSchema).flatMap((branch) => keysOf(branch, path)),
  ]
}
const languagePattern = '^[a-z]{2,3}$'

/** The words a key, or the names in its map, may be. */
function wordsOf({ enum: values, propertyNames, anyOf, items, additionalProperties }: Json): string[] {
  const inner = [propertyNames, items, additionalProperties, ...(anyOf ?? [])].filter(isSchema)
  return [...(values ?? []).map(String), ...inner.flatMap(wordsOf)]
}

const keys = Object.values(schemas).flatMap((schema) => keysOf(z.toJSONSchema(schema, { io: 'input' })))

/** The rows of the reference tables, by the keys in their first cell. */
const rows = new Map(
  readme.split('\n').flatMap((line) => {
    const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.trim()) : []
    const [, first = ''] = cells
    return [...first.matchAll(/`([^`]+)`/g)].map(([, path = '']): [string, string[]] => [path, cells.slice(1)])
  }),
)

/** The fenced blocks: what stands after the three backticks, and the text. */
const blocks = [...readme.matchAll(/^```(\S*)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language, file, text = '']) => ({
  language,
  file,
  text,
}))
const yamlBlocks = blocks.filter(({ language }) => language === 'yaml')
const shown = ({ text }: { text: string }) => text.split('\n').slice(0, 3).join(' ')

describe('personas/README.md', () => {
  test('names every key of the files', () => {
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.map(({ path }) => path).filter((path) => !readme.includes(`\`${path}\``))).toEqual([])
  })

  test('names no key that the schemas do not have', () => {
    const known = new Set(keys.map(({ path }) => path))
    const sections = new Set([...known].map((path) => path.split(/[.[]/)[0]))
    const named = [...rows.keys()].filter((path) => /[.[]/.test(path) && sections.has(path.split(/[.[]/)[0]))
    expect(named.filter((path) => !known.has(path) && !(path in schemas))).toEqual([])
  })

  test('names every word that a key may be', () => {
    const missing = keys
      // The occasions have their own table, as `lines.greeting`.
      .filter(({ path }) => path !== 'places[].lines')
      .flatMap(({ path, schema }) =>
        wordsOf(schema)
          .filter((word) => !readme.includes(`\`${word}\``))
          .map((word) => `${path}: ${word}`),
      )
    expect(missing).toEqual([])
  })

  test('tells each default and what is required, as the schemas have it', () => {
    const wrong = keys.flatMap(({ path, schema, isRequired }) => {
      const [, , says = ''] = rows.get(path) ?? []
      if (rows.get(path)?.length !== 5) return []
      if (isRequired !== (says === 'required')) return [`${path} is ${isRequired ? '' : 'not '}required`]
      const { default: preset } = schema
      const isPlain = typeof preset !== 'object' ? preset !== undefined : Array.isArray(preset) && preset.length > 0
      const told: unknown = /^`[^`]+`$/.test(says) ? parse(says.slice(1, -1)) : undefined
      return isPlain && JSON.stringify(told) !== JSON.stringify(preset) ? [`${path} is ${JSON.stringify(preset)}`] : []
    })
    expect(wrong).toEqual([])
  })

  test('names every placeholder of a line', () => {
    expect(placeholders.filter((name) => !readme.includes(`\`{${name}}\``))).toEqual([])
  })

  test.each(yamlBlocks.filter(({ file }) => file !== undefined))('shows a whole $file that is valid', (block) => {
    const schema = Object.entries(schemas).find(([file]) => file === block.file)?.[1]
    expect(schema, `${block.file} is not a file of a persona`).toBeDefined()
    expect(schema?.safeParse(parse(block.text)).error?.message, shown(block)).toBeUndefined()
  })

  test.each(yamlBlocks.filter(({ file }) => file === undefined))(
    'shows a part of persona.yaml that is valid',
    (block) => {
      const part = z.record(z.string(), z.unknown()).parse(parse(block.text))
      const whole = { name: 'Luna', brand: { name: 'Moonlight' }, ...part }
      expect(personaSchema.safeParse(whole).error?.message, shown(block)).toBeUndefined()
    },
  )

  test('begins with two files that make a persona with nothing to mend', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mascot-readme-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const [persona, answers] = yamlBlocks
    expect([persona?.file, answers?.file]).toEqual(['persona.yaml', 'answers.yaml'])
    await writeFile(join(folder, 'persona.yaml'), persona?.text ?? '')
    await writeFile(join(folder, 'answers.yaml'), answers?.text ?? '')
    const reading = await readPersona(folder)
    const problems = [...reading.problems, ...(await lintPersona(reading, Date.UTC(2026, 10, 22), unheardIn))]
    expect(problems.map(formatProblem)).toEqual([])
  })

  test('shows only verbs and options that exist, each with the options it has', () => {
    const shownCommands = [...readme.matchAll(/(?<!\/)mascot ([a-z]+)((?: +\[?--[a-z]+(?: [A-Z]+)?\]?)*)/g)]
    expect(shownCommands.length).toBeGreaterThan(8)
    const wrong = shownCommands.flatMap(([, verb = '', options = '']) => {
      const known = verbs[verb]
      if (known === undefined) return [verb]
      const named = [...options.matchAll(/--([a-z]+)/g)].map(([, option = '']) => option)
      return named.filter((option) => !(option in known.options)).map((option) => `${verb} --${option}`)
    })
    expect(wrong).toEqual([])
  })

  test('every link within it leads somewhere', () => {
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    )
    const links = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map(([, target = '']) => target)
    expect(links.filter((target) => !headings.includes(target))).toEqual([])
  })
})
