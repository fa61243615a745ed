import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchemas, schemaText, writeSchemas } from '../../../src/persona/load/json-schema.ts'
import { personaFolder } from './folder.ts'

const committed = new URL('../../../personas/', import.meta.url)

test.each(Object.entries(jsonSchemas()))(
  'personas/%s is the one the schema gives; `npm run schema` writes it',
  async (file, schema) => {
    expect(await readFile(new URL(file, committed), 'utf8')).toBe(schemaText(schema))
  },
)

test('an editor gets descriptions, and may leave out whatever has a default', () => {
  const persona = JSON.stringify(jsonSchemas()['persona.schema.json'])
  expect(persona).toContain('"required":["name","brand"]')
  expect(persona).toContain('Other names it answers to, in any script')
  expect(persona).toContain('http://json-schema.org/draft-07/schema#')
})

test('the files can be written into any folder', async () => {
  const folder = await personaFolder({})
  const paths = await writeSchemas(join(folder, 'new'))
  expect(paths.map((path) => path.replace(`${folder}/`, ''))).toEqual([
    'new/persona.schema.json',
    'new/answers.schema.json',
    'new/issues.schema.json',
    'new/scenes.schema.json',
  ])
  expect(JSON.parse(await readFile(paths[1] ?? '', 'utf8'))).toMatchObject({ required: ['answers'] })
})
