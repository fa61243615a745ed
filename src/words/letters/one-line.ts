/** A text as the recognisers of fans' questions read it: on one line, folded, Cantonese as Mandarin. */

import { rememberFew } from '../remember-last.ts'
import { asMandarin } from './cantonese.ts'
import { fold } from './fold.ts'

/** White space is single. Length may change. */
export const oneLine: (text: string) => string = rememberFew((text) =>
  asMandarin(fold(text)).replace(/\s+/g, ' ').trim(),
)
