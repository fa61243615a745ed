/** What watching needs of the program around it: the tracer if one is configured, names for people, the version of a persona. */
import { randomBytes } from 'node:crypto'
import type { KeyValues } from '../ports/key-values.ts'
import type { Store } from '../ports/store.ts'
import type { Tracer } from '../ports/tracer.ts'
import { createWatch, type Watch } from '../watch/create-watch.ts'
import type { Pseudonyms } from '../words/personal-data/pseudonyms.ts'
import type { MascotOptions } from './options.ts'

const KEY = 'log::names'

/** The key by which logs name people: made once, the same in every process of the brand. */
export async function keyOfNames(keyValues: KeyValues): Promise<string> {
  const kept = await keyValues.get(KEY)
  if (kept) return kept.value
  await keyValues.set(KEY, randomBytes(32).toString('base64url'))
  return (await keyValues.get(KEY))?.value ?? ''
}

export async function openWatch(
  store: Store,
  { config, persona, adapters, clock, log }: Pick<MascotOptions, 'config' | 'persona' | 'adapters' | 'clock' | 'log'>,
  pseudonyms: Pseudonyms,
): Promise<Watch> {
  const tracer = config.tracing && (await openTracer(config.tracing, log))
  const watch = createWatch(store, { clock, log, tracer, nameOf: pseudonyms.of, hasModel: config.model !== undefined })
  for (const { platform } of adapters) watch.platform(platform, 'starting')
  watch.persona(persona.name, persona.version)
  return watch
}

async function openTracer(
  tracing: NonNullable<MascotOptions['config']['tracing']>,
  log: MascotOptions['log'],
): Promise<Tracer> {
  const [{ createTracer }, manifest] = await Promise.all([
    import('../watch/create-tracer.ts'),
    import('../../package.json', { with: { type: 'json' } }),
  ])
  return createTracer({ ...tracing, version: manifest.default.version }, log)
}
