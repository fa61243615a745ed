/** What most verbs begin with: the environment, the persona it names, a log, and an end on Ctrl-C. */
import { type Config, loadEnvFile, parseConfig } from '../config.ts'
import { createLog, type Log } from '../log.ts'
import { loadPersona } from '../persona/load/load.ts'
import type { Persona } from '../persona/persona.ts'
import type { VerbInput } from './verb.ts'

/** Reads `.env` and the environment. @throws {MascotError} `config-invalid` */
export function readConfig(): Config {
  loadEnvFile()
  return parseConfig(process.env)
}

/** The folder of `--persona`, else of MASCOT_PERSONA, else the demo persona. */
export function personaFolder({ values }: VerbInput, config: Config): string {
  return typeof values.persona === 'string' ? values.persona : config.persona
}

/** @throws {MascotError} `config-invalid`, `persona-invalid` */
export async function setUp(input: VerbInput): Promise<{ config: Config; persona: Persona }> {
  const config = readConfig()
  return { config, persona: await loadPersona(personaFolder(input, config)) }
}

export function logOf(config: Config, level = config.logLevel): Log {
  return createLog({ level, secrets: config.secrets })
}

/** Aborts on the first Ctrl-C or termination signal; a second one ends the process at once. */
export function untilInterrupted(): { readonly signal: AbortSignal; end(): void } {
  const ending = new AbortController()
  const stop = () => {
    if (ending.signal.aborted) process.exit(130)
    ending.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return { signal: ending.signal, end: () => ending.abort() }
}
