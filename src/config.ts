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
/** Absent if empty. */
const positive = (what: string) =>
  optional
    .refine((text) => text === undefined || (Number.isFinite(Number(text)) && Number(text) > 0), `is not ${what}`)
    .transform((text) => (text === undefined ? undefined : Number(text)))
const port = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(0)
  .max(65535, 'is not a port (0–65535)')

const variables = z.object({
  MASCOT_PERSONA: optional,
  DATABASE_URL: optional.refine(
    (text) => text === undefined || /^(sqlite:|postgres(ql)?:\/\/)/.test(text),
    'must begin with sqlite: or postgres:// (for example sqlite:./data/mascot.db)',
  ),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: url,
  OPENAI_MODEL: optional,
  OPENAI_FALLBACK_MODELS: optional,
  OPENAI_EMBEDDING_MODEL: optional,
  OPENAI_REVIEW_MODEL: optional,
  OPENAI_API: optional.pipe(z.enum(['chat', 'responses'], 'is neither chat nor responses').optional()),
  OPENAI_TIMEOUT: positive('a number of seconds'),
  OPENAI_PRICE_INPUT: positive('a price for a million tokens'),
  OPENAI_PRICE_CACHED: positive('a price for a million tokens'),
  OPENAI_PRICE_OUTPUT: positive('a price for a million tokens'),
  TELEGRAM_BOT_TOKEN: optional.refine(
    (text) => text === undefined || /^\d+:[\w-]+$/.test(text),
    'is not a bot token as @BotFather gives it',
  ),
  TELEGRAM_API_ROOT: url,
  TELEGRAM_RATE: optional.refine(
    (text) => text === undefined || text === 'off' || /^\d+(\.\d+)?,\d+(\.\d+)?,\d+(\.\d+)?$/.test(text),
    'is neither off nor three numbers: overall a second, chat a second, group a minute (30,1,20)',
  ),
  TELEGRAM_STAFF_CHAT: optional,
  TELEGRAM_WEBHOOK_URL: url,
  TELEGRAM_WEBHOOK_SECRET: optional.refine(
    (text) => text === undefined || /^[\w-]{1,256}$/.test(text),
    'must be up to 256 letters, digits, _ or -; make it long and random',
  ),
  DISCORD_BOT_TOKEN: optional,
  DISCORD_API_ROOT: url,
  DISCORD_STAFF_CHANNEL: optional,
  DISCORD_SHARDS: optional.refine(
    (text) => text === undefined || text === 'auto' || shardsOf(text) !== undefined,
    'is neither auto nor a number of shards, nor some of them by their numbers from 0 (0,1/4)',
  ),
  HTTP_HOST: optional,
  HTTP_PORT: z.preprocess((text) => (text === '' ? undefined : text), port.optional()),
  PUBLIC_URL: url,
  CONTEXT_LINK_SECRET: optional.refine(
    (text) => text === undefined || text.length >= 32,
    'must have 32 characters or more; make it random, for example with: openssl rand -hex 32',
  ),
  LOG_LEVEL: optional.pipe(
    z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
        'is not one of trace, debug, info, warn, error, silent',
      )
      .optional(),
  ),
})

/** Every variable the program reads. */
export const environmentNames = Object.keys(variables.shape)

const schema = variables.refine(
  (vars) => vars.TELEGRAM_WEBHOOK_URL === undefined || vars.TELEGRAM_WEBHOOK_SECRET !== undefined,
  {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    error: 'is needed with TELEGRAM_WEBHOOK_URL: without it anybody could pose as Telegram',
  },
)
type Vars = z.output<typeof schema>

export interface TelegramConfig {
  readonly token: string
  readonly apiRoot?: string
  /** `off` leaves pacing to the server's retry_after. */
  readonly rate:
    | { readonly overallPerSecond: number; readonly chatPerSecond: number; readonly groupPerMinute: number }
    | 'off'
  readonly staffChat?: string
  readonly webhook?: { readonly url: string; readonly secret: string }
}

export interface DiscordConfig {
  readonly token: string
  readonly apiRoot?: string
  readonly staffChannel?: string
  /** A number: all of them in this process. */
  readonly shards: number | { readonly ids: readonly number[]; readonly count: number } | 'auto'
}

export interface Config {
  readonly persona: string
  readonly databaseUrl: string
  /** Absent: approved answers alone. */
  readonly model?: {
    readonly apiKey?: string
    readonly baseUrl?: string
    readonly model: string
    readonly fallbackModels: readonly string[]
    /** Reads what could bind the brand once more before it is sent. Absent: nobody does. */
    readonly reviewModel?: string
    /** Absent: approved answers are found by their words alone. */
    readonly embeddingModel?: string
    /** The one API the endpoint has. Absent: it is found out. */
    readonly api?: 'chat' | 'responses'
    /** Longest that it may think about one answer. */
    readonly timeoutMs?: number
    /** For a million tokens. */
    readonly prices?: { readonly input: number; readonly cached?: number; readonly output?: number }
  }
  readonly telegram?: TelegramConfig
  readonly discord?: DiscordConfig
  readonly http: { readonly host: string; readonly port: number }
  readonly publicUrl?: string
  /** Signs the links of `handoff.contextUrl`. */
  readonly contextLinkSecret?: string
  readonly logLevel: string
  /** Every secret value, so that the log can hide them wherever they turn up. */
  readonly secrets: readonly string[]
}

