/** A language as a model reads it best: by its English name. */
import type { Lang } from '../domain/message.ts'

const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** `zh` → `Chinese`; a code that nobody knows stays as it is. */
export function languageName(lang: Lang): string {
  return names.of(lang) ?? lang
}
