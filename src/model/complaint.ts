/** What a server says is wrong, in whichever form it says so: OpenAI's, one of its own, or a sentence. */
import { z } from 'zod'

export interface Complaint {
  readonly message: string
  /** Every code, type and status it names, as text. */
  readonly codes: readonly string[]
}

const word = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined)
const fields = z.object({
  code: word,
  type: word,
  status: word,
  status_code: word,
  message: z.unknown().optional(),
  msg: z.unknown().optional(),
  status_msg: z.unknown().optional(),
  detail: z.unknown().optional(),
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  base_resp: z.unknown().optional(),
  innererror: z.unknown().optional(),
})

/** Undefined where `value` complains of nothing, as a body that is an answer does. */
export function complaintIn(value: unknown): Complaint | undefined {
  const { error, errors, base_resp: base, code, message } = fields.safeParse(value).data ?? {}
  const given = error ?? (Array.isArray(errors) ? errors[0] : errors)
  if (given !== undefined && given !== null && given !== false) return read(given, 0)
  // Fine is 0 there.
  const { status_code: status } = fields.safeParse(base).data ?? {}
  if (status !== undefined && status !== '0') return read(base, 0)
  return code !== undefined && code !== '0' && typeof message === 'string' ? read(value, 0) : undefined
}

/** What a body beside a status that is no success says; text that is no JSON is the message itself. */
export function complaintOf(text: string): Complaint {
  const json = jsonOf(text)
  return complaintIn(json) ?? (json === undefined ? { message: text, codes: [] } : read(json, 0))
}

const deepest = 3

function read(given: unknown, depth: number): Complaint {
  if (typeof given === 'string') return { message: given, codes: [] }
  const { data } = fields.safeParse(given)
  if (!data) return { message: JSON.stringify(given) ?? '', codes: [] }
  const inner = data.innererror ?? data.error
  const codes = [data.code, data.type, data.status, data.status_code].filter((one) => one !== undefined)
  const said = [data.message, data.msg, data.status_msg, data.detail].find((one) => one !== undefined && one !== null)
  const within = inner !== undefined && inner !== null && depth < deepest ? read(inner, depth + 1) : undefined
  const message = typeof said === 'string' ? said : (within?.message ?? JSON.stringify(said ?? given))
  return { message, codes: [...codes, ...(within?.codes ?? [])] }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
