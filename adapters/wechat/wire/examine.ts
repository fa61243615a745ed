/** What an operator should know of the account before it starts: whether it may send, and in which mode it is pushed to. */
import { type Examined, SendError } from '#mascot'
import type { WeChatOptions } from '../options.ts'
import { createApi, TokenRefusal } from './api.ts'

/** Asks for the token that is in use, and changes nothing. Never throws: what cannot be asked is said. */
export async function examine(options: WeChatOptions): Promise<readonly Examined[]> {
  const mode = options.aesKeys.length > 0 ? 'encrypted pushes alone are taken' : 'pushes in plain words alone are taken'
  const found: Examined[] = [
    { says: `${options.appId}: /wechat is the address for the console; ${mode}`, isGood: true },
  ]
  if (options.isPassive)
    return [...found, { says: 'it answers what it is sent and says nothing by itself', isGood: true }]
  try {
    // What is asked for once is not kept for a time.
    await createApi(options, { clock: { now: () => 0 } }).tokens.get()
    found.push({ says: 'AppID, secret and this address are taken', isGood: true })
  } catch (error) {
    const isKnown = error instanceof TokenRefusal || error instanceof SendError
    found.push({ says: isKnown ? error.message : 'WeChat cannot be asked', isGood: false })
  }
  return found
}
