/** The one error base and the one list of codes. The text of an error tells its reader what to do; it never holds a secret. */

export const errorCodes = [
  'usage',
  'config-invalid',
  'persona-invalid',
  'database-unusable',
  'database-locked',
  'database-newer',
  'hold-lost',
  'port-in-use',
  'model-unreachable',
  'model-refused-request',
  'model-rate-limited',
  'model-no-credit',
  'model-timeout',
  'model-malformed',
  'model-empty',
  'model-refusal',
  'model-cut',
  'model-budget',
  'send-failed',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export class MascotError extends Error {
  override readonly name: string = 'MascotError'
  readonly code: ErrorCode
  /** The program's own words on how it is used, shown below the message as they stand. */
  readonly usage: string | undefined
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; usage?: string }) {
    super(message, options)
    this.code = code
    this.usage = options?.usage
  }
}

/** An adapter could not send. `isPermanent`: trying again cannot help, so the message is dead-lettered with `message` as its reason. */
export class SendError extends MascotError {
  override readonly name = 'SendError'
  readonly isPermanent: boolean
  /** How long the platform asked us to wait, in ms. */
  readonly retryAfterMs: number | undefined
  /** We cannot speak in this thread any more: all that waits for it is given up with the same reason. */
  readonly isThreadGone: boolean
  /** The platform takes the words, but not a file of theirs. */
  readonly isMediaRefused: boolean
  /** It is a file, and larger than what can be brought or sent. */
  readonly isTooLarge: boolean
  /** The platform lets us write again when the fan does, and not before: neither given up nor tried again meanwhile. */
  readonly isWindowClosed: boolean
  constructor(
    message: string,
    options: {
      isPermanent: boolean
      isThreadGone?: boolean
      isMediaRefused?: boolean
      isTooLarge?: boolean
      isWindowClosed?: boolean
      retryAfterMs?: number
      cause?: unknown
    },
  ) {
    super('send-failed', message, { cause: options.cause })
    this.isPermanent = options.isPermanent
    this.isThreadGone = options.isThreadGone ?? false
    this.isMediaRefused = options.isMediaRefused ?? false
    this.isTooLarge = options.isTooLarge ?? false
    this.isWindowClosed = options.isWindowClosed ?? false
    this.retryAfterMs = options.retryAfterMs
  }
}

/** A model call failed. `isRetryable`: the same request may work later, after `retryAfterMs` if the server said so. */
export class ModelError extends MascotError {
  override readonly name = 'ModelError'
  readonly isRetryable: boolean
  readonly retryAfterMs: number | undefined
  constructor(
    code: Extract<ErrorCode, `model-${string}`>,
    message: string,
    options: { isRetryable: boolean; retryAfterMs?: number | undefined; cause?: unknown },
  ) {
    super(code, message, { cause: options.cause })
    this.isRetryable = options.isRetryable
    this.retryAfterMs = options.retryAfterMs
  }
}

/** What an error says, as a sentence to which another can be added. */
export function sentenceOf({ message }: Error): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}
