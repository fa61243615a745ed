/** Every secret may stand in a file: it is read once, its newline dropped, and what is wrong is said with everything else, never with the secret. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { secretNames } from '../../src/environment/variables.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function inFile(content: string): string {
  const file = join(folder, `secret-${Math.abs(content.length)}-${content.charCodeAt(0) || 0}`)
  writeFileSync(file, content)
  chmodSync(file, 0o400)
  return file
}

const good = {
  DATABASE_URL: 'postgres://pip:in-the-url@db.example/pip',
  DATABASE_PASSWORD: 'correct horse',
  DATABASE_LISTEN_URL: 'postgres://pip:of-the-listener@direct.example/pip',
  OPENAI_API_KEY: 'sk-live-abcdefghijklmnop',
  TELEGRAM_BOT_TOKEN: '7000000001:AAF-telegram-token-of-a-test',
  TELEGRAM_WEBHOOK_SECRET: 'webhook-secret-of-a-test',
  DISCORD_BOT_TOKEN: 'discord.token.of-a-test',
  WECHAT_APP_SECRET: 'app-secret-of-a-test',
  WECHAT_TOKEN: 'tokenOfATest',
  LINE_TOKEN: 'line-token-of-a-test',
  LINE_SECRET: 'line-secret-of-a-test',
  SLACK_BOT_TOKEN: 'xoxb-token-of-a-test',
  SLACK_SIGNING_SECRET: 'signing-secret-of-a-test',
  WHATSAPP_TOKEN: 'EAAG-token-of-a-test',
  WHATSAPP_APP_SECRET: 'meta-app-secret-of-a-test',
  WHATSAPP_VERIFY_TOKEN: 'verify-token-of-a-test',
  QQ_SECRET: 'secret-of-a-qq-bot-of-a-test',
  WECHAT_AES_KEY: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP0',
  CONTEXT_LINK_SECRET: 'a-link-secret-of-a-test-of-forty-letters',
  CODES_SMTP_URL: 'smtp://pip:mail-password-of-a-test@mail.example',
  CODES_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  METRICS_TOKEN: 'metrics-token-of-a-test',
  HTTP_READ_TOKEN: 'read-token-of-a-test',
  WEBHOOKS_URL: 'https://hooks.example/of/a-test',
  WEBHOOKS_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=otlp-key-of-a-test',
} satisfies Record<(typeof secretNames)[number], string>

/** What has to be set beside it for a secret to be used at all. */
const beside: Partial<Record<keyof typeof good, Record<string, string>>> = {
  DATABASE_PASSWORD: { DATABASE_URL: 'postgres://pip@db.example/pip' },
  DATABASE_LISTEN_URL: { DATABASE_URL: 'postgres://pip@db.example/pip' },
  TELEGRAM_WEBHOOK_SECRET: {
    TELEGRAM_BOT_TOKEN: good.TELEGRAM_BOT_TOKEN,
    TELEGRAM_WEBHOOK_URL: 'https://bot.example/hook',
  },
  WECHAT_APP_SECRET: { WECHAT_APP_ID: 'wxdemo01', WECHAT_TOKEN: 'another' },
  WECHAT_TOKEN: { WECHAT_APP_ID: 'wxdemo01', WECHAT_ACCOUNT: 'passive' },
  WECHAT_AES_KEY: { WECHAT_APP_ID: 'wxdemo01', WECHAT_TOKEN: 'another', WECHAT_ACCOUNT: 'passive' },
  LINE_TOKEN: { LINE_SECRET: 'another' },
  LINE_SECRET: { LINE_TOKEN: 'another' },
  SLACK_BOT_TOKEN: { SLACK_SIGNING_SECRET: 'another' },
  SLACK_SIGNING_SECRET: { SLACK_BOT_TOKEN: 'xoxb-another' },
  WHATSAPP_TOKEN: { WHATSAPP_APP_SECRET: 'other', WHATSAPP_VERIFY_TOKEN: 'otherOther', WHATSAPP_NUMBERS: '100000001' },
  WHATSAPP_APP_SECRET: { WHATSAPP_TOKEN: 'other', WHATSAPP_VERIFY_TOKEN: 'otherOther', WHATSAPP_NUMBERS: '100000001' },
  WHATSAPP_VERIFY_TOKEN: { WHATSAPP_TOKEN: 'other', WHATSAPP_APP_SECRET: 'other', WHATSAPP_NUMBERS: '100000001' },
  QQ_SECRET: { QQ_APP_ID: '102000001' },
  CODES_SMTP_URL: { CODES_FROM: 'pip@tidewater.example' },
  CODES_WEBHOOK_SECRET: { CODES_WEBHOOK_URL: 'https://codes.example/send' },
  WEBHOOKS_URL: { WEBHOOKS_SECRET: good.WEBHOOKS_SECRET },
  WEBHOOKS_SECRET: { WEBHOOKS_URL: good.WEBHOOKS_URL },
  OTEL_EXPORTER_OTLP_HEADERS: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' },
}

