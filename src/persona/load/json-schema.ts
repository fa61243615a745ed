/** JSON Schemas of the persona files, made from the zod schemas, so that an editor completes and explains every key. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { answersSchema, issuesSchema, personaSchema, scenesSchema } from '../schema/schema.ts'

const schemas = {
  'persona.schema.json': { schema: personaSchema, title: 'A persona: persona.yaml' },
  'answers.schema.json': { schema: answersSchema, title: 'Approved answers: answers.yaml' },
  'issues.schema.json': { schema: issuesSchema, title: 'Troubles foreseen: issues.yaml' },
  'scenes.schema.json': { schema: scenesSchema, title: 'Rehearsal scenes: scenes.yaml' },
}

/** File name → JSON Schema draft 7 of what an operator may write (defaults may be left out, shorthands used). */
export function jsonSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(schemas).map(([file, { schema, title }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })
      return [file, { $schema, title, ...rest }]
    }),
  )
}

/** What stands in a generated file. */
export function schemaText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** Writes the files into `folder`; returns their paths. */
export async function writeSchemas(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    Object.entries(jsonSchemas()).map(async ([file, schema]) => {
      const path = join(folder, file)
      await writeFile(path, schemaText(schema))
      return path
    }),
  )
}
