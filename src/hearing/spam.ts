/** Spam: an offer nobody asked for, together with a way to reach whoever makes it. A question with a link is not. */

import { anyMatches } from '../words/phrases/sieve.ts'
import type { Reading } from '../words/read-text.ts'
import { countOf, signOf } from './sign-of.ts'

/** Each kind of offer counts once. */
const offers = [signOf('spam-earning'), signOf('spam-crypto'), signOf('spam-adult'), signOf('spam-following')]
const pressing = countOf('spam-pressing')

const links: readonly RegExp[] = [
  /https?:\/\//i,
  /www\./i,
  /\b(?:t\.me|wa\.me|bit\.ly|tinyurl\.com|discord\.gg|linktr\.ee|goo\.gl|cutt\.ly|shorturl\.at)\b/i,
  /\b(?:youtube|youtu|instagram|tiktok|twitch|facebook|discord|onlyfans)\.(?:com|be|tv|gg)\b/i,
  /\b[a-z0-9-]{2,40}\.(?:xyz|top|click|shop|club|vip|icu|online|site|live|win|bet|casino|io|ru|cc|tk)\b/i,
]
const contacts: readonly RegExp[] = [
  /(?:whats ?app|telegram|signal|wechat|微信|薇信|威信|vx|v信|wx|qq|电报)[^\n]{0,20}?(?:\+?\d[\d -]{6,20}|@?[a-z0-9_]{5,32})/i,
  /@[a-z0-9_.]{4,32}\b/i,
  /\+\d[\d -]{7,18}/i,
]
/** Most UTF-16 units in which a link or contact is sought. */
const LOOKED_AT = 3000

export function showsSpam(reading: Reading): boolean {
  const found = offers.filter((shows) => shows(reading)).length
  if (found === 0) return false
  const raw = reading.raw.slice(0, LOOKED_AT)
  const ways = (anyMatches(links, raw) ? 1 : 0) + (anyMatches(contacts, raw) ? 1 : 0)
  const isAsked = /[?？吗]/.test(raw)
  const weight = found + Math.min(1, pressing(reading)) + ways
  return isAsked ? ways > 0 && weight >= 3 && found >= 2 : ways > 0 || weight >= 2
}
