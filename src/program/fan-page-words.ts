/** The words of the pages for fans, in the language that a browser asks for. */
import { languagesInOrder } from '../hearing/in-order.ts'
import { english } from '../hearing/packs/english.ts'
import { packs } from '../hearing/packs/packs.ts'
import type { FanPageWords } from '../ports/fan-page-words.ts'

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'he'])
/** Written and spoken Norwegian has one pack. */
const sameAs: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' }
/** Of a header, so that none keeps us. */
const MOST_ASKED = 20

/** `accepted`: an `Accept-Language` header (RFC 9110, 12.5.4), best first by its weights; else the home language of the persona, else English. */
export function fanPageWords(accepted: string | undefined, home: string): FanPageWords {
  const known = [...askedFor(accepted ?? ''), home].find((one) => languagesInOrder.includes(one))
  const lang = known ?? 'en'
  const pack = packs[lang]
  const texts = { ...english.texts, ...pack?.texts }
  const commands = { ...english.texts.commands, ...texts.commands }
  const standing = pack?.standing ?? english.standing
  const working = pack?.working ?? english.working
  const { messages, cases, facts, noFacts, keys, consent } = texts.myData
  const { yes, no } = texts.labels
  const { reach, role, introduced, offered, used, thanked, accepted: helped, reacted, saidLoyal, saidRival } = standing
  const { title, titleHidden, isOff, isRefused } = standing
  const [forgotten = ''] = pack?.lines?.forgotten ?? packs.en?.lines?.forgotten ?? []
  const about = { aboutData: commands.mydata ?? '', aboutMe: commands.me ?? '', forget: commands.forget ?? '' }
  return {
    lang,
    isRightToLeft: rightToLeft.has(lang),
    text: pack?.pages ?? english.pages,
    seen: { reach, role, introduced, offered, used, thanked, accepted: helped, reacted, saidLoyal, saidRival },
    consent,
    keys,
    said: {
      ...{ yes, no, ...about, messages: messages.other, cases, facts, noFacts, title, titleHidden, isOff, isRefused },
      ...{ howToGive: working.how, takenBack: working.withdrawn, forgotten },
    },
  }
}

/** The languages of a header without their regions, heaviest first. */
function askedFor(header: string): string[] {
  return header
    .split(',', MOST_ASKED)
    .map((part) => {
      const [, lang = '', weight = '1'] =
        /^\s*([a-z]{2,3})(?:-[\w-]+)?\s*(?:;\s*q=([\d.]{1,5}))?\s*$/iu.exec(part) ?? []
      const name = lang.toLowerCase()
      return { lang: sameAs[name] ?? name, weight: Number(weight) }
    })
    .filter(({ lang, weight }) => lang !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ lang }) => lang)
}
