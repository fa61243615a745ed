/** What an operator says of a new persona, from flags or a talk, read into the values its files are written from. */
import { MascotError } from '../../errors.ts'
import { rangeMeant } from '../../persona/schema/hours-range.ts'
import { codeOfLanguage, notALanguage } from '../../persona/schema/language-name.ts'
import { langTag } from '../../persona/schema/parts.ts'

export interface Brief {
  readonly brand: string
  readonly name: string
  readonly adjectives: readonly string[]
  /** The first is the home language. */
  readonly languages: readonly string[]
  /** By weekday; empty: always there. */
  readonly week: Readonly<Record<string, readonly string[]>>
  readonly timeZone: string
  readonly sells: readonly string[]
  readonly never: readonly string[]
}

/** As typed; what is absent is left to its default. */
export type Typed = { readonly [Key in keyof Omit<Brief, 'week'> | 'hours']?: string }

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const HOURS_FORM = 'mon-fri 9-17, sat 10-14'

/** @throws {MascotError} `usage` */
export function readBrief(typed: Typed): Brief {
  const brand = typed.brand?.trim() ?? ''
  const name = typed.name?.trim() ?? ''
  if (brand === '' || name === '')
    throw new MascotError('usage', 'A persona needs a brand and a name: --brand, --name.')
  const languages = [...new Set(listOf(typed.languages ?? 'en').map(languageMeant))]
  return {
    brand,
    name,
    adjectives: listOf(typed.adjectives),
    languages: languages.length > 0 ? languages : ['en'],
    week: readWeek(typed.hours ?? ''),
    timeZone: readTimeZone(typed.timeZone),
    sells: listOf(typed.sells),
    never: listOf(typed.never),
  }
}

/** Its code, or its name in English or in itself: `zh-TW`, `German`, `Deutsch`. @throws {MascotError} `usage` */
function languageMeant(typed: string): string {
  if (langTag.safeParse(typed).success) return typed
  const code = codeOfLanguage(typed)
  if (code === undefined) throw new MascotError('usage', `"${typed}" ${notALanguage(typed)}`)
  return code
}

/** Commas of any script, semicolons, lines. */
const listOf = (text = ''): string[] =>
  text
    .split(/[,;，、；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `mon-fri 9-17, sat 10-14` → ranges by day. @throws {MascotError} `usage` */
export function readWeek(text: string): Record<string, readonly string[]> {
  const week: Record<string, string[]> = {}
  for (const part of listOf(text)) {
    const [, from = '', to = from, hours = ''] = /^(\p{L}+)(?:\s*[-–]\s*(\p{L}+))?\s+(.+)$/u.exec(part) ?? []
    const [first, last] = [dayOf(from), dayOf(to)]
    const range = rangeMeant(hours, 'by day')
    if (first < 0 || last < first || range === undefined)
      throw new MascotError('usage', `"${part}" is no hours: write ${HOURS_FORM}`)
    for (const day of days.slice(first, last + 1)) week[day] = [...(week[day] ?? []), range]
  }
  return week
}

/** Where a brand that says nothing of it is taken to be: where the machine is. */
export const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

const dayOf = (word: string) => days.findIndex((day) => word.toLowerCase().startsWith(day))

function readTimeZone(typed: string | undefined): string {
  const zone = typed?.trim() || ownTimeZone()
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch (cause) {
    throw new MascotError('usage', `"${zone}" is not a time zone such as Europe/Paris`, { cause })
  }
}
