/** The dials of the playground: which there are, how they stand, and where in persona.yaml each is written. */

import { z } from 'zod'
import type { Scalar } from '../../persona/edit/set-in-yaml.ts'
import { isRecord, valueAt } from '../../persona/load/problem.ts'
import { branches } from '../../persona/load/schema-places.ts'
import type { Persona } from '../../persona/persona.ts'
import { personaSchema } from '../../persona/schema/schema.ts'
import type { PlayDial } from '../../ports/playground.ts'

interface Dial {
  readonly path: string
  readonly at: readonly string[]
  read(persona: Persona): string
  /** If absent, the words of the schema. */
  readonly choices?: readonly string[]
}

const dials: readonly Dial[] = [
  { path: 'voice.distance', at: ['voice', 'distance'], read: ({ voice }) => voice.distance },
  { path: 'voice.formality', at: ['voice', 'formality'], read: ({ voice }) => voice.formality },
  { path: 'voice.humour', at: ['voice', 'humour'], read: ({ voice }) => voice.humour },
  { path: 'voice.energy', at: ['voice', 'energy'], read: ({ voice }) => voice.energy },
  { path: 'voice.emoji', at: ['voice', 'emoji'], read: ({ voice }) => voice.emoji.use },
  { path: 'voice.person', at: ['voice', 'person'], read: ({ voice }) => voice.person },
  {
    path: 'voice.bubbles',
    at: ['voice', 'bubbles'],
    read: ({ voice }) => String(voice.bubbles),
    choices: ['1', '2', '3', '4', '5'],
  },
  { path: 'knowledge.caution', at: ['knowledge', 'caution'], read: ({ knowledge }) => knowledge.caution },
]

/** How they stand, tried and saved. */
export function dialsOf(tried: Persona, saved: Persona): readonly PlayDial[] {
  return dials.map((dial) => {
    const about = aboutOf(dial.at)
    return {
      path: dial.path,
      ...(about ? { about } : {}),
      choices: choicesOf(dial),
      value: dial.read(tried),
      saved: dial.read(saved),
    }
  })
}

/** Where a dial is written in the file as it is, and what: `voice.emoji` may be a word or a section. Undefined: there is no such dial or value. */
export function settingOf(
  path: string,
  value: string,
  yaml: unknown,
): { readonly at: readonly string[]; readonly value: Scalar } | undefined {
  const dial = dials.find((one) => one.path === path)
  if (!dial || !choicesOf(dial).includes(value)) return undefined
  const isSection = isRecord(valueAt(yaml, dial.at))
  return { at: isSection ? [...dial.at, 'use'] : dial.at, value: dial.choices ? Number(value) : value }
}

function schemasAt(at: readonly string[]): z.core.$ZodType[] {
  return at.reduce<z.core.$ZodType[]>(
    (here, key) =>
      here.flatMap(branches).flatMap((one) => (one instanceof z.ZodObject ? [one.shape[key]].filter(Boolean) : [])),
    [personaSchema],
  )
}

function choicesOf({ at, choices }: Dial): readonly string[] {
  const words = schemasAt(at)
    .flatMap(branches)
    .flatMap((one) => (one instanceof z.ZodEnum ? one.options.map(String) : []))
  return choices ?? words
}

function aboutOf(at: readonly string[]): string | undefined {
  const [schema] = schemasAt(at)
  return schema && z.globalRegistry.get(schema)?.description
}
