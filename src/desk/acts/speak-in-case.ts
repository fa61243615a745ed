/** Words of staff: to the fan, to each other, and what was said before said otherwise. Pure. */

import { type Amendment, type CaseChange, whichCase } from '../../domain/case.ts'
import { atDesk } from '../../domain/colleague.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import { type Outgoing, wordsOfOutgoing } from '../../domain/message.ts'
import { replyClock } from '../../domain/reply-window.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import { fillLine } from '../../persona/load/fill.ts'
import { longestIn } from '../../persona/voice/longest-in.ts'
import { forStaff } from '../../persona/voice/voice.ts'
import type { Relayed } from '../../ports/case-reader.ts'
import { langOf, teamForFan } from '../people/teams.ts'
import { CLOSED } from '../time/reply-clock.ts'
import { introductionOf, personSays } from './say.ts'
import { forAll, type Situation, taken, withTold } from './situation.ts'
import { done, refuse, type Upshot } from './upshot.ts'

/** A case that waits is taken by answering it. */
export function reply(situation: Situation, text: string, asBrand: boolean, onlyTo?: string): Upshot {
  const { case: one, staff, persona, now, abilities, media, left, by } = situation
  if (left !== undefined) return refuse(`⛔ Not sent, nor its words: this cannot be carried there: ${left}`)
  const isTaking = one.status === 'waiting'
  const isFirst = isTaking && one.firstResponseAt === undefined
  const words = {
    ...{ text: withTold(text, situation), staff, asBrand, isFirst },
    ...(media ? { media } : {}),
    ...(by ? { by } : {}),
    ...(abilities ? { maxLength: longestIn(abilities), markdown: abilities.markdown } : {}),
  }
  const spoken = new Map([one, ...situation.followers].map((each) => [each.id, personSays(words, each, persona)]))
  const refused = [...spoken.values()].find((each) => 'refused' in each)
  if (refused && 'refused' in refused) return refuse(`⛔ Not sent: ${refused.refused}.`)
  const silenceMs = persona.handoff.silenceMinutes * MINUTE_MS
  const changes = forAll(
    situation,
    (each) => {
      const words = spoken.get(each.id)
      const isHeard = onlyTo === undefined || onlyTo === each.id
      return {
        set: {
          ...(each.status === 'assigned' ? { handler: 'staff' as const } : taken(staff, each)),
          ...(each.firstResponseAt === undefined ? { firstResponseAt: now } : {}),
          snoozedUntil: null,
        },
        dropUnsent: true,
        endsDraft: { became: 'dropped', by: staff.name },
        // A yes from now on is said to staff. In a group the open question may be another member's.
        ...(each.surface === 'direct' ? { state: { pending: undefined } } : {}),
        say: isHeard && words && 'said' in words ? words.said : [],
        timers: {
          'first-response': null,
          'next-response': null,
          snooze: null,
          silence: silenceMs > 0 ? now + silenceMs : null,
        },
        promise: 'kept' as const,
      }
    },
    asBrand ? 'answered as the brand' : 'answered',
  )
  const isWaiting = replyClock(one, now) === 'closed'
  return done(
    changes,
    [isTaking ? `${atDesk(staff)} has this case.` : '', isWaiting ? CLOSED : ''].filter(Boolean).join('\n'),
  )
}

export function canned(situation: Situation, name: string): Upshot {
  const { case: one, staff, persona } = situation
  const names = Object.keys(persona.handoff.canned)
  const lines = persona.handoff.canned[name.trim()]
  if (lines === undefined) return refuse(`⛔ There is no reply “${name}”. There are: ${names.join(', ') || 'none'}.`)
  const line = linesIn(lines, langOf(one, persona), persona)[0] ?? ''
  const values = { fan: one.fanName, persona: persona.name, brand: persona.brand.name, staff: staff.name }
  return reply(situation, fillLine(line, { ...values, team: teamForFan(one.team, one, persona) }), false)
}

