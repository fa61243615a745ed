/** What may stand in the files of a language pack: a sign's file, books of several lists, and the named files of other data. */
import { z } from 'zod'
import { foldFigures } from '../../src/commitments/fold-figures.ts'
import { commitmentSections } from '../../src/commitments/sections.ts'
import { meanings } from '../../src/hearing/learned/meanings.ts'
import { weights } from '../../src/hearing/packs/weights.ts'
import { softKinds } from '../../src/hearing/soft-kinds.ts'
import { voiceSections } from '../../src/persona/voice/sections.ts'
import { textPattern } from '../../src/words/phrases/patterns.ts'
import { languageData } from './language-data.ts'

/** Not trimmed: a choice of a part may end with a space of its own. */
const phrase = z.string().min(1)
const phrases = z.array(phrase).min(1)
const messages = z.array(z.string().trim().min(1)).min(1)
const partName = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{M}\p{N}-]*$/u, 'a part is named in small letters, digits and hyphens')
const parts = z.record(partName, z.union([phrase, phrases])).optional()

/** Every file that neither `books` nor `dataSchemas` names is a sign. */
export const signSchema = z.strictObject({
  parts,
  says: phrases,
  butNot: phrases.optional(),
  yes: messages.optional(),
  no: messages.optional(),
  like: messages.optional(),
})
export type SignFile = z.infer<typeof signSchema>

const list = z.strictObject({ says: phrases, yes: messages.optional(), no: messages.optional() })
/** A list without examples may be its phrases alone. */
const section = z.record(z.string(), z.union([phrases, list]))
const bookSchema = z.object({ parts }).catchall(section)
export type BookFile = z.infer<typeof bookSchema>

/** A file of several lists of phrases, by section and name, which share their parts. */
export interface BookKind {
  readonly schema: z.ZodType<BookFile>
  /** What the phrases are made into, and with that checked. */
  toPattern(phrase: string): RegExp
}

function bookKind(sections: Readonly<Record<string, readonly string[]>>, toPattern: BookKind['toPattern']): BookKind {
  const schema = bookSchema.superRefine(({ parts: _, ...found }, { addIssue }) => {
    for (const [name, lists] of Object.entries(found)) {
      const names = sections[name]
      if (!names) addIssue({ code: 'custom', path: [name], message: 'is no section of this file' })
      for (const key of names ? Object.keys(lists) : [])
        if (!names?.includes(key))
          addIssue({ code: 'custom', path: [name, key], message: 'is no list of this section' })
    }
  })
  return { schema, toPattern }
}

export const books: Readonly<Record<string, BookKind>> = {
  commitments: bookKind(commitmentSections, (text) => textPattern(text, foldFigures)),
  voice: bookKind(voiceSections, (text) => textPattern(text)),
}

/** The telephone numbers that the lines of a language may name, each with who says so and since when. */
const helplines = z
  .array(
    z.strictObject({
      number: z.coerce.string().regex(/^\+?[\d ()-]+$/, 'is no telephone number'),
      who: z.string().trim().min(1),
      source: z.string().trim().min(1),
      date: z.coerce.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is no date: write 2022, 2022-07 or 2022-07-16'),
    }),
  )
  .min(1)
export type Helplines = z.infer<typeof helplines>

/** What is there for those who write packs, and not for the program that runs. */
export const notAtRunTime: readonly string[] = ['helplines', 'meanings', 'ordinary', 'restated', 'said', 'weighty']

/** What a house's character says to fans, each sentence as `free` talk, which binds nobody, or as a `claim`. */
const sentence = z.string().trim().min(1)
const said = z.array(
  z.strictObject({
    fan: z.string().trim().min(1),
    says: z.array(z.union([z.strictObject({ free: sentence }), z.strictObject({ claim: sentence })])).min(1),
  }),
)
export type Exchanges = z.infer<typeof said>

/** An approved text of a house, and sentences of replies: those that say the `same` in other words, and those that say `more`. */
const restated = z.array(
  z.strictObject({
    approved: sentence,
    fan: sentence,
    same: z.array(sentence).min(1),
    more: z.array(sentence).min(1),
  }),
)
export type Restatements = z.infer<typeof restated>

/** Data that is neither, by the name of its file; it stands in the pack under the same name. A new kind of data is one line here and one in `Pack`. */
export const dataSchemas: Readonly<Record<string, z.ZodType>> = {
  ...languageData,
  kinds: z.record(z.enum(softKinds), messages),
  helplines,
  meanings: z.partialRecord(z.enum(meanings), messages),
  ordinary: messages,
  restated,
  said,
  weighty: z.partialRecord(z.enum(weights), messages),
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
