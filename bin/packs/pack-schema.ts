/** What may stand in the files of a language pack: a sign's file, and the named files of other data. */
import { z } from 'zod'
import { softKinds } from '../../src/hearing/soft-kinds.ts'
import { languageData } from './language-data.ts'

/** Not trimmed: a choice of a part may end with a space of its own. */
const phrase = z.string().min(1)
const phrases = z.array(phrase).min(1)
const messages = z.array(z.string().trim().min(1)).min(1)
const partName = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{M}\p{N}-]*$/u, 'a part is named in small letters, digits and hyphens')

/** Every file that `dataSchemas` does not name is a sign. */
export const signSchema = z.strictObject({
  parts: z.record(partName, z.union([phrase, phrases])).optional(),
  says: phrases,
  butNot: phrases.optional(),
  yes: messages.optional(),
  no: messages.optional(),
})
export type SignFile = z.infer<typeof signSchema>

/** Data that is no sign, by the name of its file; it stands in the pack under the same name. A new kind of data is one line here and one in `Pack`. */
export const dataSchemas: Readonly<Record<string, z.ZodType>> = {
  ...languageData,
  kinds: z.record(z.enum(softKinds), messages),
  'short-messages': z
    .strictObject({
      answerers: messages,
      softAnswerers: messages,
      you: messages,
      around: messages,
      helpers: messages,
      departments: phrases,
      asking: messages,
    })
    .partial(),
}
