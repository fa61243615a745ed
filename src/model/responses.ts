/** The Responses API, for endpoints and models that have only that: the request of one answer as text, and what came back as a completion. */
import { z } from 'zod'
import { ModelError } from '../errors.ts'
import type { ModelPrompt } from '../ports/model.ts'
import { seenAs } from './chat-body.ts'
import { complaintIn } from './complaint.ts'
import { type Completion, readCompletion } from './completion.ts'
import type { Manner } from './manner.ts'
import type { Refusal } from './model-failure.ts'
import { respondTool } from './reply-protocol.ts'
import { dataOf, isEventStream } from './server-events.ts'
import { readUsage } from './usage.ts'

/** Nothing is kept there: the talk is ours, and each request holds all it needs. */
export function responsesBody(model: string, prompt: ModelPrompt, manner: Manner, wantsTool: boolean): string {
  const { turn, images } = seenAs(prompt, manner, wantsTool)
  const pictures = images.map((url) => ({ type: 'input_image', image_url: url, detail: 'auto' }))
  const content = [{ type: 'input_text', text: turn }, ...pictures]
  const { name, description, parameters } = respondTool.function
  const tools = {
    tools: [{ type: 'function', name, description, parameters, strict: false }],
    tool_choice: { type: 'function', name },
  }
  return JSON.stringify({
    model,
    instructions: prompt.prefix,
    input: [{ role: 'user', content }],
    ...(wantsTool && manner.tools ? tools : {}),
    stream: !manner.onePiece,
    store: false,
  })
}

const word = z.string().optional().catch(undefined)
const part = z.object({ type: word, text: word, refusal: word })
const item = z.object({
  type: word,
  content: z.array(part).optional().catch(undefined),
  arguments: word,
})
const response = z.object({
  status: word,
  error: z.unknown().optional(),
  incomplete_details: z.object({ reason: word }).nullish().catch(undefined),
  output: z.array(item),
  usage: z.unknown().optional(),
})
type Response = z.output<typeof response>

/** @throws {ModelError} `model-malformed` when it is no answer, `model-unreachable` when a stream breaks off */
export function readResponses(text: string): Completion | Refusal {
  const isStream = isEventStream(text)
  const json = isStream ? lastOf(dataOf(text).map(jsonOf)) : jsonOf(text)
  const parsed = response.safeParse(json)
  const complaint = complaintIn(json)
  if (complaint) return { ...complaint, status: 502 }
  if (parsed.success) return completionOf(parsed.data)
  if (isStream) throw new ModelError('model-unreachable', 'the stream broke off in the middle', { isRetryable: true })
  // Some servers answer here in the form of the other.
  return readCompletion(text)
}

/** The event that ends a stream holds the whole response. */
function lastOf(events: readonly unknown[]): unknown {
  const ends = events.flatMap((event) => ending.safeParse(event).data ?? [])
  return ends.at(-1)?.response ?? events.find((event) => complaintIn(event) !== undefined)
}

const ending = z.object({
  type: z.enum(['response.completed', 'response.incomplete', 'response.failed']),
  response: z.unknown(),
})

function completionOf({ status, incomplete_details: incomplete, output, usage: counted }: Response): Completion {
  const parts = output.filter(({ type }) => type === 'message').flatMap(({ content = [] }) => content)
  const call = output.find(({ type }) => type === 'function_call')
  const refusal = parts.map((one) => one.refusal ?? '').join('')
  const usage = readUsage(counted)
  return {
    text: parts.map((one) => one.text ?? '').join(''),
    ...(call?.arguments === undefined ? {} : { toolArguments: call.arguments }),
    ...(refusal === '' ? {} : { refusal }),
    finish: status === 'incomplete' ? (incomplete?.reason ?? 'incomplete') : (status ?? 'completed'),
    ...(usage ? { usage } : {}),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
