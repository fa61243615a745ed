/** pino, one JSON line an event on standard error; secrets and personal data never get into it. */
import pino, { type Logger } from 'pino'
import { maskPersonalData } from './words/personal-data/personal-data.ts'
import { createPseudonyms, type Pseudonyms } from './words/personal-data/pseudonyms.ts'

export type Log = Logger

const LONG_NUMBER = /\+?\d[\d ().-]{7,30}\d/g
const KEY = /\b(?:sk|pk|xox[a-z]|ghp|bot)[-_][\w-]{12,}|\b\d{6,12}:[\w-]{30,}/gi
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
/** IPv4, with a port or without. */
const MACHINE = `(?<![\\d.])(?:${OCTET}\\.){3}${OCTET}(?::\\d{1,5})?(?!\\.?\\d)`
/** A day with its time, as programs write them. */
const MOMENT = '(?<![\\d-])(?:19|20)\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d'
const STAYS = new RegExp(`(${MACHINE}|${MOMENT})`)
const URL_PASSWORD = /(\b[a-z+]+:\/\/[^\s:/@]+:)[^\s@]+@/gi

/** As `hidden`, for what the program itself says went wrong: the addresses of machines and moments stay. */
export function redact(text: string): string {
  return text
    .split(STAYS)
    .map((part, at) => (at % 2 === 1 ? part : hidden(part)))
    .join('')
}

/** Without keys, passwords in URLs, personal data, and any other long number. */
function hidden(text: string): string {
  const bare = text.replace(KEY, '[secret]').replace(URL_PASSWORD, '$1[secret]@')
  return maskPersonalData(bare).text.replace(LONG_NUMBER, '[number]')
}

export interface LogOptions {
  readonly level: string
  /** Values that must never be seen: keys and tokens of the configuration. */
  readonly secrets?: readonly string[]
  readonly destination?: { write(line: string): void }
  /** How people and their chats are called below debug. If absent, by names that the next start does not know. */
  readonly pseudonyms?: Pseudonyms
}

/** A file to write to, made where it is not; written to the end of. */
export function fileOf(file: string): { write(line: string): void } {
  return pino.destination({ dest: file, sync: true, mkdir: true, append: true })
}

/** Fields that hold the id of a person or of a chat. */
const PERSONAL = ['thread', 'account', 'staff', 'channel'] as const

/** Text of fans (`heard`, `said`) and ids of people are written only at level debug; the text is masked even there. */
export function createLog({ level, secrets = [], destination, pseudonyms = createPseudonyms() }: LogOptions): Log {
  const real = secrets.filter((secret) => secret.length >= 6)
  const isOpen = level === 'debug' || level === 'trace'
  const nameOf = (id: unknown) => (isOpen ? id : pseudonyms.of(String(id)))
  const hide = (text: string) => real.reduce((masked, secret) => masked.replaceAll(secret, '[secret]'), text)
  const mask = (text: string) => redact(isOpen ? hide(text) : pseudonyms.within(hide(text)))
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['token', 'apiKey', 'password', 'authorization', '*.token', '*.apiKey', '*.password'],
        censor: '[secret]',
      },
      serializers: {
        ...Object.fromEntries(PERSONAL.map((field) => [field, nameOf])),
        err: (error: unknown) =>
          error instanceof Error
            ? {
                name: error.name,
                message: mask(error.message),
                ...('code' in error ? { code: error.code } : {}),
                stack: mask(error.stack ?? ''),
                ...(error.cause instanceof Error ? { cause: mask(error.cause.message) } : {}),
              }
            : mask(String(error)),
        heard: (texts: readonly string[]) => texts.map((text) => hidden(hide(text))),
        said: (texts: readonly string[]) => texts.map((text) => hidden(hide(text))),
        reason: (reason: unknown) => mask(String(reason)),
        lost: (why: unknown) => mask(String(why)),
      },
      hooks: {
        streamWrite: hide,
      },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  )
}