const defaultPersona = fileURLToPath(new URL('../personas/coffee', import.meta.url))
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
    ...(hasModel ? { model: modelOf(vars) } : {}),
    ...telegramOf(vars),
    ...discordOf(vars),
    http: { host: vars.HTTP_HOST ?? '127.0.0.1', port: vars.HTTP_PORT ?? 8787 },
    ...(vars.PUBLIC_URL ? { publicUrl: vars.PUBLIC_URL } : {}),
    ...(vars.CONTEXT_LINK_SECRET ? { contextLinkSecret: vars.CONTEXT_LINK_SECRET } : {}),
    logLevel: vars.LOG_LEVEL ?? 'info',
    secrets: [
      vars.OPENAI_API_KEY,
      vars.TELEGRAM_BOT_TOKEN,
      vars.TELEGRAM_WEBHOOK_SECRET,
      vars.DISCORD_BOT_TOKEN,
      vars.CONTEXT_LINK_SECRET,
    ].filter((secret) => secret !== undefined),
  }
}

function modelOf(vars: Vars): NonNullable<Config['model']> {
  const { OPENAI_PRICE_INPUT: input, OPENAI_PRICE_CACHED: cached, OPENAI_PRICE_OUTPUT: output } = vars
  const others = { ...(cached === undefined ? {} : { cached }), ...(output === undefined ? {} : { output }) }
  return {
    ...(vars.OPENAI_API_KEY ? { apiKey: vars.OPENAI_API_KEY } : {}),
    ...(vars.OPENAI_BASE_URL ? { baseUrl: vars.OPENAI_BASE_URL } : {}),
    model: vars.OPENAI_MODEL ?? DEFAULT_MODEL,
    fallbackModels: (vars.OPENAI_FALLBACK_MODELS ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    ...(vars.OPENAI_EMBEDDING_MODEL ? { embeddingModel: vars.OPENAI_EMBEDDING_MODEL } : {}),
    ...(vars.OPENAI_REVIEW_MODEL ? { reviewModel: vars.OPENAI_REVIEW_MODEL } : {}),
    ...(vars.OPENAI_API ? { api: vars.OPENAI_API } : {}),
    ...(vars.OPENAI_TIMEOUT ? { timeoutMs: vars.OPENAI_TIMEOUT * 1000 } : {}),
    ...(input === undefined ? {} : { prices: { input, ...others } }),
  }
}

function telegramOf(vars: Vars): { telegram?: TelegramConfig } {
  if (!vars.TELEGRAM_BOT_TOKEN) return {}
  const [overallPerSecond = 30, chatPerSecond = 1, groupPerMinute = 20] = (vars.TELEGRAM_RATE ?? '')
    .split(',')
    .filter(Boolean)
    .map(Number)
  return {
    telegram: {
      token: vars.TELEGRAM_BOT_TOKEN,
      rate: vars.TELEGRAM_RATE === 'off' ? 'off' : { overallPerSecond, chatPerSecond, groupPerMinute },
      ...(vars.TELEGRAM_API_ROOT ? { apiRoot: vars.TELEGRAM_API_ROOT } : {}),
      ...(vars.TELEGRAM_STAFF_CHAT ? { staffChat: vars.TELEGRAM_STAFF_CHAT } : {}),
      ...(vars.TELEGRAM_WEBHOOK_URL && vars.TELEGRAM_WEBHOOK_SECRET
        ? { webhook: { url: vars.TELEGRAM_WEBHOOK_URL, secret: vars.TELEGRAM_WEBHOOK_SECRET } }
        : {}),
    },
  }
}

function discordOf(vars: Vars): { discord?: DiscordConfig } {
  if (!vars.DISCORD_BOT_TOKEN) return {}
  const shards = vars.DISCORD_SHARDS ?? 'auto'
  return {
    discord: {
      token: vars.DISCORD_BOT_TOKEN,
      shards: (shards === 'auto' ? undefined : shardsOf(shards)) ?? 'auto',
      ...(vars.DISCORD_API_ROOT ? { apiRoot: vars.DISCORD_API_ROOT } : {}),
      ...(vars.DISCORD_STAFF_CHANNEL ? { staffChannel: vars.DISCORD_STAFF_CHANNEL } : {}),
    },
  }
}

/** `4`, `0,1/4` or `0-2,5/8`; undefined for anything else. */
function shardsOf(text: string): Exclude<DiscordConfig['shards'], 'auto'> | undefined {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  const [, some = '', all = ''] = /^([\d,\s-]+)\/\s*([1-9]\d{0,3})$/.exec(text) ?? []
  const ids = some.split(',').flatMap((part) => {
    const [, first, last = first] = /^\s*(\d{1,4})(?:-(\d{1,4}))?\s*$/.exec(part) ?? []
    const length = Number(last) - Number(first) + 1
    return length > 0 ? Array.from({ length }, (_, index) => Number(first) + index) : [Number.NaN]
  })
  const count = Number(all)
  if (ids.some((id) => !(id < count)) || new Set(ids).size < ids.length) return undefined
  return { ids: ids.sort((one, other) => one - other), count }
}
