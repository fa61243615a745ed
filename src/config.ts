/** The environment, parsed once: every problem is reported together, no value of a secret is ever repeated. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { databaseUrlOf, listenUrlOf, passwordOf } from './environment/database-password.ts'
import { withSecretFiles } from './environment/secret-files.ts'
import { shardsOf } from './environment/shards.ts'
import { namesIn, schema, type Vars } from './environment/variables.ts'
import { MascotError } from './errors.ts'

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

export interface WeChatConfig {
  readonly appId: string
  readonly appSecret?: string
  readonly token: string
  readonly aesKeys: readonly string[]
  readonly isPassive: boolean
  readonly originalId?: string
  readonly apiRoot?: string
  readonly publicUrl?: string
}

export interface LineConfig {
  readonly token: string
  readonly secret: string
  readonly apiRoot?: string
  readonly dataRoot?: string
}

export interface SlackConfig {
  readonly token: string
  readonly signingSecret: string
  readonly staffChannel?: string
  readonly apiRoot?: string
}

export interface WhatsAppConfig {
  readonly token: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly numbers: readonly [string, ...string[]]
  readonly template?: { readonly name: string; readonly langs: readonly string[] }
  readonly apiRoot?: string
}

export interface QQConfig {
  readonly appId: string
  readonly secret: string
  readonly mostReplies: number
  readonly domains: readonly string[]
  readonly hasButtons: boolean
  readonly apiRoot?: string
  readonly tokenRoot?: string
}

export interface WebConfig {
  /** Sites that may show the chat in a frame. */
  readonly origins: readonly string[]
  /** Bits of the riddle before a first word; 0: none. */
  readonly proofBits: number
  /** Proxies of the operator's own before the server. */
  readonly proxies: number
  readonly publicUrl?: string
}

