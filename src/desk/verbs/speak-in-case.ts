/** Words of staff: to the fan, to each other, and what was said before said otherwise. Pure. */
import type { CaseChange } from '../../domain/case.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import { fillLine } from '../../persona/load/fill.ts'
import { langOf, teamName } from '../people/teams.ts'
import { personSays, placeOf } from './say.ts'
import { type Act, done, forAll, refuse, type Scene, taken } from './scene.ts'

const MINUTE_MS = 60_000

/** A case that waits is taken by answering it. */
export function reply(scene: Scene, text: string, asBrand: boolean, onlyTo?: string): Act {
  const { case: one, staff, persona, now, abilities, media, by } = scene
  const isTaking = one.status === 'waiting'
  const isFirst = isTaking && one.firstResponseAt === undefined
  const words = {
    ...{ text, staff, asBrand, isFirst },
    ...(media ? { media } : {}),
    ...(by ? { by } : {}),
    ...(abilities ? { maxLength: abilities.maxLength, markdown: abilities.markdown } : {}),
  }
  const spoken = new Map([one, ...scene.followers].map((each) => [each.id, personSays(words, each, persona)]))
  const refused = [...spoken.values()].find((each) => 'refused' in each)
  if (refused && 'refused' in refused) return refuse(`⛔ Not sent: ${refused.refused}.`)
  const silenceMs = persona.handoff.silenceMinutes * MINUTE_MS
  const changes = forAll(
    scene,
    (each) => {
      const words = spoken.get(each.id)
      const isHeard = onlyTo === undefined || onlyTo === each.id
      return {
        set: {
          ...(each.status === 'assigned' ? { handler: 'staff' as const } : taken(staff)),
          ...(each.firstResponseAt === undefined ? { firstResponseAt: now } : {}),
          snoozedUntil: null,
        },
        dropUnsent: true,
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
  return done(changes, isTaking ? `${staff.name} has this case.` : '')
}

export function canned(scene: Scene, name: string): Act {
  const { case: one, staff, persona } = scene
  const names = Object.keys(persona.handoff.canned)
  const lines = persona.handoff.canned[name.trim()]
  if (lines === undefined) return refuse(`⛔ There is no reply “${name}”. There are: ${names.join(', ') || 'none'}.`)
  const line = linesIn(lines, langOf(one, persona), persona)[0] ?? ''
  const values = { fan: one.fanName, persona: persona.name, brand: persona.brand.name, staff: staff.name }
  return reply(scene, fillLine(line, { ...values, team: teamName(one.team, one, persona) }), false)
}

export function noted(scene: Scene, text: string): Act {
  const { case: one, staff } = scene
  const change: CaseChange = {
    ...placeOf(one),
    notes: [{ staff: staff.name, text: text.trim() }],
    events: [{ who: staff.name, what: 'noted' }],
  }
  return done([change], '📝 Noted.')
}

export function amend({ case: one, staff, persona, target, abilities }: Scene, text: string | undefined): Act {
  if (target === undefined || target.direction !== 'out' || target.caseId !== one.id)
    return refuse('⛔ Reply to the message you mean; nothing of yours is known here.')
  if (target.state === 'dead') return refuse('⛔ That message never arrived.')
  const what = text === undefined ? 'deleted a message' : 'edited a message'
  const change = { ...placeOf(one), version: one.version, events: [{ who: staff.name, what }] }
  if (text === undefined) return done([{ ...change, amend: [{ row: target.fanRow }] }], '')
  const asBrand = target.outgoing?.speaker.kind === 'person-as-brand'
  const words = {
    ...{ text, staff, asBrand, isFirst: false },
    ...(abilities ? { maxLength: abilities.maxLength, markdown: abilities.markdown } : {}),
  }
  const spoken = personSays(words, one, persona)
  if ('refused' in spoken) return refuse(`⛔ Not changed: ${spoken.refused}.`)
  const [first, ...more] = spoken.said
  if (first === undefined || more.length > 0) return refuse('⛔ Not changed: too long for one message.')
  return done([{ ...change, amend: [{ row: target.fanRow, outgoing: first.outgoing }] }], '')
}
