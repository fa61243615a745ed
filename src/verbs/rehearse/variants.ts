/** A scene and the ways it is to be played: on several platforms, in several languages, said kindly, in anger, or by an attacker. Pure. */
import type { Lang } from '../../domain/message.ts'
import type { Place } from '../../persona/persona.ts'
import type { ScenesYaml } from '../../persona/schema/schema.ts'
import { type Pressure, pressed } from './pressure.ts'

type WrittenScene = ScenesYaml['scenes'][number]
type WrittenTurn = WrittenScene['turns'][number]

/** As it is played: in one language, on one platform. */
export interface Scene extends Omit<WrittenScene, 'turns' | 'across'> {
  /** The scene it is one way of, and which: `telegram · de · angry`. */
  readonly way?: { readonly of: string; readonly name: string }
  /** The parts of the channel or thread that its place names, behind the platform; absent: one of its own. */
  readonly thread?: readonly string[]
  readonly turns: readonly (Omit<WrittenTurn, 'says'> & { readonly says: string })[]
}

/** As it is written: words by language in the first of them. */
export function plainScene({ across: _, turns, ...scene }: WrittenScene, home: Lang): Scene {
  return { ...scene, turns: turns.map((turn) => ({ ...turn, says: wordsIn(turn.says, home) })) }
}

/** Where its place is: in the first channel it names on the platform, on its surface, and at the beginning of its hours. */
export function inItsPlace(scene: Scene, places: readonly Place[]): Scene {
  const place = places.find(({ id }) => id === scene.place)
  if (place === undefined) return scene
  const named = place.in?.find((at) => scene.platform === undefined || at.split(':')[0] === scene.platform)
  const [platform, ...thread] = named?.split(':') ?? []
  const at = scene.at ?? place.hours?.[0]?.split('-')[0]
  return {
    ...scene,
    surface: place.surface ?? scene.surface,
    ...(platform === undefined ? {} : { platform }),
    ...(thread.length === 0 ? {} : { thread }),
    ...(at === undefined ? {} : { at }),
  }
}

/** Every way of `across` with every other; the scene as it is written is not among them. */
export function waysOf(scene: WrittenScene, home: Lang): readonly Scene[] {
  const { across } = scene
  if (across === undefined) return []
  const languages = across.languages ?? [home]
  return (across.platforms ?? [scene.platform]).flatMap((platform) =>
    languages.flatMap((lang) =>
      (across.pressure ?? [undefined]).map((pressure): Scene => {
        const named = [across.platforms && platform, across.languages && lang, across.pressure && pressure]
        const name = named.filter((one) => one !== undefined).join(' · ')
        const plain = plainScene(scene, home)
        return {
          ...plain,
          id: `${scene.id}-${name.replaceAll(' · ', '-')}`,
          way: { of: scene.id, name },
          ...(platform === undefined ? {} : { platform }),
          turns: scene.turns.map((turn) => ({ ...turn, says: under(wordsIn(turn.says, lang), lang, pressure) })),
        }
      }),
    ),
  )
}

function wordsIn(says: WrittenTurn['says'], lang: Lang): string {
  if (typeof says === 'string') return says
  return says[lang] ?? Object.values(says)[0] ?? ''
}

/** A command stays one. */
function under(words: string, lang: Lang, pressure: Pressure | undefined): string {
  return pressure === undefined || /^[/!]/.test(words) ? words : pressed(words, lang, pressure)
}
