/** Between the two threads of a case: what is said to the fan and by the fan goes to staff; outcomes, edits and deletions follow. */

import { platformOf } from '../../domain/ids.ts'
import type { OutboundMessage, Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { SendError } from '../../errors.ts'
import { forStaff } from '../../persona/voice/voice.ts'
import type { RelayLine, RelayTask, Unrelayed } from '../../ports/desk-work.ts'
import { toStaff } from '../acts/say.ts'
import { relayedText } from './card.ts'
import type { DeskLoopDeps } from './loop-deps.ts'
import { carry } from './media.ts'

const BATCH = 50
const RETRY_MS = 30_000

/** Tasks that failed for now, and when they are tried again. */
export type Postponed = Map<number, number>

export async function relayLines({ work, ...deps }: DeskLoopDeps): Promise<number> {
  const found = await work.unrelayed(BATCH)
  let done = 0
  for (const one of found) {
    const lines = await Promise.all(
      one.lines.map(async (line) => ({ row: line.row, outgoing: await shown(one, line, deps) })),
    )
    if (await work.relay(one.case.id, lines, deps.clock.now())) done += lines.length
  }
  return done
}

async function shown(
  { case: one }: Unrelayed,
  { line, attachments }: RelayLine,
  { wits, adapterOf }: Pick<DeskLoopDeps, 'wits' | 'adapterOf'>,
): Promise<Outgoing> {
  const places = { from: platformOf(one.threadId), to: one.staffThread ? platformOf(one.staffThread) : '' }
  const { media, words } = await carry(attachments, places, adapterOf)
  const text = forStaff(relayedText(line, words, wits().persona, one.assignee))
  const [first] = media
  return { kind: 'text', text, speaker: bot, ...(first ? { media: first } : {}) }
}

export async function relayTasks(deps: DeskLoopDeps, postponed: Postponed): Promise<number> {
  const { work, clock, log } = deps
  const tasks = await work.tasks(BATCH)
  let done = 0
  for (const task of tasks) {
    if ((postponed.get(task.relayId) ?? 0) > clock.now()) continue
    try {
      await work.taskDone(task.relayId, clock.now(), await doTask(task, deps))
      postponed.delete(task.relayId)
      done += 1
    } catch (err) {
      if (err instanceof SendError && err.isPermanent) {
        await work.taskDone(task.relayId, clock.now(), toStaff(`⛔ It could not be changed there: ${err.message}`))
        continue
      }
      const waitMs = (err instanceof SendError ? err.retryAfterMs : undefined) ?? RETRY_MS
      log.warn({ case: task.case.id, err, waitMs }, 'a change did not reach the other thread, it is tried again')
      postponed.set(task.relayId, clock.now() + waitMs)
    }
  }
  return done
}

/** What staff are told about it. */
async function doTask(task: RelayTask, deps: DeskLoopDeps): Promise<readonly Outgoing[]> {
  if (task.todo === 'mark') return marked(task)
  return task.direction === 'out' ? await changeAtFan(task, deps) : await changeAtStaff(task, deps)
}

/** ✅ when it arrived; ⛔ with the reason when it did not. */
function marked({ state, reason, staffMessageId, case: { fanName } }: RelayTask): Outgoing[] {
  if (staffMessageId === undefined) return []
  if (state === 'sent') return [{ kind: 'reaction', emoji: '✅', messageId: staffMessageId, speaker: bot }]
  if (state === 'other') return []
  const [told] = toStaff(`⛔ It did not reach ${fanName || 'the fan'}: ${reason ?? 'unknown'}`)
  return told?.kind === 'text' ? [{ ...told, replyTo: staffMessageId }] : []
}

async function changeAtFan(
  { todo, state, target, outgoing, relayId }: RelayTask,
  { adapterOf }: DeskLoopDeps,
): Promise<Outgoing[]> {
  if (state === 'other' && todo === 'deleted') return toStaff('🗑 Deleted before it left.')
  if (state !== 'sent' || target.messageId === undefined) return []
  const adapter = adapterOf(platformOf(target.threadId))
  if (todo === 'deleted') {
    await adapter?.send({ kind: 'deletion', messageId: target.messageId, speaker: bot, ...headOf(target, relayId) })
    return toStaff('🗑 Deleted.')
  }
  if (adapter?.editMessage === undefined) return toStaff('⛔ What was sent there cannot be changed.')
  if (outgoing?.kind !== 'text') return []
  const message = { ...outgoing, ...headOf(target, relayId) }
  await adapter.editMessage(target.threadId, target.messageId, message)
  return toStaff('✏️ Changed.')
}

/** Where the platform cannot change what stands there, it is told anew. */
async function changeAtStaff(task: RelayTask, { adapterOf, wits }: DeskLoopDeps): Promise<Outgoing[]> {
  const { line, target, todo, case: one, relayId } = task
  const words =
    todo === 'deleted' || line === undefined
      ? `${one.fanName || 'Fan'}: [deleted]`
      : `${relayedText(line.line, '', wits().persona)} [edited]`
  const adapter = adapterOf(platformOf(target.threadId))
  if (target.messageId === undefined || !adapter?.editMessage) return toStaff(words)
  await adapter.editMessage(target.threadId, target.messageId, changed(words, target, relayId))
  return []
}

function headOf({ threadId, surface }: RelayTask['target'], relayId: number) {
  return { id: `relay-${relayId}`, threadId, surface }
}

function changed(words: string, target: RelayTask['target'], relayId: number): OutboundMessage {
  return { kind: 'text', text: forStaff(words), speaker: bot, ...headOf(target, relayId) }
}
