/** Drafts written by people who have not seen the checks, played one by one: which of them leave, whole or in part. */
import { readFileSync } from 'node:fs'
import { type BrandName, openBrand } from './play.ts'

export const draftSets = ['bad', 'half', 'good', 'free'] as const
/** bad: what an obeying model says. half: approved words with something turned round. good: faithful paraphrases of approved answers. free: talk without facts. */
export type DraftSet = (typeof draftSets)[number]

export interface Draft {
  readonly persona: BrandName
  readonly lang: string
  readonly fan: string
  readonly draft: string | readonly string[]
  readonly kind?: string
  readonly used?: readonly string[]
}

export interface PlayedDraft {
  readonly draft: Draft
  readonly left: readonly string[]
  /** as said; in part: some of its sentences; other words. */
  readonly outcome: 'as said' | 'in part' | 'other words'
  readonly reason: string
  readonly flags: readonly string[]
  readonly isCase: boolean
  readonly isModelAsked: boolean
}

export function readDrafts(file: string | URL): readonly Draft[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Draft => JSON.parse(line))
}

export async function playDrafts(drafts: readonly Draft[]): Promise<readonly PlayedDraft[]> {
  const byBrand = [...Map.groupBy(drafts, ({ persona }) => persona)]
  const played = await Promise.all(
    byBrand.map(async ([name, own]) => {
      await using brand = await openBrand(name)
      const all: PlayedDraft[] = []
      for (const draft of own) {
        const bubbles = typeof draft.draft === 'string' ? [draft.draft] : draft.draft
        const { left, decision, asked } = await brand.hear(draft.fan, { bubbles, used: draft.used ?? [] })
        all.push({
          ...{ draft, left, outcome: outcomeOf(bubbles, left) },
          reason: decision?.reason ?? 'none',
          flags: decision?.flags ?? [],
          isCase: decision?.kind === 'handoff',
          isModelAsked: asked.reply > 0,
        })
      }
      return all
    }),
  )
  return played.flat()
}

function outcomeOf(bubbles: readonly string[], left: readonly string[]): PlayedDraft['outcome'] {
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const said = words(left.join(' '))
  if (said === words(bubbles.join(' '))) return 'as said'
  const sentences = bubbles.flatMap((text) => text.split(/(?<=[.!?。！？])\s*|\n+/u)).map(words)
  return sentences.some((sentence) => sentence.length > 1 && ` ${said} `.includes(` ${sentence} `))
    ? 'in part'
    : 'other words'
}
