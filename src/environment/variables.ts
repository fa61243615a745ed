/** The variables of the environment, and what each may hold. */
import { z } from 'zod'
import { hasPassword } from './database-password.ts'
import { shardsOf } from './shards.ts'

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

/** Shown by other programs. */
const token = optional.refine(
  (text) => text === undefined || /^[\w.~+/=-]{16,}$/.test(text),
  'must be 16 letters, digits or . ~ + / = - _ or more; make it random',
)

function isWebhookSecret(text: string): boolean {
  const [, bytes = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
  const { length } = Buffer.from(bytes, 'base64')
  return length >= 24 && length <= 64
}

export function namesIn(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}

/** As a browser names the site that frames a page. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, '')
}

const variables = z.object({
  MASCOT_PERSONA: optional,
  DATABASE_URL: optional.refine(
    (text) => text === undefined || /^(sqlite:|postgres(ql)?:\/\/)/.test(text),
    'must begin with sqlite: or postgres:// (for example sqlite:./data/mascot.db)',
  ),
  // Spaces may belong to it.
  DATABASE_PASSWORD: z
    .string()
    .transform((text) => (text === '' ? undefined : text))
    .optional(),
  DATABASE_LISTEN_URL: optional.refine(
    (text) => text === undefined || /^postgres(ql)?:\/\//.test(text),
    'must begin with postgres://',
  ),
  MASCOT_FILES: optional,
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
  WECHAT_APP_ID: optional.refine(
    (text) => text === undefined || /^wx\w{4,40}$/.test(text),
    'is not an AppID as the console shows it (wx…)',
  ),
  WECHAT_APP_SECRET: optional,
  WECHAT_TOKEN: optional.refine(
    (text) => text === undefined || /^[A-Za-z0-9]{3,32}$/.test(text),
    'must be 3 to 32 letters and digits, the same as in the console; make it random',
  ),
  WECHAT_AES_KEY: optional.refine(
    (text) => text === undefined || /^[A-Za-z0-9]{43}( [A-Za-z0-9]{43})?$/.test(text),
    'must be the 43 letters and digits of EncodingAESKey, or the new one and the one before, with a space between',
  ),
  WECHAT_ACCOUNT: optional.pipe(z.enum(['verified', 'passive'], 'is neither verified nor passive').optional()),
  WECHAT_ORIGINAL_ID: optional,
  WECHAT_API_ROOT: url,
  LINE_TOKEN: optional,
  LINE_SECRET: optional,
  LINE_API_ROOT: url,
  LINE_DATA_ROOT: url,
  SLACK_BOT_TOKEN: optional.refine(
    (text) => text === undefined || text.startsWith('xoxb-'),
    'is not the token of a bot as the console shows it (xoxb-…)',
  ),
  SLACK_SIGNING_SECRET: optional,
  SLACK_STAFF_CHANNEL: optional.refine(
    (text) => text === undefined || /^[CG][A-Z0-9]{5,20}$/.test(text),
    'is not the id of a channel as its details show it (C…)',
  ),
  SLACK_API_ROOT: url,
  WHATSAPP_TOKEN: optional,
  WHATSAPP_APP_SECRET: optional,
  WHATSAPP_VERIFY_TOKEN: optional.refine(
    (text) => text === undefined || /^[\w-]{8,200}$/.test(text),
    'must be 8 to 200 letters, digits, _ or -, the same as in the console; make it random',
  ),
  WHATSAPP_NUMBERS: optional.refine(
    (text) => text === undefined || (namesIn(text).length > 0 && namesIn(text).every((one) => /^\d{8,25}$/.test(one))),
    'must be ids of numbers as the console shows them (digits alone, no telephone number), separated by commas',
  ),
  WHATSAPP_TEMPLATE: optional.refine(
    (text) =>
      text === undefined || /^[a-z0-9_]{1,512}:[a-z]{2,3}(?:_[A-Z]{2,4})?(?:,[a-z]{2,3}(?:_[A-Z]{2,4})?)*$/.test(text),
    'must be the name of an approved template and its languages as the console shows them, like answer_waiting:en_GB,zh_CN',
  ),
  WHATSAPP_API_ROOT: url,
  QQ_APP_ID: optional.refine(
    (text) => text === undefined || /^\d{4,20}$/.test(text),
    'is not an AppID as the console shows it (digits alone)',
  ),
  QQ_SECRET: optional,
  QQ_REPLIES: optional.pipe(z.enum(['4', '5'], 'is neither 4 nor 5').optional()),
  QQ_DOMAINS: optional.refine(
    (text) => text === undefined || namesIn(text).every((name) => /^([a-z\d-]+\.)+[a-z]{2,}$/.test(name)),
    'must be domains as the console has them (shop.example), separated by commas',
  ),
  QQ_BUTTONS: optional.pipe(z.enum(['on', 'off'], 'is neither on nor off').optional()),
  QQ_API_ROOT: url,
  QQ_TOKEN_ROOT: url,
  WEB_CHAT: optional.pipe(z.enum(['on', 'off'], 'is neither on nor off').optional()),
  WEB_CHAT_ORIGINS: optional.refine(
    (text) => text === undefined || namesIn(text).every(isOrigin),
    'is no list of sites as https://shop.example, separated by commas or blanks: no path, no *',
  ),
  WEB_CHAT_PROOF: optional
    .refine((text) => text === undefined || /^(\d|1\d|2[0-4])$/.test(text), 'is not a number of bits from 0 to 24')
    .transform((text) => (text === undefined ? undefined : Number(text))),
  WEB_CHAT_PROXIES: optional
    .refine((text) => text === undefined || /^[0-9]$/.test(text), 'is not a number of proxies from 0 to 9')
    .transform((text) => (text === undefined ? undefined : Number(text))),
  HTTP_HOST: optional,
  HTTP_PORT: z.preprocess((text) => (text === '' ? undefined : text), port.optional()),
  PUBLIC_URL: url,
  CONTEXT_LINK_SECRET: optional.refine(
    (text) => text === undefined || text.length >= 32,
    'must have 32 characters or more; make it random, for example with: openssl rand -hex 32',
  ),
  CODES_SMTP_URL: url.refine(
    (text) => text === undefined || /^smtps?:\/\//.test(text),
    'must begin with smtp:// or smtps://',
  ),
  CODES_FROM: optional.refine(
    (text) => text === undefined || /^[^\s@]+@[^\s@]+$|<[^\s@<>]+@[^\s@<>]+>$/.test(text),
    'is no address such as pip@tidewater.example',
  ),
  CODES_WEBHOOK_URL: url.refine(
    (text) => text === undefined || /^https?:\/\/[^@]*$/.test(text),
    'must begin with https:// and hold no password',
  ),
  CODES_WEBHOOK_SECRET: optional.refine(
    (text) => text === undefined || text.split(' ').every(isWebhookSecret),
    'must be whsec_ and 24 to 64 random bytes in base64, for example from: echo "whsec_$(openssl rand -base64 32)"',
  ),
  CODES_WEBHOOK_PRIVATE: optional.pipe(z.enum(['yes', 'no'], 'is neither yes nor no').optional()),
  METRICS_HOST: optional,
  METRICS_PORT: z.preprocess((text) => (text === '' ? undefined : text), port.optional()),
  METRICS_TOKEN: token,
  HTTP_READ_TOKEN: token,
  WEBHOOKS_URL: url.refine(
    (text) => text === undefined || /^https?:\/\/[^@]*$/.test(text),
    'must begin with https:// and hold no password',
  ),
  // Standard Webhooks: 24 to 64 bytes in base64; of several, each signs.
  WEBHOOKS_SECRET: optional.refine(
    (text) => text === undefined || text.split(' ').every(isWebhookSecret),
    'must be whsec_ and 24 to 64 random bytes in base64, for example from: echo "whsec_$(openssl rand -base64 32)"',
  ),
  WEBHOOKS_PRIVATE: optional.pipe(z.enum(['yes', 'no'], 'is neither yes nor no').optional()),
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_HEADERS: optional.refine(
    (text) => text === undefined || text.split(',').every((pair) => /^\s*[\w-]+\s*=/.test(pair)),
    'is no list of name=value, separated by commas',
  ),
  OTEL_SERVICE_NAME: optional,
  LOG_LEVEL: optional.pipe(
    z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
        'is not one of trace, debug, info, warn, error, silent',
      )
      .optional(),
  ),
})

/** Each may stand in a file instead, which `<NAME>_FILE` names. */
export const secretNames = [
  'DATABASE_URL',
  'DATABASE_PASSWORD',
  'DATABASE_LISTEN_URL',
  'OPENAI_API_KEY',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'DISCORD_BOT_TOKEN',
  'WECHAT_APP_SECRET',
  'WECHAT_TOKEN',
  'WECHAT_AES_KEY',
  'QQ_SECRET',
  'LINE_TOKEN',
  'LINE_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'WHATSAPP_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
  'CONTEXT_LINK_SECRET',
  'CODES_SMTP_URL',
  'CODES_WEBHOOK_SECRET',
  'METRICS_TOKEN',
  'HTTP_READ_TOKEN',
  'WEBHOOKS_URL',
  'WEBHOOKS_SECRET',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const satisfies readonly (keyof typeof variables.shape)[]

/** Every variable the program reads. */
export const environmentNames = [...Object.keys(variables.shape), ...secretNames.map((name) => `${name}_FILE`)]

/** Told also where a variable of its own is wrong, so that all is told at once. */
const always = { when: () => true }

export const schema = variables
  .refine((vars) => vars.TELEGRAM_WEBHOOK_URL === undefined || vars.TELEGRAM_WEBHOOK_SECRET !== undefined, {
    ...always,
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    error: 'is needed with TELEGRAM_WEBHOOK_URL: without it anybody could pose as Telegram',
  })
  .refine((vars) => (vars.WECHAT_APP_ID === undefined) === (vars.WECHAT_TOKEN === undefined), {
    ...always,
    path: ['WECHAT_TOKEN'],
    error: 'goes with WECHAT_APP_ID: without it anybody could pose as WeChat',
  })
  .refine(
    ({ WECHAT_APP_ID, WECHAT_APP_SECRET, WECHAT_ACCOUNT }) =>
      WECHAT_APP_ID === undefined || WECHAT_APP_SECRET !== undefined || WECHAT_ACCOUNT === 'passive',
    {
      ...always,
      path: ['WECHAT_APP_SECRET'],
      error: 'is needed with WECHAT_APP_ID to send (or set WECHAT_ACCOUNT=passive: answers to what was written alone)',
    },
  )
  .superRefine((vars, context) => {
    const names = ['WHATSAPP_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN', 'WHATSAPP_NUMBERS'] as const
    const missing = names.filter((name) => vars[name] === undefined)
    if (missing.length === 0 || missing.length === names.length) return
    for (const name of missing)
      context.addIssue({ code: 'custom', path: [name], message: `goes with the other three of ${names.join(', ')}` })
  })
  .refine((vars) => (vars.SLACK_BOT_TOKEN === undefined) === (vars.SLACK_SIGNING_SECRET === undefined), {
    ...always,
    path: ['SLACK_SIGNING_SECRET'],
    error: 'goes with SLACK_BOT_TOKEN: without it anybody could pose as Slack, and without the token nothing is sent',
  })
  .refine((vars) => (vars.LINE_TOKEN === undefined) === (vars.LINE_SECRET === undefined), {
    ...always,
    path: ['LINE_SECRET'],
    error: 'goes with LINE_TOKEN: without it anybody could pose as LINE, and without the token nothing is sent',
  })
  .refine((vars) => (vars.QQ_APP_ID === undefined) === (vars.QQ_SECRET === undefined), {
    ...always,
    path: ['QQ_SECRET'],
    error: 'goes with QQ_APP_ID: pushes are signed and words are sent with it',
  })
  .refine((vars) => (vars.WEBHOOKS_URL === undefined) === (vars.WEBHOOKS_SECRET === undefined), {
    ...always,
    path: ['WEBHOOKS_SECRET'],
    error: 'goes with WEBHOOKS_URL: what is not signed could come from anybody',
  })
  .refine((vars) => vars.WEBHOOKS_PRIVATE === 'yes' || !vars.WEBHOOKS_URL?.startsWith('http:'), {
    ...always,
    path: ['WEBHOOKS_URL'],
    error: 'must begin with https:// (http:// is for WEBHOOKS_PRIVATE=yes alone)',
  })
  .refine((vars) => (vars.CODES_SMTP_URL === undefined) === (vars.CODES_FROM === undefined), {
    ...always,
    path: ['CODES_FROM'],
    error: 'goes with CODES_SMTP_URL: from which address the codes come',
  })
  .refine((vars) => (vars.CODES_WEBHOOK_URL === undefined) === (vars.CODES_WEBHOOK_SECRET === undefined), {
    ...always,
    path: ['CODES_WEBHOOK_SECRET'],
    error: 'goes with CODES_WEBHOOK_URL: what is not signed could come from anybody',
  })
  .refine((vars) => vars.CODES_WEBHOOK_PRIVATE === 'yes' || !vars.CODES_WEBHOOK_URL?.startsWith('http:'), {
    ...always,
    path: ['CODES_WEBHOOK_URL'],
    error: 'must begin with https:// (http:// is for CODES_WEBHOOK_PRIVATE=yes alone)',
  })
  .refine((vars) => vars.CODES_SMTP_URL === undefined || vars.CODES_WEBHOOK_URL === undefined, {
    ...always,
    path: ['CODES_WEBHOOK_URL'],
    error: 'is set, and CODES_SMTP_URL too: one of them sends the codes',
  })
  .refine((vars) => vars.METRICS_HOST === undefined || vars.METRICS_PORT !== undefined, {
    ...always,
    path: ['METRICS_PORT'],
    error: 'is needed with METRICS_HOST: the two are one address',
  })
  .refine((vars) => vars.DATABASE_PASSWORD === undefined || /^postgres/.test(vars.DATABASE_URL ?? ''), {
    ...always,
    path: ['DATABASE_PASSWORD'],
    error: 'is for a DATABASE_URL that begins with postgres://',
  })
  .refine((vars) => vars.DATABASE_LISTEN_URL === undefined || /^postgres/.test(vars.DATABASE_URL ?? ''), {
    ...always,
    path: ['DATABASE_LISTEN_URL'],
    error: 'is for a DATABASE_URL that begins with postgres://',
  })
  .refine(({ DATABASE_URL, DATABASE_PASSWORD }) => DATABASE_PASSWORD === undefined || !hasPassword(DATABASE_URL), {
    ...always,
    path: ['DATABASE_PASSWORD'],
    error: 'is set, and DATABASE_URL holds a password too: keep one of them',
  })
export type Vars = z.output<typeof schema>
