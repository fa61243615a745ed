/** Lists of phrases with their named parts filled in, and what is wrong with them, each at its place. */
import { faultIn, type Phrases } from '../../src/words/phrases/phrases.ts'
import type { SignFile } from './pack-schema.ts'

type Place = readonly (string | number)[]
export type Report = (path: Place, message: string) => void
type ToPattern = (phrase: string) => RegExp

/** A sign, which has its parts to itself. @param toPattern what the phrases are made into */
export function fillParts(
  { parts, says, butNot }: SignFile,
  toPattern: ToPattern | undefined,
  report: Report,
): Phrases {
  const { fillAll, reportUnused } = createFill(parts, toPattern, report)
  const filled = {
    says: fillAll(['says'], says),
    ...(butNot ? { butNot: fillAll(['butNot'], butNot) } : {}),
  }
  reportUnused()
  return filled
}

/** For several lists that share their parts. Parts are filled in at once; `reportUnused` comes last. */
export function createFill(parts: SignFile['parts'] = {}, toPattern: ToPattern | undefined, report: Report) {
  const known = new Map<string, string>()
  const used = new Set<string>()
  const fill = (text: string, path: Place) =>
    text.replace(/(?<!\(\?)<([\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{M}\p{N}-]*)>/gu, (whole, name: string) => {
      const part = known.get(name)
      if (part === undefined) report(path, `${whole} is no part that stands above: add it to parts, or mend the name`)
      used.add(name)
      return part ?? ''
    })
  for (const [name, part] of Object.entries(parts)) {
    known.set(
      name,
      typeof part === 'string'
        ? fill(part, ['parts', name])
        : `(${part.map((choice, at) => fill(choice, ['parts', name, at])).join('|')})`,
    )
  }
  return {
    fillAll: (path: Place, list: readonly string[]): string[] =>
      list.map((text, at) => {
        const filled = fill(text, [...path, at])
        const fault = faultIn(filled, toPattern)
        if (fault) report([...path, at], fault)
        return filled
      }),
    reportUnused() {
      for (const name of known.keys()) if (!used.has(name)) report(['parts', name], 'is used by no phrase: take it out')
    },
  }
}
