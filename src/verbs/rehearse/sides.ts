/** The same scenes with two personas: where they sound different. Pure. */
import type { PlayedScene, PlayedTurn } from '../play-scenes.ts'

export interface Compared {
  readonly scene: PlayedScene
  /** The same turns as the other persona answered them; absent without another. */
  readonly other?: readonly PlayedTurn[]
}

export function sideBySide(played: readonly PlayedScene[], other?: readonly PlayedScene[]): readonly Compared[] {
  const others = new Map(other?.map((scene) => [scene.id, scene.turns]))
  return played.map((scene) => {
    const turns = others.get(scene.id)
    return turns ? { scene, other: turns } : { scene }
  })
}

export function isOtherwise(turn: PlayedTurn, other: PlayedTurn | undefined): boolean {
  if (!other) return false
  return (
    turn.said !== other.said ||
    turn.decision.kind !== other.decision.kind ||
    turn.decision.reason !== other.decision.reason
  )
}
