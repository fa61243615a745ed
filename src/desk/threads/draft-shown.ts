/** A draft as its staff thread shows it: the words, why the bot would say them, and what became of them. Pure. */

import { type Draft, whyDrafted, wordsOfDraft } from '../../domain/draft.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import type { Button, Outgoing } from '../../domain/message.ts'
import { staffText } from '../../persona/voice/voice.ts'

/** What every platform takes in one message, so that it can be changed in place. */
const LENGTH = 1_900

export function draftShown(draft: Draft, fan: string, persona: string): Outgoing {
  const who = fanCalled(fan)
  const parts = [headOf(draft, who), wordsOfDraft(draft), ...besideWords(draft)]
  const isOpen = draft.state === 'open'
  if (isOpen)
    parts.push(
      '———',
      `Why: ${whyDrafted(draft)}`,
      `Reply to this with other words, and ${who} hears those as ${persona}.`,
    )
  const text = parts.filter((part) => part !== '').join('\n')
  const short = text.length > LENGTH ? `${text.slice(0, LENGTH - 1).toWellFormed()}…` : text
  return { ...staffText(short), ...(isOpen ? { buttons: buttonsOf(draft) } : {}) }
}

function headOf({ state, by }: Draft, fan: string): string {
  switch (state) {
    case 'open':
      return `✍️ Draft for ${fan}, not sent yet:`
    case 'sent':
      return `✅ Sent by ${by ?? 'staff'} as it was:`
    case 'edited':
      return `✏️ Sent by ${by ?? 'staff'} in other words. The draft was:`
    case 'dropped':
      return `🗑 Not sent${by ? ` (${by})` : ''}:`
    case 'stale':
      return `♻️ Out of date, ${fan} has written since:`
    case 'expired':
      return `⌛ Nobody sent this in time, ${fan} still waits:`
    default:
      return state satisfies never
  }
}

function besideWords({ outgoing }: Draft): string[] {
  return outgoing.flatMap((one) => {
    if (one.kind !== 'text') return []
    const buttons = (one.buttons ?? []).map(({ label, url }) => `[${label}${url ? `: ${url}` : ''}]`)
    return [...(one.media ? [`[${one.media.kind}]`] : []), ...(buttons.length > 0 ? [buttons.join(' ')] : [])]
  })
}

function buttonsOf({ id }: Draft): Button[] {
  return [
    { label: 'Send', value: `desk:dsend:${id}` },
    { label: 'Edit', value: `desk:dedit:${id}` },
    { label: 'Drop', value: `desk:ddrop:${id}` },
  ]
}
