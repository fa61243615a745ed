/**
 * Groups as bags of words: how likely each would have brought forth a text (a mixture of Dirichlet multinomials; Yin and Wang 2014).
 * What was grouped by likeness is looked over by it, text by text, and texts that come later find their group by it.
 */
import type { Vector } from './vectors.ts'

/** How much a group without texts is worth: that of a tenth of a text. */
const newcomers = 0.1
/** How many words of each kind a group is given beforehand: fewer make groups of their own words, more join them. */
const beforehand = 0.03
const rounds = 8

export interface Mixture {
  add(text: Vector, group: number, times?: number): void
  /** The likeliest of the groups it shares a word with; `undefined` if it would rather be the first of a new one. */
  groupOf(text: Vector): number | undefined
}

function createMixture(terms: number): Mixture {
  const texts: number[] = []
  const words: number[] = []
  /** What depends on a group alone, until it changes: the logarithms of its size and of its words. */
  const logs: ({ readonly size: number; readonly words: number } | undefined)[] = []
  const holds: Map<number, number>[] = []
  const fresh = Math.log(newcomers)
  const freshWord = Math.log(terms * beforehand)
  const logHeld = createLogs((held) => Math.log(held + beforehand) - Math.log(beforehand))
  const gains: number[] = []
  const shared: number[] = []

  function logsOf(group: number): { readonly size: number; readonly words: number } {
    const known = logs[group]
    if (known) return known
    const found = {
      size: Math.log((texts[group] ?? 0) + newcomers),
      words: Math.log((words[group] ?? 0) + terms * beforehand),
    }
    logs[group] = found
    return found
  }

  return {
    add(text, group, times = 1) {
      for (let made = texts.length; made <= group; made++) {
        texts.push(0)
        words.push(0)
        gains.push(0)
        logs.push(undefined)
      }
      texts[group] = (texts[group] ?? 0) + times
      logs[group] = undefined
      for (let at = 0; at < text.ids.length; at++) {
        const id = text.ids[at] ?? 0
        const count = times * (text.weights[at] ?? 0)
        words[group] = (words[group] ?? 0) + count
        holds[id] ??= new Map()
        const held = (holds[id].get(group) ?? 0) + count
        if (held > 0) holds[id].set(group, held)
        else holds[id].delete(group)
      }
    },

    groupOf(text) {
      let length = 0
      for (let at = 0; at < text.weights.length; at++) length += text.weights[at] ?? 0
      shared.length = 0
      for (let at = 0; at < text.ids.length; at++) {
        const count = text.weights[at] ?? 0
        holds[text.ids[at] ?? 0]?.forEach((held, group) => {
          const before = gains[group] ?? 0
          if (before === 0) shared.push(group)
          gains[group] = before + count * logHeld(held)
        })
      }
      let best: number | undefined
      let most = fresh - length * freshWord
      for (const group of shared) {
        const { size, words } = logsOf(group)
        const chance = size + (gains[group] ?? 0) - length * words
        gains[group] = 0
        if (chance > most) {
          most = chance
          best = group
        }
      }
      return best
    },
  }
}

/** Nearly all that is asked for are small whole numbers, again and again. */
function createLogs(of: (count: number) => number): (count: number) => number {
  const small = Float64Array.from({ length: 1_000 }, (_, count) => of(count))
  return (count) => small[count] ?? of(count)
}

/** Looks over who belongs where, each against all others, until nobody moves. `times`: how often each text was sent. */
export function lookOver(
  texts: readonly Vector[],
  times: readonly number[],
  groups: Int32Array,
  terms: number,
): Mixture {
  const mixture = createMixture(terms)
  const numbers = new Map<number, number>()
  for (const [row, text] of texts.entries()) {
    const head = groups[row] ?? 0
    if (!numbers.has(head)) numbers.set(head, numbers.size)
    groups[row] = numbers.get(head) ?? 0
    mixture.add(text, groups[row] ?? 0, times[row])
  }
  for (let round = 0; round < rounds; round++) {
    let moved = 0
    for (const [row, text] of texts.entries()) {
      const was = groups[row] ?? 0
      const often = times[row] ?? 1
      mixture.add(text, was, -often)
      const group = mixture.groupOf(text) ?? was
      if (group !== was) moved++
      groups[row] = group
      mixture.add(text, group, often)
    }
    if (moved === 0) break
  }
  return mixture
}
