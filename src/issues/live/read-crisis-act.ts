/** What staff type about a crisis, read as what is to be done. Pure. */
import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from '../../domain/durations.ts'
import { isUnseen } from '../../domain/lines.ts'
import type { CrisisTopic, CrisisWish } from '../../ports/lead-desk.ts'
import { topicName } from './show-crisis.ts'
import { sureIn, sureOnly } from './sure-in.ts'

export type CrisisTyped =
  | { readonly kind: 'list' }
  | { readonly kind: 'wrong'; readonly says: string }
  | (CrisisTopic & { readonly kind: 'report' })
  | (CrisisTopic & { readonly kind: 'show' })
  | CrisisWish

const units: Readonly<Record<string, number>> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS }
/** As on the page. */
const SOONEST_MS = 15 * MINUTE_MS
const LATEST_MS = WEEK_MS
const usage =
  '/crisis NUMBER or all, then amber [2h] [yes], red, say en: words, approve en 481203, words lid, lids, green or report; “drill” in front plays it.'

export function readCrisisAct(args: string): CrisisTyped {
  if (args.trim() === '') return { kind: 'list' }
  const match = /^(drill\s+)?(?:#?(\d{1,9})|all)(?:\s+(\p{L}+)(?:\s+([\s\S]*))?)?$/iu.exec(args.trim())
  if (!match) return wrong(usage)
  const [, drill, digits, verb = 'show', rest = ''] = match
  const topic = { isDrill: drill !== undefined, ...(digits === undefined ? {} : { issue: Number(digits) }) }
  return onTopic(topic, verb.toLowerCase(), rest.trim())
}

function wrong(says: string): CrisisTyped {
  return { kind: 'wrong', says: `⛔ ${says}` }
}

function onTopic(topic: CrisisTopic, verb: string, args: string): CrisisTyped {
  const name = topicName(topic)
  switch (verb) {
    case 'amber':
    case 'red': {
      const { rest, ...sure } = sureIn(args)
      if (rest === '') return { ...topic, kind: 'level', level: verb, ...sure }
      const [, amount, unit = ''] = /^(\d{1,5})\s*([mhd])$/i.exec(rest) ?? []
      const reviewMs = Number(amount) * (units[unit.toLowerCase()] ?? Number.NaN)
      return reviewMs >= SOONEST_MS && reviewMs <= LATEST_MS
        ? { ...topic, kind: 'level', level: verb, reviewMs, ...sure }
        : wrong('The time until it is looked at again is 15m, 2h or 7d: a quarter of an hour at least, a week at most.')
    }
    case 'say':
      return say(topic, args)
    case 'approve': {
      const match = /^([a-z]{2,3})(?:\s+([a-z]+))?(?:\s+#?(\d{1,15}))?$/i.exec(args)
      if (!match) return wrong(`/crisis ${name} approve en and the number that the words were shown with.`)
      const [, lang = '', platform, mark] = match
      return {
        ...{ ...topic, kind: 'approve', lang: lang.toLowerCase() },
        ...(platform ? { platform: platform.toLowerCase() } : {}),
        ...(mark ? { mark } : {}),
      }
    }
    case 'words': {
      const words = args
        .split(/[,，、;]/)
        .map((word) => word.trim())
        .filter((word) => !isUnseen(word))
      return words.length > 0 ? { ...topic, kind: 'words', words } : wrong(`/crisis ${name} words lid, lids`)
    }
    case 'green':
      return { ...topic, kind: verb, ...sureOnly(args) }
    case 'report':
    case 'show':
      return { ...topic, kind: verb }
    default:
      return wrong(usage)
  }
}

/** `en: words`, `en telegram: words`; `file`: the words of issues.yaml. */
function say(topic: CrisisTopic, args: string): CrisisTyped {
  if (/^file$/i.test(args)) return { ...topic, kind: 'say-foreseen' }
  const match = /^([a-z]{2,3})(?:\s+([a-z]+))?\s*[:：]\s*([\s\S]+)$/i.exec(args)
  if (!match)
    return wrong(
      `A statement needs its language: /crisis ${topicName(topic)} say en: words, or en telegram: words for one platform.`,
    )
  const [, lang = '', platform, words = ''] = match
  return {
    ...{ ...topic, kind: 'say', lang: lang.toLowerCase(), words: words.trim() },
    ...(platform ? { platform: platform.toLowerCase() } : {}),
  }
}
