/** What most verbs begin with: the environment, the persona it names, and a log. */
import { type Config, loadEnvFile, parseConfig } from '../config.ts'
import { createLog, type Log, type LogOptions } from '../log.ts'
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

export function logOf(config: Config, { level = config.logLevel, ...options }: Partial<LogOptions> = {}): Log {
  return createLog({ level, secrets: config.secrets, ...options })
}
