/** What fans are called: LINE tells a name only to who asks. Whoever is slow to answer is heard without one. */
import { DAY_MS, SECOND_MS } from '#mascot'
import type { Api } from '../wire/api.ts'
import type { Place } from './inbound.ts'

/** A push is to be answered within a second or two. */
const PATIENCE_MS = SECOND_MS
const KEPT_MS = DAY_MS
const MOST = 2_000

export interface People {
  /** Empty where nothing is known. */
  nameOf(place: Place): Promise<string>
}

export function createPeople(api: Api, now: () => number): People {
  const known = new Map<string, { readonly name: string; readonly until: number }>()
  return {
    async nameOf({ kind, id, userId }) {
      if (userId === undefined) return ''
      const key = `${id} ${userId}`
      const before = known.get(key)
      if (before && before.until > now()) return before.name
      const of = encodeURIComponent(userId)
      const path = kind === 'user' ? `/v2/bot/profile/${of}` : `/v2/bot/${kind}/${encodeURIComponent(id)}/member/${of}`
      const name = await api.get(path, PATIENCE_MS).then(
        ({ displayName }) => (typeof displayName === 'string' ? displayName : ''),
        () => '',
      )
      known.delete(key)
      if (name !== '') known.set(key, { name, until: now() + KEPT_MS })
      for (const one of known.keys()) if (known.size > MOST) known.delete(one)
      return name
    },
  }
}
