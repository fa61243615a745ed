/** The environment, parsed once: every problem is reported together, no value of a secret is ever repeated. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { MascotError } from './errors.ts'

/** An empty variable is an absent one: `OPENAI_API_KEY=` in a file switches the model off. */
const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional()
const url = optional.refine((text) => text === undefined || URL.canParse(text), 'is not a URL')
const port = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(0)
  .max(65535, 'is not a port (0–65535)')

const schema = z.object({
  MASCOT_PERSONA: optional,
  DATABASE_URL: optional.refine(
    (text) => text === undefined || /^(sqlite:|postgres(ql)?:\/\/)/.test(text),
    'must begin with sqlite: or postgres:// (for example sqlite:./data/mascot.db)',
  ),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: url,
  OPENAI_MODEL: optional,
  OPENAI_FALLBACK_MODELS: optional,
  HTTP_HOST: optional,
  HTTP_PORT: z.preprocess((text) => (text === '' ? undefined : text), port.optional()),
  PUBLIC_URL: url,
  LOG_LEVEL: optional.pipe(
    z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
        'is not one of trace, debug, info, warn, error, silent',
      )
      .optional(),
  ),
})

export interface Config {
  readonly persona: string
  readonly databaseUrl: string
  /** Absent: approved answers alone. */
  readonly model?: {
    readonly apiKey?: string
    readonly baseUrl?: string
    readonly model: string
    readonly fallbackModels: readonly string[]
  }
  readonly http: { readonly host: string; readonly port: number }
  readonly publicUrl?: string
  readonly logLevel: string
  /** Every secret value, so that the log can hide them wherever they turn up. */
  readonly secrets: readonly string[]
}

export const defaultPersona = fileURLToPath(new URL('../personas/coffee', import.meta.url))
const DEFAULT_MODEL = 'gpt-4.1-mini'

/** Reads `.env` of the working directory, if there is one; variables already set win. */
export function loadEnvFile(): void {
  if (!existsSync('.env')) return
  try {
    process.loadEnvFile('.env')
  } catch (cause) {
    throw new MascotError('config-invalid', '.env cannot be read: check its permissions', { cause })
  }
}

/** @throws {MascotError} `config-invalid`, naming every variable that is wrong */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new MascotError(
      'config-invalid',
      `The environment has ${problems.length === 1 ? 'a mistake' : 'mistakes'}:\n${problems.join('\n')}`,
    )
  }
  const vars = parsed.data
  const hasModel = vars.OPENAI_API_KEY !== undefined || vars.OPENAI_BASE_URL !== undefined
  return {
    persona: vars.MASCOT_PERSONA ?? defaultPersona,
    databaseUrl: vars.DATABASE_URL ?? 'sqlite:./data/mascot.db',
    ...(hasModel
      ? {
          model: {
            ...(vars.OPENAI_API_KEY ? { apiKey: vars.OPENAI_API_KEY } : {}),
            ...(vars.OPENAI_BASE_URL ? { baseUrl: vars.OPENAI_BASE_URL } : {}),
            model: vars.OPENAI_MODEL ?? DEFAULT_MODEL,
            fallbackModels: (vars.OPENAI_FALLBACK_MODELS ?? '')
              .split(',')
              .map((name) => name.trim())
              .filter(Boolean),
          },
        }
      : {}),
    http: { host: vars.HTTP_HOST ?? '127.0.0.1', port: vars.HTTP_PORT ?? 8787 },
    ...(vars.PUBLIC_URL ? { publicUrl: vars.PUBLIC_URL } : {}),
    logLevel: vars.LOG_LEVEL ?? 'info',
    secrets: [vars.OPENAI_API_KEY].filter((secret) => secret !== undefined),
  }
}