/** `instead`: the words of a note of theirs, whose place these take. */
export function noted(situation: Situation, text: string, instead?: string): Upshot {
  const { case: one, staff } = situation
  if (instead !== undefined) {
    const renote = { staffId: staff.id, from: instead, to: text.trim() }
    const events = [{ who: staff.name, what: 'changed a note' }]
    return done([{ ...whichCase(one), renote, events }], '📝 The note is changed.')
  }
  const change: CaseChange = {
    ...whichCase(one),
    notes: [{ staff: staff.name, text: text.trim() }],
    events: [{ who: staff.name, what: 'noted' }],
  }
  return done([change], '📝 Noted.')
}

export function amend(
  { case: one, staff, persona, target, abilities }: Situation,
  text: string | undefined,
  ofOthers: boolean,
): Upshot {
  if (target === undefined || target.direction !== 'out' || target.caseId !== one.id)
    return refuse('⛔ Reply to the message you mean; nothing of yours is known here.')
  if (target.state === 'dead') return refuse('⛔ That message never arrived.')
  const speaker = target.outgoing?.speaker
  const isOfPerson = speaker?.kind === 'person' || speaker?.kind === 'person-as-brand'
  if (!ofOthers && isOfPerson && speaker.id !== undefined && speaker.id !== staff.id)
    return refuse(
      `⛔ ${speaker.name === staff.name ? `Another ${speaker.name}` : speaker.name} said that; reply to a message of yours.`,
    )
  const what = text === undefined ? 'deleted a message' : 'edited a message'
  const change = { ...whichCase(one), version: one.version, events: [{ who: staff.name, what }] }
  if (text === undefined) return done([{ ...change, amend: target.rows.map(({ row }) => ({ row })) }], '')
  // Of the bot's words that a person let go, the new ones stay the brand's.
  const asBrand = target.outgoing?.speaker.kind !== 'person'
  const words = {
    ...{ text, staff, asBrand, isFirst: isIntroduced(target, introductionOf(staff, one, persona)) },
    ...(abilities ? { maxLength: longestIn(abilities), markdown: abilities.markdown } : {}),
  }
  const spoken = personSays(words, one, persona)
  if ('refused' in spoken) return refuse(`⛔ Not changed: ${spoken.refused}.`)
  return done(
    [
      {
        ...change,
        amend: amendments(
          target.rows,
          spoken.said.map(({ outgoing }) => outgoing),
        ),
      },
    ],
    '',
  )
}

/** Who they are was said with it, and is said still. */
function isIntroduced({ rows, outgoing }: Relayed, introduction: string): boolean {
  const first = rows[0]?.outgoing ?? outgoing
  return introduction !== '' && first?.kind === 'text' && first.text.startsWith(introduction)
}

/** The new words over the messages there were, each with its own files: the last takes what is left, those too many go. */
function amendments(rows: Relayed['rows'], words: readonly Outgoing[]): Amendment[] {
  return rows.map(({ row, outgoing: old }, nth) => {
    const isLast = nth === rows.length - 1
    const [first, ...rest] = isLast ? words.slice(nth) : words.slice(nth, nth + 1)
    const files = old?.kind === 'text' ? filesOf(old) : {}
    if (first?.kind !== 'text')
      return old?.kind === 'text' && old.media ? { row, outgoing: { ...old, text: forStaff('') } } : { row }
    // Each piece was reviewed; together they are what staff wrote.
    const whole = [first, ...rest].map(wordsOfOutgoing).join('\n')
    return { row, outgoing: { ...first, text: rest.length > 0 ? forStaff(whole) : first.text, ...files } }
  })
}

function filesOf({ media, moreMedia, ifRefused }: Extract<Outgoing, { kind: 'text' }>) {
  return { ...(media && { media }), ...(moreMedia && { moreMedia }), ...(ifRefused && { ifRefused }) }
}
