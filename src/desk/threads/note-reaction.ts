/** A fan's reaction to a person's words, told to staff in one note a message: it changes as the reaction does, and goes with it. */
import { fanCalled } from '../../domain/fan-called.ts'
import { platformOf } from '../../domain/ids.ts'
import { bot } from '../../domain/speaker.ts'
import { staffText } from '../../persona/voice/voice.ts'
import type { RelayDone, RelayTask } from '../../ports/desk-work.ts'
import type { DeskLoopDeps } from './loop-deps.ts'

const WORDS_LENGTH = 60

/** A note that is still on its way, or that its platform cannot change, is followed by another. */
export async function noteReaction(task: RelayTask, { adapterOf }: DeskLoopDeps): Promise<RelayDone> {
  const { reacted, case: one, relayId } = task
  const { staffThread } = one
  if (reacted === undefined || staffThread === undefined) return {}
  const { emojis, noteId } = reacted
  const place = { id: `reaction-${relayId}`, threadId: staffThread, surface: 'group' } as const
  const adapter = adapterOf(platformOf(staffThread))
  if (emojis.length === 0) {
    if (noteId === undefined) return { note: null }
    await adapter?.send({ kind: 'deletion', messageId: noteId, speaker: bot, ...place })
    return { note: null }
  }
  const note = { ...staffText(wordsOf(task, emojis)), ...replyTo(task) }
  if (noteId === undefined || adapter?.editMessage === undefined) return { note }
  await adapter.editMessage(staffThread, noteId, { ...note, ...place })
  return {}
}

/** Where staff wrote it in this thread the note answers that; what was written on the page is quoted. */
function wordsOf({ case: one, staffMessageId, outgoing }: RelayTask, emojis: readonly string[]): string {
  const who = `${emojis.map(shown).join(' ')} ${fanCalled(one.fanName, 'The fan')}`
  if (staffMessageId !== undefined || outgoing?.kind !== 'text') return who
  const line = outgoing.text.replaceAll(/\s+/g, ' ')
  const cut = line.length > WORDS_LENGTH ? `${line.slice(0, WORDS_LENGTH - 1).toWellFormed()}…` : line
  return `${who}, on: ${cut}`
}

function replyTo({ staffMessageId }: RelayTask): { readonly replyTo?: string } {
  return staffMessageId === undefined ? {} : { replyTo: staffMessageId }
}

/** A platform's own picture has no sign in text. */
function shown(emoji: string): string {
  return emoji.startsWith('custom:') ? '▫️' : emoji
}
