/** What an operator should know of the bot before it starts: whether QQ takes its secret, and what it will not show. */
import { type Examined, SendError } from '#mascot'
import type { QQOptions } from '../options.ts'
import { createApi, Refusal } from './api.ts'

/** Asks for a token, and changes nothing. Never throws: what cannot be asked is said. */
export async function examine(options: QQOptions): Promise<readonly Examined[]> {
  const found: Examined[] = [{ says: `${options.appId}: /qq is the address for the console`, isGood: true }]
  if (options.domains.length === 0)
    found.push({ says: 'no domain in QQ_DOMAINS: links are written so that nobody can tap them', isGood: true })
  try {
    // What is asked for once is not kept for a time.
    await createApi(options, { clock: { now: () => 0 } }).token()
    found.push({ says: 'AppID and secret are taken', isGood: true })
  } catch (error) {
    const isKnown = error instanceof Refusal || error instanceof SendError
    found.push({ says: isKnown ? error.message : 'QQ cannot be asked', isGood: false })
  }
  return found
}
