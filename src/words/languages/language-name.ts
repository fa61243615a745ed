/** A language as a model reads it best: by its English name. */
import type { Lang } from '../../domain/message.ts'

const known = new Map<Lang, string>()
const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** `zh` → `Chinese`; a code that nobody knows stays as it is. */
export function languageName(lang: Lang): string {
  const name = known.get(lang) ?? names.of(lang) ?? lang
  if (known.size < 1000) known.set(lang, name)
  return name
}