export interface Config {
  readonly persona: string
  readonly databaseUrl: string
  /** A connection to the same PostgreSQL that no pooler stands before. Absent: `databaseUrl` is one. */
  readonly listenUrl?: string
  /** Where files lie that are on their way. Absent: beside the database, or in `data`. */
  readonly files?: string
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
  readonly wechat?: WeChatConfig
  readonly line?: LineConfig
  readonly slack?: SlackConfig
  readonly whatsapp?: WhatsAppConfig
  readonly qq?: QQConfig
  /** Absent: no chat on the web is served. */
  readonly web?: WebConfig
  /** `readToken`: what a reader of the figures under /api has to show; absent, they are for nobody. */
  readonly http: { readonly host: string; readonly port: number; readonly readToken?: string }
  readonly publicUrl?: string
  /** Signs the links of `handoff.contextUrl`. */
  readonly contextLinkSecret?: string
  readonly metrics: {
    /** Where metrics are served apart from all else. Absent: beside it. */
    readonly address?: { readonly host: string; readonly port: number }
    /** What a reader of metrics has to show. Absent: beside all else, they are for this machine alone. */
    readonly token?: string
  }
  /** Where spans of the path are sent, by OTLP over HTTP. Absent: nobody takes any. */
  readonly tracing?: {
    readonly endpoint: string
    readonly headers: Readonly<Record<string, string>>
    readonly service: string
  }
  /** Which program is told of what happens. Absent: none. */
  readonly webhooks?: {
    readonly url: string
    /** Each signs. */
    readonly secrets: readonly string[]
    /** It may stand on this machine or in its network. */
    readonly mayBePrivate: boolean
  }
  /** Variables whose names begin with SHOP_, for the headers of look-ups. */
  readonly shop: Readonly<Record<string, string>>
  /** Who sends codes to the addresses a shop has. Absent: nobody does. */
  readonly codes?:
    | { readonly smtp: string; readonly from: string }
    | { readonly url: string; readonly secrets: readonly string[]; readonly mayBePrivate: boolean }
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
  const { read, problems } = withSecretFiles(env)
  const parsed = schema.safeParse(read)
  problems.push(...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`))
  if (!parsed.success || problems.length > 0) {
    throw new MascotError(
      'config-invalid',
      `The environment has ${problems.length === 1 ? 'a mistake' : 'mistakes'}:\n${problems.join('\n')}`,
    )
  }
  const vars = parsed.data
  const hasModel = vars.OPENAI_API_KEY !== undefined || vars.OPENAI_BASE_URL !== undefined
  return {
    persona: vars.MASCOT_PERSONA ?? defaultPersona,
    databaseUrl: databaseUrlOf(vars),
    ...listeningOf(vars),
    ...(vars.MASCOT_FILES ? { files: vars.MASCOT_FILES } : {}),
    ...(hasModel ? { model: modelOf(vars) } : {}),
    ...telegramOf(vars),
    ...discordOf(vars),
    ...wechatOf(vars),
    ...lineOf(vars),
    ...slackOf(vars),
    ...whatsappOf(vars),
    ...qqOf(vars),
    ...webOf(vars),
    http: {
      ...{ host: vars.HTTP_HOST ?? '127.0.0.1', port: vars.HTTP_PORT ?? 8787 },
      ...(vars.HTTP_READ_TOKEN ? { readToken: vars.HTTP_READ_TOKEN } : {}),
    },
    ...(vars.PUBLIC_URL ? { publicUrl: vars.PUBLIC_URL } : {}),
    ...(vars.CONTEXT_LINK_SECRET ? { contextLinkSecret: vars.CONTEXT_LINK_SECRET } : {}),
    metrics: {
      ...(vars.METRICS_PORT === undefined
        ? {}
        : { address: { host: vars.METRICS_HOST ?? '127.0.0.1', port: vars.METRICS_PORT } }),
      ...(vars.METRICS_TOKEN ? { token: vars.METRICS_TOKEN } : {}),
    },
    ...tracingOf(vars),
    ...webhooksOf(vars),
    ...codesOf(vars),
    shop: shopOf(env),
    logLevel: vars.LOG_LEVEL ?? 'info',
    secrets: [...secretsOf(vars), ...Object.values(shopOf(env))],
  }
}

function secretsOf(vars: Vars): readonly string[] {
  const written = [databaseUrlOf(vars), listenUrlOf(vars) ?? '', vars.CODES_SMTP_URL ?? ''].map(passwordOf)
  const headers = Object.values(tracingOf(vars).tracing?.headers ?? {})
  return [
    vars.OPENAI_API_KEY,
    vars.TELEGRAM_BOT_TOKEN,
    vars.TELEGRAM_WEBHOOK_SECRET,
    vars.DISCORD_BOT_TOKEN,
    vars.WECHAT_APP_SECRET,
    vars.WECHAT_TOKEN,
    ...(vars.WECHAT_AES_KEY?.split(' ') ?? []),
    vars.QQ_SECRET,
    vars.LINE_TOKEN,
    vars.LINE_SECRET,
    vars.SLACK_BOT_TOKEN,
    vars.SLACK_SIGNING_SECRET,
    vars.WHATSAPP_TOKEN,
    vars.WHATSAPP_APP_SECRET,
    vars.WHATSAPP_VERIFY_TOKEN,
    vars.METRICS_TOKEN,
    vars.HTTP_READ_TOKEN,
    vars.WEBHOOKS_URL,
    ...(vars.WEBHOOKS_SECRET?.split(' ') ?? []),
    vars.CONTEXT_LINK_SECRET,
    vars.DATABASE_PASSWORD,
    vars.CODES_SMTP_URL,
    ...(vars.CODES_WEBHOOK_SECRET?.split(' ') ?? []),
    ...[...written, ...written.map(decoded)].filter((secret) => secret !== ''),
    ...headers,
  ].filter((secret) => secret !== undefined)
}

function listeningOf(vars: Vars): Pick<Config, 'listenUrl'> {
  const listenUrl = listenUrlOf(vars)
  return listenUrl === undefined ? {} : { listenUrl }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function tracingOf(vars: Vars): Pick<Config, 'tracing'> {
  if (!vars.OTEL_EXPORTER_OTLP_ENDPOINT) return {}
  const pairs = (vars.OTEL_EXPORTER_OTLP_HEADERS ?? '').split(',').filter(Boolean)
  const headers = Object.fromEntries(
    pairs.map((pair) => {
      const [, name = '', value = ''] = /^\s*([\w-]+)\s*=(.*)$/s.exec(pair) ?? []
      return [name, decoded(value.trim())]
    }),
  )
  const service = vars.OTEL_SERVICE_NAME ?? 'mascot'
  return { tracing: { endpoint: vars.OTEL_EXPORTER_OTLP_ENDPOINT, headers, service } }
}

function webhooksOf(vars: Vars): Pick<Config, 'webhooks'> {
  if (!vars.WEBHOOKS_URL || !vars.WEBHOOKS_SECRET) return {}
  const secrets = vars.WEBHOOKS_SECRET.split(' ')
  return { webhooks: { url: vars.WEBHOOKS_URL, secrets, mayBePrivate: vars.WEBHOOKS_PRIVATE === 'yes' } }
}

function codesOf(vars: Vars): Pick<Config, 'codes'> {
  if (vars.CODES_SMTP_URL && vars.CODES_FROM) return { codes: { smtp: vars.CODES_SMTP_URL, from: vars.CODES_FROM } }
  if (!vars.CODES_WEBHOOK_URL || !vars.CODES_WEBHOOK_SECRET) return {}
  const secrets = vars.CODES_WEBHOOK_SECRET.split(' ')
  return { codes: { url: vars.CODES_WEBHOOK_URL, secrets, mayBePrivate: vars.CODES_WEBHOOK_PRIVATE === 'yes' } }
}

/** Read apart: their names are the operator's. */
function shopOf(env: Readonly<Record<string, string | undefined>>): Config['shop'] {
  const named = Object.entries(env).filter(([name, value]) => /^SHOP_[A-Z0-9_]+$/.test(name) && value?.trim())
  return Object.fromEntries(named.map(([name, value]) => [name, value?.trim() ?? '']))
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

/** Served without being asked for where this machine alone sees it: to show the persona to whoever sits there. */
function webOf(vars: Vars): { web?: WebConfig } {
  const isAtHome = ['127.0.0.1', 'localhost', '::1'].includes(vars.HTTP_HOST ?? '127.0.0.1') && !vars.PUBLIC_URL
  if (vars.WEB_CHAT === 'off' || (vars.WEB_CHAT === undefined && !isAtHome)) return {}
  return {
    web: {
      origins: namesIn(vars.WEB_CHAT_ORIGINS ?? '').map((one) => new URL(one).origin),
      proofBits: vars.WEB_CHAT_PROOF ?? 0,
      proxies: vars.WEB_CHAT_PROXIES ?? 0,
      ...(vars.PUBLIC_URL ? { publicUrl: vars.PUBLIC_URL } : {}),
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

function wechatOf(vars: Vars): { wechat?: WeChatConfig } {
  if (!vars.WECHAT_APP_ID || !vars.WECHAT_TOKEN) return {}
  return {
    wechat: {
      appId: vars.WECHAT_APP_ID,
      token: vars.WECHAT_TOKEN,
      aesKeys: vars.WECHAT_AES_KEY?.split(' ') ?? [],
      isPassive: vars.WECHAT_ACCOUNT === 'passive',
      ...(vars.WECHAT_APP_SECRET ? { appSecret: vars.WECHAT_APP_SECRET } : {}),
      ...(vars.WECHAT_ORIGINAL_ID ? { originalId: vars.WECHAT_ORIGINAL_ID } : {}),
      ...(vars.WECHAT_API_ROOT ? { apiRoot: vars.WECHAT_API_ROOT } : {}),
      ...(vars.PUBLIC_URL ? { publicUrl: vars.PUBLIC_URL } : {}),
    },
  }
}

function lineOf(vars: Vars): { line?: LineConfig } {
  if (!vars.LINE_TOKEN || !vars.LINE_SECRET) return {}
  return {
    line: {
      ...{ token: vars.LINE_TOKEN, secret: vars.LINE_SECRET },
      ...(vars.LINE_API_ROOT ? { apiRoot: vars.LINE_API_ROOT } : {}),
      ...(vars.LINE_DATA_ROOT ? { dataRoot: vars.LINE_DATA_ROOT } : {}),
    },
  }
}

function slackOf(vars: Vars): { slack?: SlackConfig } {
  if (!vars.SLACK_BOT_TOKEN || !vars.SLACK_SIGNING_SECRET) return {}
  return {
    slack: {
      ...{ token: vars.SLACK_BOT_TOKEN, signingSecret: vars.SLACK_SIGNING_SECRET },
      ...(vars.SLACK_STAFF_CHANNEL ? { staffChannel: vars.SLACK_STAFF_CHANNEL } : {}),
      ...(vars.SLACK_API_ROOT ? { apiRoot: vars.SLACK_API_ROOT } : {}),
    },
  }
}

function whatsappOf(vars: Vars): { whatsapp?: WhatsAppConfig } {
  const { WHATSAPP_TOKEN: token, WHATSAPP_APP_SECRET: appSecret, WHATSAPP_VERIFY_TOKEN: verifyToken } = vars
  const [first, ...more] = namesIn(vars.WHATSAPP_NUMBERS ?? '')
  if (!token || !appSecret || !verifyToken || first === undefined) return {}
  const [name, langs = ''] = vars.WHATSAPP_TEMPLATE?.split(':') ?? []
  return {
    whatsapp: {
      ...{ token, appSecret, verifyToken, numbers: [first, ...more] },
      ...(name !== undefined && { template: { name, langs: langs.split(',') } }),
      ...(vars.WHATSAPP_API_ROOT ? { apiRoot: vars.WHATSAPP_API_ROOT } : {}),
    },
  }
}

function qqOf(vars: Vars): { qq?: QQConfig } {
  if (!vars.QQ_APP_ID || !vars.QQ_SECRET) return {}
  return {
    qq: {
      ...{ appId: vars.QQ_APP_ID, secret: vars.QQ_SECRET, mostReplies: Number(vars.QQ_REPLIES ?? 4) },
      ...{ domains: namesIn(vars.QQ_DOMAINS ?? ''), hasButtons: vars.QQ_BUTTONS === 'on' },
      ...(vars.QQ_API_ROOT ? { apiRoot: vars.QQ_API_ROOT } : {}),
      ...(vars.QQ_TOKEN_ROOT ? { tokenRoot: vars.QQ_TOKEN_ROOT } : {}),
    },
  }
}
