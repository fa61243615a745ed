/** What a fan is told of what sets them apart: each kind, and under it what shows it, how often and when it was seen last. */

import type { Lang } from '../../domain/message.ts'
import type { EvidenceWhat, FanKind, Leaning } from '../../domain/standing.ts'
import { english } from '../../hearing/packs/english.ts'
import type { StandingTexts } from '../../hearing/packs/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'

export interface HeldKind {
  readonly kind: FanKind | Leaning
  /** How much shows it by now. */
  readonly strength: number
  readonly shown: readonly {
    readonly what: EvidenceWhat
    readonly count: number
    /** Epoch ms. */
    readonly last: number
  }[]
}

export function standingText(
  word: keyof StandingTexts,
  lang: Lang,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = (packs[lang]?.standing ?? english.standing)[word]
  return text.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole)
}

export function meText(held: readonly HeldKind[], lang: Lang): string {
  if (held.length === 0) return standingText('nothing', lang)
  const lines = held.flatMap(({ kind, shown }) => [
    standingText(kind, lang),
    ...shown.map(
      ({ what, count, last }) => `· ${count > 1 ? `${count} × ` : ''}${standingText(what, lang)} – ${dayOf(last)}`,
    ),
  ])
  return [standingText('holds', lang), ...lines, standingText('fades', lang)].join('\n')
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
