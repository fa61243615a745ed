/** Which variant comes next: never the one just used, none twice before all were used, and not the same start for every conversation. */

/** Indices used lately, newest last, by what was rotated (`line:greeting:en`). */
export type RotationState = Readonly<Record<string, readonly number[]>>

export interface Rotation {
  pick(key: string, variants: readonly string[]): string
  state(): RotationState
  readonly isChanged: boolean
}

/** `seed` sets where a fresh rotation starts: the thread, so that two groups do not hear the same order, and a scene always the same. */
export function createRotation(initial: RotationState, seed: string): Rotation {
  const state: Record<string, readonly number[]> = { ...initial }
  let isChanged = false
  return {
    pick(key, variants) {
      if (variants.length <= 1) return variants[0] ?? ''
      const used = (state[key] ?? []).filter((index) => index < variants.length)
      const round = used.length >= variants.length ? used.slice(-1) : used
      const free = variants.map((_, index) => index).filter((index) => !round.includes(index))
      const index = free[hash(seed + key + used.length) % free.length] ?? 0
      state[key] = [...round, index]
      isChanged = true
      return variants[index] ?? ''
    },
    state: () => state,
    get isChanged() {
      return isChanged
    },
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}
