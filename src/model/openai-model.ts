/**
 * One model behind one OpenAI-compatible endpoint, one attempt at a time. It learns what its server cannot do (tools,
 * pictures, answering in one piece) and asks without it from then on.
 *
 * Asked without streaming: nothing may leave before the whole reply was reviewed, so early tokens gain nothing, while a
 * whole body brings its token count and a cut connection is an error instead of half a sentence. A server that only
 * streams is read to its end all the same.
 */
import { estimateTokens } from '../domain/tokens.ts'
import type { ModelError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { ModelPrompt } from '../ports/model.ts'
import { type Completion, readCompletion } from './completion.ts'
import { connectionFailure, type FailureContext, type Refusal, refusalFailure, refusalOf } from './model-failure.ts'
import type { Post } from './post.ts'
import type { Redact } from './redact.ts'
import { jsonInstruction, parseReply, parseText, type ReplyParts, respondTool } from './reply-protocol.ts'

/** What one attempt needs to know, and whom it tells. */
export interface AttemptOptions {
  /** Aborted when the attempt has lasted too long, or the reply is no longer wanted. */
  readonly signal: AbortSignal
  /** Told the tokens of every answer, also of one that cannot be used. */
  charge(tokens: number): Promise<void>
  /** Told an event on the way: `no-tools`, `no-images`, `streamed`. */
  flag(name: string): void
}

/** Both throw a ModelError, or the signal's reason. */
export interface OneModel {
  readonly name: string
  reply(prompt: ModelPrompt, options: AttemptOptions): Promise<ReplyParts>
  write(prompt: ModelPrompt, options: AttemptOptions): Promise<string>
}

interface Manner {
  readonly tools: boolean
  readonly images: boolean
  readonly stream: boolean
}

/** After so many plain-text answers in a row to a forced tool, the server is taken to ignore tools. */
const ignoredToolsLimit = 2

export function createOpenAiModel(setup: {
  readonly post: Post
  readonly name: string
  readonly endpoint: string
  readonly clock: Clock
  readonly redact: Redact
}): OneModel {
  const { post, name, endpoint, clock, redact } = setup
  let manner: Manner = { tools: true, images: true, stream: false }
  let ignoredTools = 0
  const context = (): FailureContext => ({ model: name, endpoint, redact, now: clock.now() })

  /** Asks in the known manner; a refusal that a lesser manner may avoid is asked again at once. */
  async function ask(prompt: ModelPrompt, wantsTool: boolean, options: AttemptOptions): Promise<Completion> {
    let tried: Manner = { ...manner, tools: manner.tools && wantsTool }
    let first: ModelError | undefined
    for (;;) {
      const answer = await request(bodyFor(prompt, tried, wantsTool), options.signal)
      if ('text' in answer) {
        // Only what helped is remembered, so that a refusal for another reason costs no tools.
        manner = { ...tried, tools: wantsTool ? tried.tools : manner.tools }
        await options.charge(answer.tokens ?? estimate(prompt, answer))
        if (wantsTool && !tried.tools) options.flag('no-tools')
        if (prompt.images?.length && !tried.images) options.flag('no-images')
        if (tried.stream) options.flag('streamed')
        return answer
      }
      const failure = refusalFailure(answer, context())
      const lesser = concede(answer, tried, prompt)
      // When asking for less did not help, what was said first names the trouble best.
      if (!lesser) throw failure.isRetryable ? failure : (first ?? failure)
      first ??= failure
      tried = lesser
    }
  }

  async function request(body: string, signal: AbortSignal): Promise<Completion | Refusal> {
    try {
      const answer = await post('/chat/completions', body, signal)
      return refusalOf(answer) ?? readCompletion(answer.text)
    } catch (error) {
      signal.throwIfAborted()
      throw connectionFailure(error, context())
    }
  }

  return {
    name,
    async reply(prompt, options) {
      const usedTools = manner.tools
      const completion = await ask(prompt, true, options)
      const parts = parseReply(completion)
      ignoredTools = usedTools && manner.tools && parts.flags.includes('plain-text') ? ignoredTools + 1 : 0
      if (ignoredTools >= ignoredToolsLimit) manner = { ...manner, tools: false }
      return parts
    },
    async write(prompt, options) {
      return parseText(await ask(prompt, false, options))
    },
  }

  /** No temperature and no token limit: servers disagree about both, by name and by what they accept. */
  function bodyFor(prompt: ModelPrompt, tried: Manner, wantsTool: boolean): string {
    const isBlind = !tried.images && (prompt.images?.length ?? 0) > 0
    const seen = isBlind ? `${prompt.turn}\n\n${blindness}` : prompt.turn
    const turn = wantsTool && !tried.tools ? `${seen}\n\n${jsonInstruction}` : seen
    const images = tried.images ? (prompt.images ?? []) : []
    const pictures = images.map((url) => ({ type: 'image_url', image_url: { url } }))
    const user = { role: 'user', content: pictures.length > 0 ? [{ type: 'text', text: turn }, ...pictures] : turn }
    const messages = `[${systemMessage(prompt.prefix)},${JSON.stringify(user)}]`
    const tools = tried.tools ? `,${toolChoice}` : ''
    return `{"model":${JSON.stringify(name)},"messages":${messages}${tools},"stream":${tried.stream}}`
  }
}

const blindness = 'You cannot see the pictures that were sent: say so, and do not guess what is on them.'

/** Written as JSON once, as it is the same in every request. */
const toolChoice = JSON.stringify({
  tools: [respondTool],
  tool_choice: { type: 'function', function: { name: respondTool.function.name } },
}).slice(1, -1)

let lastSystem = { prefix: '', json: '' }
/** The prefix changes with the persona alone. */
function systemMessage(prefix: string): string {
  if (lastSystem.prefix !== prefix || lastSystem.json === '')
    lastSystem = { prefix, json: JSON.stringify({ role: 'system', content: prefix }) }
  return lastSystem.json
}

/** A lesser manner that may get past this refusal, or undefined when there is none. */
function concede({ status, message, code }: Refusal, tried: Manner, prompt: ModelPrompt): Manner | undefined {
  if (![400, 404, 405, 415, 422, 501].includes(status)) return undefined
  if (code === 'context_length_exceeded' || code === 'content_filter') return undefined
  const hasImages = tried.images && (prompt.images?.length ?? 0) > 0
  if (hasImages && /image|vision|multi-?modal/i.test(message)) return { ...tried, images: false }
  if (!tried.stream && /stream/i.test(message)) return { ...tried, stream: true }
  if (tried.tools && (status !== 404 || /tool|function/i.test(message))) return { ...tried, tools: false }
  if (hasImages && status !== 404) return { ...tried, images: false }
  return undefined
}

function estimate(prompt: ModelPrompt, answer: Completion): number {
  return estimateTokens(prompt.prefix + prompt.turn) + estimateTokens(answer.text + (answer.toolArguments ?? ''))
}
