/** One shape for whatever a chat completions endpoint sent back: a JSON body, or a stream of events. */
import { z } from 'zod'
import { ModelError } from '../errors.ts'

export interface Completion {
  readonly text: string
  /** Arguments of the first tool call, as the model wrote them. */
  readonly toolArguments?: string
  readonly refusal?: string
  /** `stop`, `length`, `content_filter`, `tool_calls` … */
  readonly finish?: string
  /** As counted by the server, prompt and answer together. */
  readonly tokens?: number
}

/** Some servers report an error with status 200; `status` is what it should have been. */
export interface ServerComplaint {
  readonly status: number
  readonly message: string
}

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
    .union([z.string(), z.array(z.object({ text: z.string().optional().catch(undefined) }))])
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
  usage: z
    .object({
      total_tokens: z.number().optional().catch(undefined),
      prompt_tokens: z.number().optional().catch(undefined),
      completion_tokens: z.number().optional().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  error: z.unknown().optional(),
})
type Body = z.output<typeof body>

/** @throws {ModelError} `model-malformed` when it is not a completion, `model-unreachable` when a stream breaks off */
export function readCompletion(text: string): Completion | ServerComplaint {
  const isStream = /^\s*(?:data|event|id|retry)?:/.test(text)
  const parts = isStream ? readEvents(text) : [parseBody(text)]
  const complaint = parts.map(complaintOf).find((found) => found !== undefined)
  if (complaint) return complaint
  const completion = merge(parts)
  if (isStream && completion.finish === undefined && !/^data:\s*\[DONE\]/m.test(text)) {
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
  return text
    .split('\n')
    .filter((line) => line.startsWith('data:') && !line.includes('[DONE]'))
    .flatMap((line) => {
      try {
        return [parseBody(line.slice('data:'.length))]
      } catch (error) {
        if (error instanceof ModelError) return []
        throw error
      }
    })
}

function complaintOf(part: Body): ServerComplaint | undefined {
  if (part.error === undefined || part.error === null || (part.choices?.length ?? 0) > 0) return undefined
  const known = z.object({ code: z.unknown().optional(), message: z.unknown().optional() }).safeParse(part.error)
  const code = Number(known.data?.code)
  const said = known.data?.message ?? part.error
  return {
    status: code >= 400 && code < 600 ? code : 502,
    message: typeof said === 'string' ? said : JSON.stringify(said),
  }
}

function merge(parts: readonly Body[]): Completion {
  let text = ''
  let refusal = ''
  let toolArguments: string | undefined
  let finish: string | undefined
  let tokens: number | undefined
  let isBroken = false
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
    isBroken ||= Boolean(part.error)
    const usage = part.usage
    tokens = usage ? (usage.total_tokens ?? (usage.prompt_tokens ?? 0) + (usage.completion_tokens ?? 0)) : tokens
  }
  return {
    text,
    ...(toolArguments === undefined ? {} : { toolArguments }),
    ...(refusal === '' ? {} : { refusal }),
    ...(isBroken ? { finish: 'error' } : finish === undefined ? {} : { finish }),
    ...(tokens ? { tokens } : {}),
  }
}

function textOf(content: string | readonly { text?: string | undefined }[] | null | undefined): string {
  if (typeof content === 'string') return content
  return (content ?? []).map((part) => part.text ?? '').join('')
}
