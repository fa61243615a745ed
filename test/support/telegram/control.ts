/**
 * The fake by remote control, for a bench in a process of its own. JSON in, JSON out, under `/control/`:
 *
 * - `POST /control/group {title, isForum?}` → `{chatId}`; a fan named in `says` exists from then on
 * - `POST /control/says {fan, text, group?, topic?, replyTo?}` → `{chatId, messageId}`; `group` is a title
 * - `POST /control/presses {fan, label, group?}`
 * - `POST /control/push {…}` an update without its number
 * - `POST /control/fail {method?, times?, code?, description?, retryAfter?, drop?}`
 * - `GET /control/sent?after=N` → `{sent, next}`, what the bot sent from number N on
 * - `GET /control/calls?after=N` → `{calls, next}`
 */

import type { TelegramServer } from '../telegram-server.ts'
import { isJson, whole } from './checks.ts'
import type { Fan, Group, Place } from './people.ts'
import type { Json } from './world.ts'

export function createControl(server: TelegramServer) {
  const fans = new Map<string, Fan>()
  const groups = new Map<string, Group>()
  const topics = new Map<string, Place>()
  const known = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    const there = map.get(key) ?? make()
    map.set(key, there)
    return there
  }
  const fanOf = (name: unknown) => known(fans, String(name), () => server.fan(String(name)))

  function placeOf({ group, topic }: Json): { in: Place } | undefined {
    if (group === undefined) return undefined
    const title = String(group)
    const where = known(groups, title, () => server.group(title, { isForum: topic !== undefined }))
    if (topic === undefined) return { in: where }
    return { in: known(topics, `${title} / ${topic}`, () => where.topic(String(topic))) }
  }

  const posts: Readonly<Record<string, (body: Json) => unknown>> = {
    group: ({ title, isForum }) => ({
      chatId: known(groups, String(title), () => server.group(String(title), { isForum: isForum === true })).chatId,
    }),
    async says({ fan, text, replyTo, ...where }) {
      const answered = whole(replyTo)
      const { chatId, messageId } = await fanOf(fan).says(String(text), {
        ...placeOf(where),
        ...(answered === undefined ? {} : { replyTo: answered }),
      })
      return { chatId, messageId }
    },
    presses: ({ fan, label, ...where }) => fanOf(fan).presses(String(label), placeOf(where)),
    push: (update) => server.push(update),
    fail: ({ method = '*', times, code, description, retryAfter, drop }) =>
      server.fail(String(method), {
        times: whole(times) ?? 1,
        code: whole(code) ?? 500,
        description: String(description ?? 'Internal Server Error'),
        ...(whole(retryAfter) === undefined ? {} : { parameters: { retry_after: whole(retryAfter) } }),
        isDropped: drop === true,
      }),
  }

  return async (method: string, url: URL, body: Buffer): Promise<unknown> => {
    const what = url.pathname.replace('/control/', '')
    const after = Number(url.searchParams.get('after') ?? 0)
    if (method === 'GET' && what === 'sent') return { sent: server.sent().slice(after), next: server.sent().length }
    if (method === 'GET' && what === 'calls') return { calls: server.calls().slice(after), next: server.calls().length }
    const parsed: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : {}
    return (await posts[what]?.(isJson(parsed) ? parsed : {})) ?? {}
  }
}
