/** A language tag (BCP 47) → the code under which its words are kept, and how its Chinese is written. Pure. */
import type { Lang } from '../../domain/message.ts'

/** One language, for all that is heard and said here. */
const same: Readonly<Record<string, Lang>> = { yue: 'zh', cmn: 'zh', nan: 'zh', nb: 'no', nn: 'no', iw: 'he', in: 'id' }

/** `zh-TW`, `yue` → `zh`; `nb` → `no`; `pt-BR` → `pt`. */
export function baseLanguage(tag: string): Lang {
  const [code = tag] = tag.toLowerCase().split(/[-_]/)
  return same[code] ?? code
}

/** Simplified, or Traditional as it is written in Taiwan or in Hong Kong. */
export type ChineseScript = 'Hans' | 'Hant-TW' | 'Hant-HK'

/** Undefined where the tag does not tell. */
export function chineseScriptOf(tag: string): ChineseScript | undefined {
  const lower = tag.toLowerCase().replaceAll('_', '-')
  if (baseLanguage(lower) !== 'zh') return undefined
  if (/^yue|-(?:hk|mo)\b/.test(lower)) return /-hans\b/.test(lower) ? 'Hans' : 'Hant-HK'
  if (/-(?:tw|hant)\b|^nan/.test(lower)) return 'Hant-TW'
  return /-(?:cn|sg|my|hans)\b/.test(lower) ? 'Hans' : undefined
}
