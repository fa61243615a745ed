/** What members do with buttons of ours and commands of the app → inbound messages. Pure. */
import { type InboundMessage, readCommand, sound } from '#mascot'
import type { Data } from '../wire/api.ts'
import { list, part, text } from '../wire/data.ts'
import { accountOf, isPrivate, OURS, threadOf, timeOf } from '../wire/names.ts'
import { type Reader, threadIn } from './inbound.ts'

/** A button that leads elsewhere is told of as well, and has no value. `value` is as it came back. */
export function pressed(payload: Data, reader: Reader): readonly InboundMessage[] {
  const [container, user] = [part(payload, 'container'), part(payload, 'user')]
  const channel = text(part(payload, 'channel').id) || text(container.channel_id)
  const id = text(user.id)
  if (payload.type !== 'block_actions' || channel === '' || id === '') return []
  const ours = list(payload.actions).filter((one) => text(one.action_id).startsWith(OURS) && text(one.value) !== '')
  const at = { ts: container.message_ts, thread_ts: part(payload, 'message').thread_ts ?? container.thread_ts }
  return ours.map((action) =>
    sound({
      ...{ threadId: threadIn(channel, at), id: `press-${text(action.action_ts)}` },
      sentAt: timeOf(action.action_ts) ?? 0,
      author: authorOf(id, text(user.username) || text(user.name), reader),
      surface: isPrivate(channel) ? 'direct' : 'group',
      ...{ text: text(part(action, 'text').text), isMention: true, button: text(action.value) },
      ...(container.is_ephemeral === true && !isPrivate(channel) && { isForUsAlone: true }),
      ...(channel === reader.staffChannel && { isStaffThread: true }),
    }),
  )
}

/** `/pip help`: behind the app's own command stands one of ours, or words. Nobody else sees it. `signedAt`: epoch seconds. */
export function commanded(form: Data, signedAt: string, reader: Reader): InboundMessage | undefined {
  const [channel, user] = [text(form.channel_id), text(form.user_id)]
  if (channel === '' || user === '') return undefined
  const words = text(form.text).trim()
  const command = readCommand(`/${words.replace(/^\//, '')}`)
  const isOurs = command !== undefined && (reader.commands.has(command.name) || words.startsWith('/'))
  const isDirect = isPrivate(channel)
  return sound({
    ...{ threadId: threadOf(channel), id: `command-${text(form.trigger_id)}-${signedAt}.0` },
    sentAt: timeOf(signedAt) ?? 0,
    author: authorOf(user, text(form.user_name), reader),
    surface: isDirect ? 'direct' : 'group',
    ...{ text: isOurs ? `/${words.replace(/^\//, '')}` : words, isMention: true },
    ...(isOurs && { command }),
    ...(words === '' && { text: '/start', command: { name: 'start', args: '' } }),
    ...(!isDirect && { isForUsAlone: true }),
    ...(channel === reader.staffChannel && { isStaffThread: true }),
  })
}

function authorOf(user: string, shown: string, { member }: Reader): InboundMessage['author'] {
  const known = member(user)
  return {
    ...{ accountId: accountOf(user), name: known?.name || shown, isBot: false },
    ...(known?.isAdmin && { isAdmin: true }),
    ...(known?.lang !== undefined && { lang: known.lang }),
  }
}