describe.each(secretNames)('%s', (name) => {
  const env = (more: Record<string, string>) => ({ ...beside[name], ...more })

  it.each(['', '\n', '\r\n'])('is the same in a file as in the environment, with %j behind it', (end) => {
    const fromFile = parseConfig(env({ [`${name}_FILE`]: inFile(good[name] + end) }))
    expect(fromFile).toEqual(parseConfig(env({ [name]: good[name] })))
    expect(JSON.stringify(fromFile)).toContain(good[name].replace(/^x-api-key=/, ''))
  })

  it('set in both places is refused, without a word of either', () => {
    const both = env({ [name]: good[name], [`${name}_FILE`]: inFile(good[name]) })
    expect(errorOf(both)).toContain(`${name} and ${name}_FILE are both set: keep one of them`)
    expect(errorOf(both)).not.toContain(good[name])
  })
})

it('every problem is reported together, and none with what a file holds or where it lies', () => {
  const text = errorOf({
    TELEGRAM_BOT_TOKEN_FILE: join(folder, 'missing'),
    OPENAI_API_KEY_FILE: inFile('first-line-of-key\nsecond line\n'),
    DISCORD_BOT_TOKEN_FILE: inFile('\n'),
    METRICS_TOKEN_FILE: inFile('short\n'),
    DATABASE_URL_FILE: folder,
    HTTP_PORT: 'many',
    METRICS_HOST: '127.0.0.1',
  })
  expect(text.split('\n').slice(1).sort()).toEqual([
    'DATABASE_URL_FILE names a file that cannot be read (EISDIR)',
    'DISCORD_BOT_TOKEN_FILE names a file that is empty',
    'HTTP_PORT is not a number',
    'METRICS_PORT is needed with METRICS_HOST: the two are one address',
    'METRICS_TOKEN must be 16 letters, digits or . ~ + / = - _ or more; make it random',
    'OPENAI_API_KEY_FILE names a file that holds more than one line',
    'TELEGRAM_BOT_TOKEN_FILE names a file that cannot be read (ENOENT)',
  ])
  expect(text).not.toMatch(/first-line|short|mascot-secrets/)
})

describe('the password of a database', () => {
  it.each(['plain', 'a%41/b:c@d#e?f g', 'ключ 鍵', ' spaces '])('reaches the address as it is: %j', (password) => {
    const { databaseUrl, secrets } = parseConfig({
      DATABASE_URL: 'postgres://pip@db.example:5433/pip?sslmode=require',
      DATABASE_PASSWORD_FILE: inFile(`${password}\n`),
    })
    const url = new URL(databaseUrl)
    expect(decodeURIComponent(url.password)).toBe(password)
    expect([url.username, url.host, url.pathname, url.search]).toEqual([
      'pip',
      'db.example:5433',
      '/pip',
      '?sslmode=require',
    ])
    expect(secrets).toContain(password)
  })

  it('reaches a server behind a socket, whose address has no host', () => {
    const { databaseUrl } = parseConfig({
      DATABASE_URL: 'postgres:///pip?host=/run/postgresql',
      DATABASE_PASSWORD: 'in & out',
    })
    expect(new URL(databaseUrl).searchParams.get('password')).toBe('in & out')
  })

  it('in two places is refused, and so is one without a PostgreSQL', () => {
    expect(errorOf({ DATABASE_URL: good.DATABASE_URL, DATABASE_PASSWORD: 'another' })).toContain('keep one of them')
    expect(errorOf({ DATABASE_PASSWORD: 'another' })).toContain('begins with postgres://')
  })
})

function errorOf(env: Record<string, string>): string {
  try {
    parseConfig(env)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  throw new Error('it was taken')
}
