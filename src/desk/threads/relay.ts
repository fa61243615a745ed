/** What is said to the fan and by the fan goes to staff, with all its files. */
import { platformOf } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { forStaff } from '../../persona/voice/voice.ts'
import type { RelayLine, Unrelayed } from '../../ports/desk-work.ts'
import { deskLine } from '../acts/say.ts'
import { relayedText } from './card.ts'
import type { DeskLoopDeps } from './loop-deps.ts'
import { carry, isFile, named } from './media.ts'

const BATCH = 50

export async function relayLines({ work, ...deps }: DeskLoopDeps): Promise<number> {
  const found = await work.unrelayed(BATCH)
  let done = 0
  for (const one of found) {
    const lines = await Promise.all(
      one.lines.map(async (line) => {
        const { outgoing, isLost } = await carried(one, line, deps)
        return { row: line.row, outgoing, ...(isLost && { tellFan: lostFile(one, line, deps) }) }
      }),
    )
    if (await work.relay(one.case.id, lines, deps.clock.now())) done += lines.length
  }
  return done
}

/** A file did not pass: who sent it is told so at once. */
function lostFile({ case: one }: Unrelayed, { line }: RelayLine, { wits }: Pick<DeskLoopDeps, 'wits'>): Outgoing[] {
  const { messageId } = line
  return deskLine('fileLost', one, wits().persona).map(({ outgoing }) =>
    outgoing.kind === 'text' && messageId !== undefined ? { ...outgoing, replyTo: messageId } : outgoing,
  )
}

/** `after`: what stands behind the words. */
export async function shown(...[one, line, deps, after]: Parameters<typeof carried>): Promise<Outgoing> {
  return (await carried(one, line, deps, after)).outgoing
}

async function carried(
  { case: one }: Pick<Unrelayed, 'case'>,
  { line, attachments }: RelayLine,
  { wits, adapterOf }: Pick<DeskLoopDeps, 'wits' | 'adapterOf'>,
  after = '',
): Promise<{ readonly outgoing: Outgoing; readonly isLost: boolean }> {
  const places = { from: platformOf(one.threadId), to: one.staffThread ?? one.threadId }
  const { media, left } = await carry(attachments, places, adapterOf)
  const isLost = line.from === 'fan' && left.some(isFile)
  const worded = (words: string) => forStaff(relayedText(line, words, wits().persona, one.assignee) + after)
  const [first, ...more] = media
  const outgoing: Outgoing = {
    ...{ kind: 'text', text: worded(left.map(named).join('\n')), speaker: bot },
    ...(first && {
      media: first,
      ifRefused: worded(attachments.map((attachment) => named({ attachment })).join('\n')),
    }),
    ...(more.length > 0 && { moreMedia: more }),
  }
  return { outgoing, isLost }
}
