/** What is said to the fan and by the fan goes to staff, with all its files. */
import { platformOf } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { forStaff } from '../../persona/voice/voice.ts'
import type { RelayLine, Unrelayed } from '../../ports/desk-work.ts'
import { relayedText } from './card.ts'
import type { DeskLoopDeps } from './loop-deps.ts'
import { carry, named } from './media.ts'

const BATCH = 50

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
  const { media, left } = await carry(attachments, places, adapterOf)
  const worded = (words: string) => forStaff(relayedText(line, words, wits().persona, one.assignee))
  const [first, ...more] = media
  return {
    ...{ kind: 'text', text: worded(left.map(named).join('\n')), speaker: bot, showsRow: line.row },
    ...(first && {
      media: first,
      ifRefused: worded(attachments.map((attachment) => named({ attachment })).join('\n')),
    }),
    ...(more.length > 0 && { moreMedia: more }),
  }
}
