/** What an editor shows beside a line of a persona's file: which key it is, what it does, what may stand there. Read from the schema. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { once } from '../../words/once.ts'
import { jsonSchemas } from '../load/json-schema.ts'
import type { PersonaPart } from '../load/load.ts'
import { pathText } from '../load/problem.ts'

export interface HelpAt {
  /** `answers[refund].asks`; empty at the top. */
  readonly path: string
  /** What the key does, as its schema says it. */
  readonly about?: string
  /** The words that may stand there. */
  readonly words: readonly string[]
  /** Keys that may stand beside it, or in it, each with what it does. */
  readonly keys: readonly { readonly key: string; readonly about?: string }[]
}

const shape = z.looseObject({
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  propertyNames: z.unknown().optional(),
})
type Shape = z.output<typeof shape>

const schemas = once(jsonSchemas)

/** `line` counts from 1. */
export function helpAt(part: PersonaPart, text: string, line: number): HelpAt {
  const found = pathAt(text, line)
  const root = schemas()[`${part}.schema.json`]
  let here = shapesOf(root)
  let about: string | undefined
  for (const step of found.path) {
    here = here.flatMap((one) => inside(one, step))
    about = here.find(({ description }) => description !== undefined)?.description ?? undefined
  }
  const words = here.flatMap((one) => [one, ...shapesOf(one.items)]).flatMap((one) => one.enum ?? [])
  const keys = here.flatMap(({ properties = {}, propertyNames }) => [
    ...Object.entries(properties).map(([key, child]) => keyed(key, shapesOf(child)[0]?.description)),
    ...shapesOf(propertyNames).flatMap((names) => (names.enum ?? []).map((key) => keyed(String(key)))),
  ])
  return {
    path: pathText(found.value, found.path),
    ...(about ? { about } : {}),
    words: [...new Set(words.map(String))],
    keys,
  }
}

const keyed = (key: string, about?: string) => ({ key, ...(about === undefined ? {} : { about }) })

/** A schema with what it may be instead. */
function shapesOf(schema: unknown): Shape[] {
  const { data } = shape.safeParse(schema)
  return data ? [data, ...(data.anyOf ?? []).flatMap(shapesOf)] : []
}

function inside({ properties = {}, items, additionalProperties }: Shape, step: string | number): Shape[] {
  if (typeof step === 'number') return shapesOf(items)
  return Object.hasOwn(properties, step) ? shapesOf(properties[step]) : shapesOf(additionalProperties)
}

/** The deepest key or item that the line is part of. */
function pathAt(text: string, line: number): { readonly path: readonly (string | number)[]; readonly value: unknown } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const start = lines.lineStarts[line - 1] ?? 0
  const end = lines.lineStarts[line] ?? text.length + 1
  const path: (string | number)[] = []
  let node: unknown = document.contents
  for (;;) {
    const children = childrenOf(node)
    const held = children.findLast(({ from }) => from < end)
    if (!held || held.to <= start) break
    path.push(held.step)
    node = held.value
  }
  return { path, value: safely(() => document.toJS({ maxAliasCount: 50 })) }
}

function safely(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}

function childrenOf(node: unknown) {
  const ends = (value: unknown, from: number) => (isNode(value) ? (value.range?.[2] ?? from) : from) + 1
  if (isMap(node))
    return node.items.flatMap(({ key, value }) => {
      const from = isNode(key) ? key.range?.[0] : undefined
      if (from === undefined) return []
      const name = String(isScalar(key) ? key.value : key)
      return [{ step: name as string | number, value, from, to: Math.max(ends(value, from), ends(key, from)) }]
    })
  if (isSeq(node))
    return node.items.flatMap((value, step) => {
      const from = isNode(value) ? value.range?.[0] : undefined
      return from === undefined ? [] : [{ step: step as string | number, value, from, to: ends(value, from) }]
    })
  return []
}
