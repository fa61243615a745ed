/** Deep links into a conversation: the code behind `?start=` comes back as the arguments of /start. */
import { MascotError } from '#mascot'

/** The server takes letters, digits, `_` and `-`, at most 64 of them (core.telegram.org/bots/features#deep-linking). */
const PAYLOAD = /^[\w-]{1,64}$/
/** Marks a name that needed encoding, so that it reads in the records as it was written. */
const ENCODED = 'u8-'

/**
 * `('TidewaterPipBot', 'spring')` → `https://t.me/TidewaterPipBot?start=spring`. Any script will do.
 * @throws {MascotError} `usage` when the name is empty or does not fit: 64 of A–Z a–z 0–9 _ -, or about 45 bytes of anything else
 */
export function campaignLink(username: string, name: string): string {
  if (!fitsLink(name))
    throw new MascotError('usage', `the campaign name "${name}" does not fit a Telegram link: make it shorter`)
  return `https://t.me/${username.replace(/^@/, '')}?start=${payloadOf(name)}`
}

export function fitsLink(name: string): boolean {
  return name !== '' && PAYLOAD.test(payloadOf(name))
}

function payloadOf(name: string): string {
  const isPlain = PAYLOAD.test(name) && !name.startsWith(ENCODED)
  return isPlain ? name : `${ENCODED}${Buffer.from(name, 'utf8').toString('base64url')}`
}

/** The campaign's name as it was given to `campaignLink`. */
export function campaignOf(payload: string): string {
  if (!payload.startsWith(ENCODED)) return payload
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(payload.slice(ENCODED.length), 'base64url'))
  } catch {
    return payload
  }
}
