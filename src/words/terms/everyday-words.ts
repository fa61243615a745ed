/** Words people say all day: a nickname among them would make the persona answer to half the group. Used by lint.ts. */

import { once } from '../once.ts'
import { inAllLanguages } from './in-all-languages.ts'

const everyday = once(() => new Set(inAllLanguages((words) => words.everyday?.split(/\s+/))))

/** True also for a name of a single letter or sign, which stands in every other sentence. */
export function isEverydayWord(name: string): boolean {
  const plain = name.trim().toLowerCase().normalize('NFC')
  return everyday().has(plain) || [...plain].length < 2
}
