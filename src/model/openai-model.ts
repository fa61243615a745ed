/**
 * One model behind one OpenAI-compatible endpoint, one attempt at a time. It learns what its server cannot do (tools,
 * pictures, answering in one piece, chat completions at all) and asks without it for a while.
 *
 * Asked without streaming: nothing may leave before the whole reply was reviewed, so early tokens gain nothing, while a
 * whole body brings its token count and a cut connection is an error instead of half a sentence. A server that only
 * streams is read to its end all the same.
 */

import type { Usage } from '../domain/spent.ts'
import type { ModelError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { ModelPrompt } from '../ports/model.ts'
import { chatBody } from './chat-body.ts'
import { readCompletion } from './completion.ts'
import { concede, createManners, type Manner } from './manner.ts'
import { connectionFailure, type FailureContext, refusalFailure, refusalOf } from './model-failure.ts'
import type { Post } from './post.ts'
import type { Redact } from './redact.ts'
import { parseReply, parseText, type ReplyParts } from './reply-protocol.ts'
import { readResponses, responsesBody } from './responses.ts'
import { estimateUsage } from './usage.ts'

/** What one attempt needs to know, and whom it tells. */
export interface AttemptOptions {
  /** Aborted when the attempt has lasted too long, or the reply is no longer wanted. */
  readonly signal: AbortSignal
  /** Told the tokens of every answer, also of one that cannot be used. */
  charge(usage: Usage): Promise<void>
  /** Told an event on the way: `no-tools`, `no-images`, `streamed`, `responses-api`. */
  flag(name: string): void
}

/** Both throw a ModelError, or the signal's reason. */
export interface OneModel {
  readonly name: string
  reply(prompt: ModelPrompt, options: AttemptOptions): Promise<ReplyParts>
  write(prompt: ModelPrompt, options: AttemptOptions): Promise<string>
}

/** After so many plain-text answers in a row to a forced tool, the server is taken to ignore tools. */
const ignoredToolsLimit = 2

const chat = { path: '/chat/completions', bodyOf: chatBody, read: readCompletion }
const responses = { path: '/responses', bodyOf: responsesBody, read: readResponses }

export function createOpenAiModel(setup: {
  readonly post: Post
  readonly name: string
  readonly endpoint: string
  readonly clock: Clock
  readonly redact: Redact
  /** If absent, it is found out. */
  readonly api?: 'chat' | 'responses' | undefined
}): OneModel {
  const { post, name, endpoint, clock, redact, api } = setup
  const manners = createManners(clock, api)
  let ignoredTools = 0
  const context = (): FailureContext => ({ model: name, endpoint, redact, now: clock.now() })

  /** Asks in the known manner; a refusal that a lesser manner may avoid is asked again at once. */
  async function ask(prompt: ModelPrompt, wantsTool: boolean, options: AttemptOptions) {
    const known = manners.now()
    const asked: Manner = { ...known, tools: known.tools && wantsTool }
    let tried = asked
    let first: ModelError | undefined
    for (;;) {
      const answer = await request(prompt, tried, wantsTool, options.signal)
      if ('text' in answer) {
        // Only what helped is remembered, so that a refusal for another reason costs no tools.
        manners.learn(asked, tried)
        await options.charge(answer.usage ?? estimateUsage(prompt, answer.text + (answer.toolArguments ?? '')))
        if (wantsTool && !tried.tools) options.flag('no-tools')
        if (prompt.images?.length && !tried.images) options.flag('no-images')
        if (!tried.onePiece) options.flag('streamed')
        if (!tried.chat) options.flag('responses-api')
        return { answer, tried }
      }
      const failure = refusalFailure(answer, context())
      const lesser = concede(answer, tried, prompt)
      // When asking for less did not help, what was said first names the trouble best.
      if (!lesser) throw failure.isRetryable ? failure : (first ?? failure)
      first ??= failure
      tried = lesser
    }
  }

  async function request(prompt: ModelPrompt, manner: Manner, wantsTool: boolean, signal: AbortSignal) {
    const { path, bodyOf, read } = manner.chat ? chat : responses
    try {
      const answer = await post(path, bodyOf(name, prompt, manner, wantsTool), signal)
      return refusalOf(answer) ?? read(answer.text)
    } catch (error) {
      signal.throwIfAborted()
      throw connectionFailure(error, context())
    }
  }

  function noteTools(wereUsed: boolean): void {
    ignoredTools = wereUsed ? 0 : ignoredTools + 1
    if (wereUsed) manners.keep('tools')
    else if (ignoredTools >= ignoredToolsLimit) {
      manners.leave('tools')
      // Once they are tried again, one more time is enough.
      ignoredTools = ignoredToolsLimit - 1
    }
  }

  return {
    name,
    async reply(prompt, options) {
      const { answer, tried } = await ask(prompt, true, options)
      const parts = parseReply(answer)
      if (tried.tools) noteTools(!parts.flags.includes('plain-text'))
      return parts
    },
    async write(prompt, options) {
      return parseText((await ask(prompt, false, options)).answer)
    },
  }
}
