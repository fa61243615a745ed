/** How many tokens an answer took, by whichever names its server counts them. */
import { z } from 'zod'
import type { Usage } from '../domain/spent.ts'
import { estimateTokens } from '../domain/tokens.ts'
import type { ModelPrompt } from '../ports/model.ts'

const count = z.number().nonnegative().optional().catch(undefined)
const details = z.object({ cached_tokens: count }).optional().catch(undefined)
const counts = z.object({
  total_tokens: count,
  prompt_tokens: count,
  completion_tokens: count,
  input_tokens: count,
  output_tokens: count,
  prompt_tokens_details: details,
  input_tokens_details: details,
  cached_tokens: count,
  prompt_cache_hit_tokens: count,
  cache_read_input_tokens: count,
})

/** Undefined where nothing was counted. */
export function readUsage(given: unknown): Usage | undefined {
  const { data: held } = counts.safeParse(given)
  if (!held) return undefined
  const prompt = held.prompt_tokens ?? held.input_tokens
  const outputTokens =
    held.completion_tokens ?? held.output_tokens ?? Math.max(0, (held.total_tokens ?? 0) - (prompt ?? 0))
  const inputTokens = prompt ?? Math.max(0, (held.total_tokens ?? 0) - outputTokens)
  if (inputTokens + outputTokens === 0) return undefined
  const cached =
    held.prompt_tokens_details?.cached_tokens ??
    held.input_tokens_details?.cached_tokens ??
    held.prompt_cache_hit_tokens ??
    held.cached_tokens ??
    held.cache_read_input_tokens ??
    0
  return { inputTokens, cachedTokens: Math.min(cached, inputTokens), outputTokens }
}

/** For a server that counts nothing: of what was asked and what it answered. */
export function estimateUsage({ prefix, turn }: ModelPrompt, answered: string): Usage {
  return { inputTokens: estimateTokens(prefix + turn), cachedTokens: 0, outputTokens: estimateTokens(answered) }
}
