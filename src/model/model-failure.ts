/** What went wrong with a request to the model, as a ModelError whose text tells the operator what to do. */
import { ModelError } from '../errors.ts'
import { type Complaint, complaintOf } from './complaint.ts'
import type { Answer } from './post.ts'
import type { Redact } from './redact.ts'
import { whyRefused } from './why-refused.ts'

export interface FailureContext {
  readonly model: string
  /** Host and path without credentials, for the text. */
  readonly endpoint: string
  readonly redact: Redact
  /** Epoch ms, to read a Retry-After date. */
  readonly now: number
  /** The variables that name the model. */
  readonly modelVariables?: string
}

/** The refusal of a request, before it is known whether asking differently would help. */
export interface Refusal extends Complaint {
  readonly status: number
  readonly header?: Answer['header'] | undefined
}

/** What the server says beside a status that is no success. */
export function refusalOf({ status, header, text }: Answer): Refusal | undefined {
  if (status >= 200 && status < 300) return undefined
  const { message, codes } = complaintOf(text)
  return { status, message: `${status} ${message.trim() || 'without a word'}`, codes, header }
}

/** Never carries the original as its cause: that one holds what the server sent, which may echo the key. */
export function connectionFailure(error: unknown, context: FailureContext): ModelError {
  if (error instanceof ModelError) return error
  const code = causeCode(error)
  const hint = code === undefined ? 'the connection was cut' : (hints[code] ?? `the connection failed (${code})`)
  return new ModelError('model-unreachable', `${context.endpoint}: ${hint}`, { isRetryable: true })
}

const hints: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; is the server running, and OPENAI_BASE_URL right?',
  ENOTFOUND: 'there is no such host; check OPENAI_BASE_URL',
  EAI_AGAIN: 'the host name cannot be looked up now; is this machine online?',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ERR_INVALID_URL: 'that is no address; check OPENAI_BASE_URL',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
}

function causeCode(cause: unknown): string | undefined {
  for (let error = cause, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    if ('code' in error && typeof error.code === 'string') return error.code
  }
  return undefined
}

/** `docs` for the statuses: platform.openai.com/docs/guides/error-codes; 529 is Anthropic's "overloaded". */
export function refusalFailure(refusal: Refusal, context: FailureContext): ModelError {
  const { status } = refusal
  const why = whyRefused(refusal, status)
  const said = context.redact(refusal.message)
  const where = `${context.model} at ${context.endpoint}`
  const retryAfterMs = retryAfter(refusal.header, context.now)
  if (why === 'content') return new ModelError('model-refusal', `${where} refused the content`, { isRetryable: false })
  if (why === 'credit') {
    return new ModelError('model-no-credit', `${where}: the account is out of credit (${said})`, {
      isRetryable: false,
    })
  }
  if (status === 429) {
    return new ModelError('model-rate-limited', `${where} asks to slow down (${said})`, {
      isRetryable: true,
      retryAfterMs,
    })
  }
  if (status === 408 || status === 504) {
    return new ModelError('model-timeout', `${where} took too long (${said})`, { isRetryable: true, retryAfterMs })
  }
  if (status === 409 || status === 425 || (status >= 500 && status !== 501 && status !== 505)) {
    return new ModelError('model-unreachable', `${where} is in trouble (${said})`, { isRetryable: true, retryAfterMs })
  }
  return new ModelError('model-refused-request', `${where}: ${advice(status, context.modelVariables)} (${said})`, {
    isRetryable: false,
  })
}

function advice(status: number, variables = 'OPENAI_MODEL, OPENAI_FALLBACK_MODELS'): string {
  if (status === 401) return 'the key is not accepted; check OPENAI_API_KEY'
  if (status === 403) return 'the key may not use this model; check its permissions'
  if (status === 404) return `there is no such model or address; check ${variables} and OPENAI_BASE_URL`
  if (status === 413) return 'the request is too long'
  return 'the request is not accepted'
}

/** How long the server asks to wait, in ms: `retry-after-ms`, or Retry-After as seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(header: Refusal['header'], now: number): number | undefined {
  const ms = header?.('retry-after-ms')
  if (ms && Number.isFinite(Number(ms))) return Math.max(0, Number(ms))
  const given = header?.('retry-after')
  if (!given) return undefined
  const seconds = Number(given)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(given)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
