/** One shape for whatever a chat completions endpoint sent back: a JSON body, or a stream of events. */
import { z } from 'zod'
import type { Usage } from '../domain/spent.ts'
import { ModelError } from '../errors.ts'
import { type Complaint, complaintIn } from './complaint.ts'
import type { Refusal } from './model-failure.ts'
import { dataOf, hasEnd, isEventStream } from './server-events.ts'
import { readUsage } from './usage.ts'
import { whyRefused } from './why-refused.ts'

export interface Completion {
  readonly text: string
  /** Arguments of the first tool call, as the model wrote them. */
  readonly toolArguments?: string
  readonly refusal?: string
  /** `stop`, `length`, `content_filter`, `tool_calls` … */
  readonly finish?: string
  /** As counted by the server. */
  readonly usage?: Usage
}

const word = z.string().optional().catch(undefined)
const call = z.object({
  index: z.number().optional().catch(undefined),
  function: z
    .object({
      arguments: z
        .union([z.string(), z.record(z.string(), z.unknown())])
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
})
const message = z.object({
  content: z
    .union([z.string(), z.array(z.object({ type: word, text: word }))])
    .nullish()
    .catch(undefined),
  refusal: z.string().nullish().catch(undefined),
  tool_calls: z.array(call).nullish().catch(undefined),
  function_call: call.shape.function.nullish(),
})
const body = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish().catch(undefined),
        message: message.nullish().catch(undefined),
        delta: message.nullish().catch(undefined),
      }),
    )
    .nullish()
    .catch(undefined),
  usage: z.unknown().optional(),
  error: z.unknown().optional(),
  base_resp: z.unknown().optional(),
  code: z.unknown().optional(),
  message: z.unknown().optional(),
  errors: z.unknown().optional(),
})
type Body = z.output<typeof body>

/** @throws {ModelError} `model-malformed` when it is not a completion, `model-unreachable` when a stream breaks off */
export function readCompletion(text: string): Completion | Refusal {
  const isStream = isEventStream(text)
  const parts = isStream ? readEvents(text) : [parseBody(text)]
  const refusal = parts.map(refusalIn).find((found) => found !== undefined)
  if (refusal) return refusal
  const completion = merge(parts)
  if (isStream && completion.finish === undefined && !hasEnd(text)) {
    throw new ModelError('model-unreachable', 'the stream broke off in the middle', { isRetryable: true })
  }
  return completion
}

function parseBody(text: string): Body {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new ModelError('model-malformed', 'the server did not answer with JSON', { isRetryable: true })
  }
  const parsed = body.safeParse(json)
  if (!parsed.success) {
    throw new ModelError('model-malformed', 'the server’s answer is not a chat completion', { isRetryable: true })
  }
  return parsed.data
}

/** A last event that was cut in half is left out; `readCompletion` sees that the end is missing. */
function readEvents(text: string): Body[] {
  return dataOf(text).flatMap((data) => {
    try {
      return [parseBody(data)]
    } catch (error) {
      if (error instanceof ModelError) return []
      throw error
    }
  })
}

/** Some servers report an error with status 200; the status is then what it should have been. */
function refusalIn(part: Body): Refusal | undefined {
  if ((part.choices?.length ?? 0) > 0) return undefined
  const complaint = complaintIn(part)
  if (!complaint) return undefined
  const status = complaint.codes.map(Number).find((code) => code >= 400 && code < 600)
  return { ...complaint, status: status ?? 502 }
}

/** What an error beside the words says of them. */
function endingBy(complaint: Complaint | undefined): string | undefined {
  if (!complaint) return undefined
  return whyRefused(complaint, 0) === 'content' ? 'content_filter' : 'error'
}

function merge(parts: readonly Body[]): Completion {
  let text = ''
  let refusal = ''
  let toolArguments: string | undefined
  let finish: string | undefined
  let usage: Usage | undefined
  let ending: string | undefined
  for (const part of parts) {
    const choice = part.choices?.[0]
    const said = choice?.message ?? choice?.delta
    text += textOf(said?.content)
    refusal += said?.refusal ?? ''
    const calls = said?.tool_calls?.filter((entry) => (entry.index ?? 0) === 0).map((entry) => entry.function)
    const args = (calls?.[0] ?? said?.function_call)?.arguments
    if (args !== undefined)
      toolArguments = (toolArguments ?? '') + (typeof args === 'string' ? args : JSON.stringify(args))
    finish = choice?.finish_reason ?? finish
    ending ??= endingBy(complaintIn({ error: part.error, base_resp: part.base_resp }))
    usage = readUsage(part.usage) ?? usage
  }
  const ended = ending ?? finish
  return {
    text,
    ...(toolArguments === undefined ? {} : { toolArguments }),
    ...(refusal === '' ? {} : { refusal }),
    ...(ended === undefined ? {} : { finish: ended }),
    ...(usage ? { usage } : {}),
  }
}

/** Of parts, those that are said: thinking may come as parts of its own. */
function textOf(
  content: string | readonly { type?: string | undefined; text?: string | undefined }[] | null | undefined,
) {
  if (typeof content === 'string') return content
  const said = (content ?? []).filter(({ type = 'text' }) => /^(?:output_)?text$/.test(type))
  return said.map(({ text = '' }) => text).join('')
}
