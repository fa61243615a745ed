/** A full Persona for tests, by the same way a folder takes: parsed by the schema, brought to the normal form. */
import { normalise } from '../../src/persona/load/normalise.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { answersSchema, personaSchema } from '../../src/persona/schema/schema.ts'

/** As much of persona.yaml as the test cares about; `answers` as in answers.yaml. */
export interface PersonaOverrides {
  readonly answers?: readonly unknown[]
  readonly [key: string]: unknown
}

/** Pip of Tidewater, a coffee roastery, unless the test says otherwise. Throws when an override breaks the schema. */
export function testPersona({ answers = [], ...overrides }: PersonaOverrides = {}): Persona {
  const yaml = personaSchema.parse({ name: 'Pip', nicknames: ['小皮'], brand: { name: 'Tidewater' }, ...overrides })
  return normalise(yaml, answersSchema.parse({ answers }), '/personas/test')
}
