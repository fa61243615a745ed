/** Which keys a zod schema allows where: read from the schema itself, so that suggestions never fall behind it. */
import { z } from 'zod'
import type { YamlPath } from './problem.ts'

type Schema = z.core.$ZodType

/** What a schema can be once optionality, defaults and unions are taken off. */
export function branches(schema: Schema): Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return branches(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(branches)
  return [schema]
}

function step(schema: Schema, key: string | number): Schema[] {
  if (schema instanceof z.ZodObject) {
    const child: Schema | undefined = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined
    return child === undefined ? [] : branches(child)
  }
  if (schema instanceof z.ZodArray) return branches(schema.element)
  if (schema instanceof z.ZodRecord) return branches(schema.valueType)
  return []
}

function keysOf(schema: Schema): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String)
  return []
}

/** The keys that may stand at a path; empty where any may. */
export function allowedKeys(root: Schema, path: YamlPath): string[] {
  let here = branches(root)
  for (const key of path) here = here.flatMap((schema) => step(schema, key))
  return [...new Set(here.flatMap(keysOf))]
}

/** Every key that stands at a place of its own (not inside a list or a free map), with the sections it belongs to. */
export function placesOfKeys(root: Schema): Map<string, string[]> {
  const places = new Map<string, string[]>()
  const visit = (schema: Schema, path: string): void => {
    for (const branch of branches(schema)) {
      if (!(branch instanceof z.ZodObject)) continue
      for (const [key, child] of Object.entries<Schema>(branch.shape)) {
        if (path !== '') places.set(key, [...(places.get(key) ?? []), path])
        visit(child, path === '' ? key : `${path}.${key}`)
      }
    }
  }
  visit(root, '')
  return places
}
