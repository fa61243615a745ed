/** What staff do with a reply that waits: it leaves as it is or in their words, or it does not leave. Pure. */

import { type CaseChange, type Said, whichCase } from '../../domain/case.ts'
import { type Draft, wordsOfDraft } from '../../domain/draft.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import type { Outgoing } from '../../domain/message.ts'
import { longestIn } from '../../persona/voice/longest-in.ts'
import { personSays } from './say.ts'
import { type Situation, withTold } from './situation.ts'
import { done, refuse, type Upshot } from './upshot.ts'

/** `given`: other words; they leave as the brand's, and this person's on record. So do those of a draft that files are added to. */
export function sendHeld(situation: Situation, draft: Draft, given?: string): Upshot {
  const { case: one, staff, left, media, told } = situation
  const fan = fanCalled(one.fanName)
  if (left !== undefined) return refuse(`⛔ Not sent, nor its words: this cannot be carried there: ${left}`)
  const words = given ?? (media || told ? wordsOfDraft(draft) : undefined)
  const text = words === undefined ? undefined : withTold(words, situation)
  const spoken = text === undefined ? { said: asItWas(draft, situation) } : inOtherWords(draft, situation, text)
  if ('refused' in spoken) return refuse(`⛔ Not sent: ${spoken.refused}.`)
  const became = text === undefined ? 'sent' : 'edited'
  const change: CaseChange = {
    ...ended(situation, draft, became),
    say: spoken.said,
    ...(draft.thenState ? { state: stateOnceSaid(draft.thenState) } : {}),
    ...(draft.promise ? { promise: draft.promise } : {}),
    events: [{ who: staff.name, what: became === 'sent' ? 'sent a draft' : 'sent a draft in other words' }],
  }
  return done([change], became === 'sent' ? `Sent to ${fan} as it was.` : `Sent to ${fan} in your words.`)
}

export function dropHeld(situation: Situation, draft: Draft): Upshot {
  const { case: one, staff } = situation
  const change = { ...ended(situation, draft, 'dropped'), events: [{ who: staff.name, what: 'dropped a draft' }] }
  return done([change], `Dropped; ${fanCalled(one.fanName)} hears nothing of it.`)
}

/** Who comes too late is told who was first, or why it cannot be sent any more. */
export function whyGone({ state, by }: Draft, fan: string): string | undefined {
  switch (state) {
    case 'open':
      return undefined
    case 'sent':
      return `⛔ ${by || 'Somebody'} has sent this draft already.`
    case 'edited':
      return `⛔ ${by || 'Somebody'} has sent this draft already, in other words.`
    case 'dropped':
      return `⛔ ${by || 'Somebody'} has dropped this draft, or answered in its place.`
    case 'stale':
      return `⛔ Not sent: ${fanCalled(fan)} has written more since. A new draft follows, if there is something to say.`
    case 'expired':
      return '⛔ Not sent: this draft is too old. Answer with /r or /as.'
    default:
      return state satisfies never
  }
}

/** A case that held nothing but the draft is done with it, until the next one; with others joined to it, it is theirs too. */
function ended(
  { case: one, staff, now, followers }: Situation,
  { id }: Draft,
  became: 'sent' | 'edited' | 'dropped',
): CaseChange {
  const change = { ...whichCase(one), version: one.version, endsDraft: { id, became, by: staff.name } }
  if (one.reason !== 'draft' || followers.length > 0) return change
  return {
    ...change,
    set: {
      status: 'closed',
      outcome: 'handed-back',
      closedAt: now,
      snoozedUntil: null,
      ...(became === 'dropped' ? {} : { firstResponseAt: now }),
    },
    timers: { 'first-response': null, 'next-response': null, resolution: null, snooze: null, silence: null },
  }
}

function asItWas({ outgoing }: Draft, { staff }: Situation): Said[] {
  return outgoing.map((one) => ({ outgoing: letGo(one, { id: staff.id, name: staff.name }) }))
}

function letGo(outgoing: Outgoing, sentBy: { readonly id: string; readonly name: string }): Outgoing {
  const { speaker } = outgoing
  return speaker.kind === 'bot' || speaker.kind === 'approved'
    ? { ...outgoing, speaker: { ...speaker, sentBy } }
    : outgoing
}

/** What was to be pressed and seen with the words stays with them; files of staff are seen instead. */
function inOtherWords(
  { outgoing }: Draft,
  { case: one, staff, persona, abilities, by, media: files }: Situation,
  text: string,
): ReturnType<typeof personSays> {
  const limits = abilities ? { maxLength: longestIn(abilities), markdown: abilities.markdown } : {}
  const spoken = personSays(
    { text, staff, asBrand: true, isFirst: false, ...(files && { media: files }), ...(by ? { by } : {}), ...limits },
    one,
    persona,
  )
  if ('refused' in spoken) return spoken
  const texts = outgoing.flatMap((was) => (was.kind === 'text' ? [was] : []))
  const buttons = texts.flatMap((was) => was.buttons ?? [])
  const { media, replyTo } = texts[0] ?? {}
  const last = spoken.said.length - 1
  const said = spoken.said.map((each, nth): Said => {
    if (each.outgoing.kind !== 'text') return each
    return {
      ...each,
      outgoing: {
        ...each.outgoing,
        ...(nth === 0 && media && !files ? { media } : {}),
        ...(nth === 0 && replyTo ? { replyTo } : {}),
        ...(nth === last && buttons.length > 0 ? { buttons } : {}),
      },
    }
  })
  return { said }
}

function stateOnceSaid({ set, gone }: NonNullable<Draft['thenState']>): NonNullable<CaseChange['state']> {
  return { ...set, ...Object.fromEntries(gone.map((key) => [key, undefined])) }
}
