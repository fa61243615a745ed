/** Sessions and the record: who is signed in where, ended from here, and what was done. */
import type { Hono } from 'hono'
import { nameAtDesk } from '#mascot'
import type { ApiDeps, Ask } from '../api-deps.ts'
import { Refusal } from '../refusal.ts'
import type { AuditList, SessionList } from '../wire.ts'
import { bodyOf } from './body-of.ts'
import { type Env, isLead } from './doorway.ts'
import { read, requests } from './requests.ts'

const AUDIT = 200

export function addSessionRoutes(api: Hono<Env>, { context, doorway }: ApiDeps): void {
  const { access, desk } = context
  const end = async (c: Ask, id: string, detail: string) => {
    if (await access.endSession(id))
      await access.record({ who: c.get('session').staff, what: 'session-ended', about: id, detail })
  }
  api.post('/sign-out', async (c) => {
    read(requests.nothing, await bodyOf(c))
    await end(c, c.get('session').id, 'signed out')
    doorway.leave(c)
    return c.json({})
  })
  api.get('/sessions', async (c) => {
    const own = c.get('session')
    const [all, namesakes] = await Promise.all([access.sessions(), desk.namesakes()])
    const list: SessionList = {
      sessions: all
        .filter(({ staff }) => isLead(own) || staff.id === own.staff.id)
        .map(({ id, staff, role, openedAt, expiresAt, browser }) => ({
          ...{
            id,
            name: nameAtDesk(staff.id, staff.name, namesakes),
            role,
            openedAt,
            expiresAt,
            browser,
            isThis: id === own.id,
          },
        })),
    }
    return c.json(list)
  })
  api.post('/sessions/:id/end', async (c) => {
    read(requests.nothing, await bodyOf(c))
    const own = c.get('session')
    const meant = (await access.sessions()).find(({ id }) => id === c.req.param('id'))
    const isOwn = meant?.staff.id === own.staff.id
    if (!isOwn && !isLead(own)) throw new Refusal(403, 'lead-only', 'Only a lead ends the sessions of others.')
    if (meant === undefined) throw new Refusal(404, 'no-session', 'That session has ended already.')
    await end(
      c,
      meant.id,
      isOwn ? 'ended by its owner' : `of ${nameAtDesk(meant.staff.id, meant.staff.name, await desk.namesakes())}`,
    )
    if (meant.id === own.id) doorway.leave(c)
    return c.json({})
  })
  api.get('/audit', async (c) => {
    if (!isLead(c.get('session'))) throw new Refusal(403, 'lead-only', 'Only a lead reads the record.')
    const about = c.req.query('about')
    const [entries, namesakes] = await Promise.all([
      access.audit({ limit: AUDIT, ...(about ? { about } : {}) }),
      desk.namesakes(),
    ])
    const list: AuditList = {
      entries: entries.map(({ who, ...entry }) => ({ ...entry, who: nameAtDesk(who.id, who.name, namesakes) })),
    }
    return c.json(list)
  })
}
