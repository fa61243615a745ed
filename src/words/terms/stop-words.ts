/** Words that carry grammar rather than matter, folded as `segment` leaves them. They also tell short messages' languages apart. */
import type { Lang } from '../../domain/message.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { fold } from '../letters/fold.ts'
import { wordsOf } from './words-of.ts'

/** Languages whose list is long enough to tell a message by. */
export const listedLanguages: readonly Lang[] = Object.keys(packs).filter((lang) => packs[lang]?.words?.tellsLanguage)

export const stopWords: (lang: Lang | undefined) => ReadonlySet<string> = wordsOf(({ stop = '' }) => fold(stop))
