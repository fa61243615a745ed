/** Who members are: Slack tells only an id, and a name to who asks. Whoever is slow to be told is heard without one. */
import { DAY_MS, SECOND_MS } from '#mascot'
import type { Api, Data } from '../wire/api.ts'
import { part, text } from '../wire/data.ts'
import type { Known } from './inbound.ts'

/** A push is to be answered within three seconds. */
export const PATIENCE_MS = SECOND_MS
const KEPT_MS = DAY_MS
const MOST = 5_000

export interface People {
  /** Asks for those who are not known yet; never throws. */
  meet(users: readonly string[]): Promise<void>
  of(user: string): Known | undefined
}

export function createPeople(api: Api, now: () => number): People {
  const known = new Map<string, Known & { readonly until: number }>()
  async function ask(user: string): Promise<void> {
    if ((known.get(user)?.until ?? 0) > now() || !/^[UW]/.test(user)) return
    const said = await api.call('users.info', { user, include_locale: true }, PATIENCE_MS).catch(() => undefined)
    if (!said) return
    known.delete(user)
    known.set(user, { ...memberOf(part(said, 'user')), until: now() + KEPT_MS })
    for (const one of known.keys()) if (known.size > MOST) known.delete(one)
  }
  return {
    async meet(users) {
      await Promise.all(users.map(ask))
    },
    of: (user) => known.get(user),
  }
}

function memberOf(user: Data): Known {
  const profile = part(user, 'profile')
  const lang = /^[a-z]{2,3}/.exec(text(user.locale))?.[0]
  return {
    name: text(profile.display_name) || text(profile.real_name) || text(user.real_name) || text(user.name),
    ...(lang !== undefined && { lang }),
    ...((user.is_admin === true || user.is_owner === true) && { isAdmin: true }),
    ...(user.is_bot === true && { isBot: true }),
  }
}
