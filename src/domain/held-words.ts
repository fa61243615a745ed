/** Words that wait until their fan writes again, since the platform lets us say nothing before. Pure. */
import { DAY_MS } from './durations.ts'
import type { Outgoing } from './message.ts'

/** A person's words are waited for; what the bot had to say is soon about something else. */
const OF_USE_MS = { person: 30 * DAY_MS, bot: DAY_MS } as const

/** Whether a person says it: their own words, also in the brand's name, and what they let go as the bot had drafted it. */
export function isOfPerson({ speaker }: Pick<Outgoing, 'speaker'>): boolean {
  return (
    speaker.kind === 'person' ||
    speaker.kind === 'person-as-brand' ||
    ('sentBy' in speaker && speaker.sentBy !== undefined)
  )
}

/** Until when what waits for the fan's next word still matters, epoch ms. */
export function usefulUntil(outgoing: Outgoing, now: number): number {
  if (outgoing.kind === 'text' && outgoing.usefulUntil !== undefined) return outgoing.usefulUntil
  return now + OF_USE_MS[isOfPerson(outgoing) ? 'person' : 'bot']
}
