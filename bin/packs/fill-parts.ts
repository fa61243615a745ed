/** A sign's phrases with its named parts filled in, and what is wrong with them, each at its place. */
import type { Phrases } from '../../src/words/phrases.ts'
import { faultIn } from '../../src/words/phrases.ts'
import type { SignFile } from './pack-schema.ts'

export type Report = (path: readonly (string | number)[], message: string) => void

/** @param toPattern what the phrases are made into */
export function fillParts(
  { parts = {}, says, butNot }: SignFile,
  toPattern: ((phrase: string) => RegExp) | undefined,
  report: Report,
): Phrases {
  const known = new Map<string, string>()
  const used = new Set<string>()
  const fill = (text: string, path: readonly (string | number)[]) =>
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
  const fillAll = (key: 'says' | 'butNot', list: readonly string[]) =>
    list.map((text, at) => {
      const filled = fill(text, [key, at])
      const fault = faultIn(filled, toPattern)
      if (fault) report([key, at], fault)
      return filled
    })
  const filled = {
    says: fillAll('says', says),
    ...(butNot ? { butNot: fillAll('butNot', butNot) } : {}),
  }
  for (const name of known.keys()) if (!used.has(name)) report(['parts', name], 'is used by no phrase: take it out')
  return filled
}
