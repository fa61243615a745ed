/** Words people say all day: a nickname among them would make the persona answer to half the group. Used by lint.ts. */
import { packs } from '../hearing/packs/packs.ts'

let everyday: ReadonlySet<string> | undefined

/** True also for a name of a single letter or sign, which stands in every other sentence. */
export function isEverydayWord(name: string): boolean {
  everyday ??= new Set(Object.values(packs).flatMap(({ words }) => words?.everyday?.split(/\s+/) ?? []))
  const plain = name.trim().toLowerCase().normalize('NFC')
  return everyday.has(plain) || [...plain].length < 2
}
