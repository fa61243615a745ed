/** Changes what was said in several messages: each reads as its part does now, those too many go, what is missing is sent behind. */
import { type OutboundMessage, SendError, type Sent, type ThreadId } from '#mascot'
import { saysNo } from '../wire/errors.ts'
import { isTs, placeOf } from '../wire/names.ts'
import { bodiesOf } from './plan.ts'
import { post, type SendDeps, sentAs, unfurls } from './send-text.ts'

/** @throws {SendError} permanent, when there is nothing to change it to */
export async function editWhole(
  deps: SendDeps,
  thread: ThreadId,
  ids: readonly string[],
  message: OutboundMessage,
): Promise<Sent> {
  if (message.kind !== 'text') throw new SendError('only words can be changed', { isPermanent: true })
  const place = placeOf(thread)
  const bodies = await bodiesOf(message, deps.buttons)
  if (bodies.length === 0) throw new SendError('there is nothing to change it to', { isPermanent: true })
  const kept: string[] = []
  for (const [nth, body] of bodies.entries()) {
    const id = ids[nth]
    if (id === undefined) kept.push(await post(deps.api, place, body, unfurls(message)))
    else if (isTs(id)) {
      await deps.api.call('chat.update', { channel: place.channel, ts: id, ...body })
      kept.push(id)
    } else throw new SendError('Slack does not let it be changed', { isPermanent: true })
  }
  for (const id of ids.slice(bodies.length)) await takeAway(deps, place.channel, id)
  return sentAs(kept)
}

/** One of ours. What is gone already is as it should be. @throws {SendError} */
export async function takeAway({ api }: Pick<SendDeps, 'api'>, channel: string, ts: string): Promise<void> {
  await api.call('chat.delete', { channel, ts }).catch((error: unknown) => {
    if (!saysNo(error, 'message_not_found')) throw error
  })
}
