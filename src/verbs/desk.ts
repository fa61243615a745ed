/** `mascot desk`: a fresh link to the desk page of the running program, for who has this machine; the program honours it through the database. */
import { systemClock } from '../clock.ts'
import { enlistedAs } from '../desk/people/enlisted.ts'
import { MascotError } from '../errors.ts'
import { createAccess } from '../http/access.ts'
import { deskBase, exposure, keptDeskUrl, linkFor, whoSignsIn } from '../program/desk-page.ts'
import type { Http } from '../program/http.ts'
import { openStore } from '../store/open-store.ts'
import { setUp } from './set-up.ts'
import type { RunVerb } from './verb.ts'

export const desk: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  if (config.databaseUrl.endsWith(':memory:'))
    throw new MascotError('usage', 'A database in memory is seen by one process alone: set DATABASE_URL to a file.')
  const who = whoSignsIn(typeof input.values.as === 'string' ? input.values.as : undefined, persona)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id })
  const access = createAccess({
    ...{ store: store.access, keyValues: store.keyValues, clock: systemClock },
    enlisted: (staff, invitedAs) => enlistedAs(staff, invitedAs, persona),
  })
  const base = deskBase(config, await keptDeskUrl(store.keyValues, config))
  process.stdout.write(`${linkWords(await linkFor(who, base, access), `${who.staff.name} (${who.role})`)}\n`)
  const danger = exposure(config)
  if (danger) process.stderr.write(`${danger}\n`)
  return 0
}

/** While nobody has ever signed in, the start shows the operator the way; on a terminal only, for a log is kept. Undefined: nothing to show. */
export async function firstDeskLink({
  isDeskKnown,
  deskLink,
}: Pick<Http, 'isDeskKnown' | 'deskLink'>): Promise<string | undefined> {
  if (!process.stdout.isTTY || (await isDeskKnown())) return undefined
  const link = await deskLink()
  return link === undefined ? undefined : `${linkWords(link, 'you')}\nLater: mascot desk, or /desk in the staff chat.`
}

function linkWords(link: string, who: string): string {
  return `The desk, for ${who}, good once within ten minutes:\n${link}`
}
