/** What the keys of a persona's files are made of. */
import { z } from 'zod'
import { baseLanguage } from '../../words/languages/base-language.ts'
import { hoursRangePattern, notARange } from './hours-range.ts'
import { notALanguage } from './language-name.ts'

export const text = z.string().trim().min(1, 'is empty')
/** A tag of BCP 47, with its region or script. */
export const langTag = z.string().regex(/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/, {
  error: ({ input }) => notALanguage(typeof input === 'string' ? input : ''),
})
/** Kept under the code of its language, so that `zh-TW` and `zh` are one. */
export const lang = langTag.transform(baseLanguage)
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date such as 2027-03-31')
export const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'is not an id (letters, digits, - and _)')
export const hoursRange = z
  .string()
  .regex(hoursRangePattern, { error: ({ input }) => notARange(typeof input === 'string' ? input : '') })

/** One text for all languages (taken as the first language), or one a language. */
export const localText = z.union([text, z.record(lang, text)])
/** Variants: a line or a list in the first language, or either by language. */
export const localLines = z.union([
  text,
  z.array(text).min(1, 'has no line'),
  z.record(lang, z.union([text, z.array(text).min(1, 'has no line')])),
])
