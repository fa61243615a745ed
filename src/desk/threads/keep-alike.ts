/** What became of words on their way between the two threads of a case: that they arrived, and that either side changed or deleted them later. */
import { ofOurs } from '../../domain/beside.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import { platformOf } from '../../domain/ids.ts'
import type { OutboundMessage, Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { SendError } from '../../errors.ts'
import { staffText } from '../../persona/voice/voice.ts'
import type { Adapter } from '../../ports/adapter.ts'
import type { RelayDone, RelayTask } from '../../ports/desk-work.ts'
import { toStaff } from '../acts/say.ts'
import { relayedLine } from './card.ts'
import { changedWords } from './changed-words.ts'
import type { DeskLoopDeps } from './loop-deps.ts'
import { isFile } from './media.ts'
import { noteReaction } from './note-reaction.ts'
import { type Postponed, stillPostponed } from './postponed.ts'
import { lostFiles, relayed, shown, whenAndWhere } from './relay.ts'
import { fanShown } from './who-said.ts'

const BATCH = 50
const RETRY_MS = 30_000

export async function relayTasks(deps: DeskLoopDeps, postponed: Postponed<RelayTask['relayId']>): Promise<number> {
  const { work, clock, log } = deps
  const tasks = await work.tasks(BATCH, stillPostponed(postponed, clock.now()))
  const told = new Set<string>()
  let done = 0
  for (const task of tasks) {
    try {
      await work.taskDone(task, clock.now(), onceEach(await doTask(task, deps), task, told))
      done += 1
    } catch (err) {
      if (err instanceof SendError && err.isPermanent) {
        await work.taskDone(task, clock.now(), { tell: toStaff(`⛔ It could not be changed there: ${err.message}`) })
        continue
      }
      const waitMs = (err instanceof SendError ? err.retryAfterMs : undefined) ?? RETRY_MS
      log.warn({ case: task.case.id, err, waitMs }, 'a change did not reach the other thread, it is tried again')
      postponed.set(task.relayId, clock.now() + waitMs)
    }
  }
  return done
}

/** What was said in several messages is changed in several tasks, and told once. */
function onceEach(done: RelayDone, { case: { id }, todo, direction }: RelayTask, told: Set<string>): RelayDone {
  if (todo === 'mark' || direction === 'in' || done.tell === undefined) return done
  const key = `${id} ${todo}`
  if (!told.has(key)) {
    told.add(key)
    return done
  }
  return done.parts ? { parts: done.parts } : {}
}

async function doTask(task: RelayTask, deps: DeskLoopDeps): Promise<RelayDone> {
  switch (task.todo) {
    case 'mark':
      return { tell: marked(task) }
    case 'reacted':
      return await noteReaction(task, deps)
    case 'lost':
      return refused(task, deps)
    case 'follow':
      return await following(task, deps)
    case 'refiled':
      return await refiled(task, deps)
    case 'retold':
    case 'retracted':
      return await actAnew(task, deps)
    case 'edited':
    case 'unquoted':
    case 'deleted':
      return task.direction === 'out' ? await changeAtFan(task, deps) : await changeAtStaff(task, deps)
    default:
      return task.todo satisfies never
  }
}

function refused(task: RelayTask, deps: DeskLoopDeps): RelayDone {
  const files = (task.line?.attachments ?? []).map((attachment) => ({ attachment })).filter(isFile)
  return task.line && files.length > 0 ? { tellFan: lostFiles(task, task.line, deps, files) } : {}
}

/** What the card does not hold whole follows it. */
async function following({ line, case: one }: RelayTask, deps: DeskLoopDeps): Promise<RelayDone> {
  if (line === undefined) return {}
  const { outgoing, tellFan } = await relayed(one, line, deps)
  return { show: outgoing, ...(tellFan && { tellFan }) }
}

/** ✅ when it arrived; ⛔ with the reason when it did not. */
function marked({ state, reason, staffMessageId, case: { fanName } }: RelayTask): Outgoing[] {
  if (staffMessageId === undefined) return []
  if (state === 'sent') return [{ kind: 'reaction', emoji: '✅', messageId: staffMessageId, speaker: bot }]
  if (state === 'other') return []
  const fan = fanCalled(fanName)
  const [told] = toStaff(
    state === 'held'
      ? `⏳ It waits: the platform lets us write to ${fan} again once they write. It leaves first then, with a word of apology.`
      : `⛔ It did not reach ${fan}: ${reason ?? 'unknown'}`,
  )
  return told?.kind === 'text' ? [{ ...told, replyTo: staffMessageId }] : []
}

/** Files cannot be put in the place of others everywhere: a fan's message is shown to staff anew, and of theirs they are told that it stays here. */
async function refiled(task: RelayTask, deps: DeskLoopDeps): Promise<RelayDone> {
  const { direction, line, case: one } = task
  if (direction === 'in') return line ? await inPlaceOf(task, await shown(task, line, deps, ['edited']), deps) : {}
  return {
    tell: toStaff(
      `⛔ Your change did not reach ${fanCalled(one.fanName)}: a file of it is another now. Send it with /r.`,
    ),
  }
}

/**
 * A copy of a fan's file stands at staff as long as the fan's own does: then it is taken down, and `now` shows the message, also to
 * whatever is done with it later.
 */
async function inPlaceOf(
  { target: { messageId, parts, ...target }, relayId }: RelayTask,
  now: Outgoing,
  { adapterOf }: DeskLoopDeps,
): Promise<RelayDone> {
  const adapter = adapterOf(platformOf(target.threadId))
  const staying: string[] = []
  for (const copy of parts ?? (messageId === undefined ? [] : [messageId])) {
    const deletion = { kind: 'deletion', messageId: copy, speaker: bot, ...headOf(target, relayId) } as const
    await adapter?.send(deletion).catch((error: unknown) => {
      if (!(error instanceof SendError) || !error.isPermanent) throw error
      staying.push(copy)
    })
  }
  const tell = staying.flatMap((replyTo) =>
    toStaff('⛔ The fan took this back, and it cannot be deleted from here. Please delete it by hand.').map((words) =>
      words.kind === 'text' ? { ...words, replyTo } : words,
    ),
  )
  return { show: now, ...(tell.length > 0 && { tell }) }
}

/** Staff changed their own message where they wrote it: the same as `/edit` and `/delete` of it. */
async function actAnew(task: RelayTask, deps: DeskLoopDeps): Promise<RelayDone> {
  const { todo, case: one, staffMessage, fanRow } = task
  const { desk } = deps
  const notCarried = (why: string): RelayDone => ({
    tell: toStaff(`⛔ Your change did not reach ${fanCalled(one.fanName)}: ${why}`),
  })
  const staff = staffMessage && desk.staffMember(staffMessage.author.accountId, staffMessage.author.name)
  if (staffMessage === undefined || staff === undefined) return notCarried('you are not on the staff list.')
  if (todo === 'retracted') {
    const { isDone, says } = await desk.act(one.id, staff, { kind: 'delete', row: fanRow })
    return isDone ? {} : notCarried(says)
  }
  const changed = await changedWords(task, staffMessage, deps)
  if (changed.whyNot !== undefined) return notCarried(changed.whyNot)
  const { isDone, says } = await desk.act(one.id, staff, { kind: 'edit', text: changed.text, row: fanRow })
  return isDone ? {} : notCarried(says)
}

async function changeAtFan(
  { todo, state, target, outgoing, relayId, isRest }: RelayTask,
  { adapterOf }: DeskLoopDeps,
): Promise<RelayDone> {
  if (state === 'other' && todo === 'deleted') return isRest ? {} : { tell: toStaff('🗑 Deleted before it left.') }
  if (state !== 'sent' || target.messageId === undefined) return {}
  const adapter = adapterOf(platformOf(target.threadId))
  if (todo === 'deleted') {
    for (const messageId of target.parts ?? [target.messageId])
      await adapter?.send({ kind: 'deletion', messageId, speaker: bot, ...headOf(target, relayId) })
    return isRest ? {} : { tell: toStaff('🗑 Deleted.') }
  }
  if (outgoing?.kind !== 'text') return {}
  const parts = await changeWhole({ ...outgoing, ...headOf(target, relayId) }, target, adapter)
  return parts === undefined
    ? { tell: toStaff('⛔ What was sent there cannot be changed.') }
    : { tell: toStaff('✏️ Changed.'), parts }
}

/** Where the platform cannot change what stands there, it is told anew. */
async function changeAtStaff(task: RelayTask, deps: DeskLoopDeps): Promise<RelayDone> {
  const { adapterOf, wits } = deps
  const { line, target, todo, case: one, relayId } = task
  const { persona } = wits()
  const words =
    todo === 'deleted' || line === undefined
      ? staffText(`${fanShown(one.fanName || 'Fan', one.accountId, persona, one)}:\n${ofOurs('deleted')}`)
      : relayedLine(line.line, todo === 'edited' ? ['edited'] : [], persona, {
          ...{ ...one, assignee: undefined },
          said: whenAndWhere(one, line),
        })
  if (todo === 'deleted' && task.stoodWithFiles) return await inPlaceOf(task, words, deps)
  const text = { ...words, ...headOf(target, relayId) }
  const parts = await changeWhole(text, target, adapterOf(platformOf(target.threadId)))
  return parts === undefined ? { tell: [words] } : { parts }
}

/** The ids of the messages that it is now; undefined where that cannot be done. */
async function changeWhole(
  message: OutboundMessage,
  { threadId, messageId, parts }: RelayTask['target'],
  adapter: Adapter | undefined,
): Promise<readonly string[] | undefined> {
  if (messageId === undefined) return undefined
  if (adapter?.editWhole) {
    const sent = await adapter.editWhole(threadId, parts ?? [messageId], message)
    return sent.parts ?? [sent.messageId]
  }
  if (parts !== undefined || adapter?.editMessage === undefined) return undefined
  await adapter.editMessage(threadId, messageId, message)
  return [messageId]
}

function headOf({ threadId, surface }: RelayTask['target'], relayId: number) {
  return { id: `relay-${relayId}`, threadId, surface }
}
