/** What came of a form, shown on the page that follows: carried there in a cookie, for any process may serve that page. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Env } from '../../door/doorway.ts'

const MOST = 600

export interface Notice {
  readonly isDone: boolean
  readonly says: string
}

export interface Notices {
  keep(c: Context<Env>, notice: Notice): void
  /** Once. */
  take(c: Context<Env>): Notice | undefined
}

export function createNotices(isHttps: boolean): Notices {
  const nameFor = (c: Context<Env>) =>
    isHttps ? '__Secure-mascot-said' : `mascot-said-${new URL(c.req.url).port || 80}`
  const attributes = { httpOnly: true, sameSite: 'Strict', path: '/desk/lead', secure: isHttps } as const
  return {
    keep: (c, { isDone, says }) =>
      setCookie(c, nameFor(c), `${isDone ? '+' : '-'}${says.slice(0, MOST).toWellFormed()}`, {
        ...attributes,
        maxAge: 60,
      }),
    take(c) {
      const kept = getCookie(c, nameFor(c))
      if (!kept) return undefined
      setCookie(c, nameFor(c), '', { ...attributes, maxAge: 0 })
      return { isDone: kept.startsWith('+'), says: kept.slice(1) }
    },
  }
}
