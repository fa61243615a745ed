/** `mascot start --brands FOLDER`: several brands in one process, each with the variables of its own file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { type Config, parseConfig } from '../config.ts'
import { MascotError } from '../errors.ts'
import { loadPersona } from '../persona/load/load.ts'
import type { Persona } from '../persona/persona.ts'

export interface BrandToStart {
  /** Of its file. */
  readonly name: string
  readonly config: Config
  readonly persona: Persona
}

const ending = '.env'

/**
 * A brand for each `NAME.env` of the folder, by name. A variable of its file wins over the environment's, which is everybody's.
 * @throws {MascotError} `config-invalid`, `persona-invalid`, with every problem of every brand
 */
export async function readBrands(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly BrandToStart[]> {
  const names = filesIn(folder)
  const brands: BrandToStart[] = []
  const problems: string[] = []
  for (const name of names) {
    try {
      const config = parseConfig({ ...env, ...parseEnv(readFileSync(join(folder, name + ending), 'utf8')) })
      brands.push({ name, config, persona: await loadPersona(config.persona) })
    } catch (error) {
      if (!(error instanceof MascotError) && !isOfFile(error)) throw error
      problems.push(`${name}${ending}: ${error.message}`)
    }
  }
  problems.push(...collisions(brands))
  if (problems.length > 0) throw new MascotError('config-invalid', problems.join('\n'))
  return brands
}

function filesIn(folder: string): readonly string[] {
  let found: readonly string[]
  try {
    found = readdirSync(folder)
  } catch (cause) {
    throw new MascotError('config-invalid', `--brands: the folder ${folder} cannot be read`, { cause })
  }
  const names = found
    .filter((file) => file.endsWith(ending) && file !== ending)
    .map((file) => file.slice(0, -ending.length))
  if (names.length === 0)
    throw new MascotError('config-invalid', `--brands: ${folder} holds no file NAME${ending}, one for each brand`)
  return names.toSorted()
}

const isOfFile = (error: unknown): error is Error => error instanceof Error && 'code' in error && 'path' in error

/** What two brands may not share. */
function collisions(brands: readonly BrandToStart[]): string[] {
  const shared = (what: (brand: BrandToStart) => string | undefined, sentence: (names: string) => string) =>
    [...Map.groupBy(brands, what)].flatMap(([value, those]) =>
      value !== undefined && those.length > 1 ? [sentence(those.map(({ name }) => name + ending).join(' and '))] : [],
    )
  return [
    ...shared(
      ({ persona }) => persona.brand.id,
      (names) => `${names} have a persona with the same brand.id: rows in the database are told apart by it`,
    ),
    // Both would write in one thread, where one that waits for the other's transaction keeps it from ending.
    ...shared(
      ({ config: { databaseUrl } }) =>
        databaseUrl.startsWith('sqlite:') && !databaseUrl.includes(':memory:') ? databaseUrl : undefined,
      (names) =>
        `${names} have the same SQLite file: give each a DATABASE_URL of its own, or all of them one PostgreSQL`,
    ),
    ...shared(
      ({ config: { http } }) => (http.port === 0 ? undefined : `${http.host}:${http.port}`),
      (names) => `${names} have the same HTTP_PORT: give each one of its own, or 0 for any that is free`,
    ),
    ...shared(
      ({ config }) => config.metrics.address && `${config.metrics.address.host}:${config.metrics.address.port}`,
      (names) => `${names} serve metrics at the same address: give each one of its own`,
    ),
    ...shared(
      ({ config }) => config.telegram?.token,
      (names) => `${names} have the same TELEGRAM_BOT_TOKEN: a bot speaks for one brand`,
    ),
    ...shared(
      ({ config }) => config.discord?.token,
      (names) => `${names} have the same DISCORD_BOT_TOKEN: a bot speaks for one brand`,
    ),
    ...shared(
      ({ config }) => config.wechat?.appId,
      (names) => `${names} have the same WECHAT_APP_ID: an account speaks for one brand`,
    ),
    ...shared(
      ({ config }) => config.line?.token,
      (names) => `${names} have the same LINE_TOKEN: an account speaks for one brand`,
    ),
    ...shared(
      ({ config }) => config.slack?.token,
      (names) => `${names} have the same SLACK_BOT_TOKEN: an app speaks for one brand`,
    ),
    ...shared(
      ({ config }) => config.whatsapp?.numbers.join(' '),
      (names) => `${names} have the same WHATSAPP_NUMBERS: a number speaks for one brand`,
    ),
    ...shared(
      ({ config }) => config.qq?.appId,
      (names) => `${names} have the same QQ_APP_ID: a bot speaks for one brand`,
    ),
  ]
}
