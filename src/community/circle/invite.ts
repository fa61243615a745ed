/** A fan of a kind who may be written to first is invited to the circle, in private and once for all time. */
import { DAY_MS } from '../../domain/durations.ts'
import { firstAgainMs, firstWithinMs, maySpeakFirst } from '../../domain/first-word.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { kindsOf, readableIn, type Standing } from '../../domain/standing.ts'
import { english } from '../../hearing/packs/english.ts'
import { packs } from '../../hearing/packs/packs.ts'
import type { Log } from '../../log.ts'
import { firstRulesOf } from '../../persona/first-rules.ts'
import type { Persona } from '../../persona/persona.ts'
import { checkVoice } from '../../persona/voice/voice.ts'
import type { Circle } from '../../ports/circle.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FirstWords } from '../../ports/first-words.ts'

export interface InviteDeps {
  readonly circle: Circle
  readonly firstWords: FirstWords
  readonly persona: () => Persona
  readonly clock: Clock
  readonly log: Log
}

/** In ms, when it is worth looking again; undefined where nothing waits. */
export async function invite(account: AccountId, standing: Standing, deps: InviteDeps): Promise<number | undefined> {
  const { circle, firstWords, persona, clock, log } = deps
  const { choices, evidence } = standing
  const wanted = persona().community.circle
  const isOpenTo = choices.firstAt !== undefined && choices.circle === undefined && choices.offAt === undefined
  if (!wanted || !isOpenTo) return undefined
  const now = clock.now()
  const talk = await circle.talkWith(account)
  if (!talk) return undefined
  const seen = readableIn({ id: talk.conversation, isGroup: false }, evidence)
  const fits = kindsOf(seen, now).some(({ kind, strength }) => wanted.kinds.includes(kind) && strength >= wanted.from)
  if (!fits) return undefined
  const said = await firstWords.about(account, talk.conversation, now - firstWithinMs)
  const may = maySpeakFirst('circle-invitation', said, firstRulesOf(persona()), { isGroup: false, now })
  if (may !== 'may') return may === 'quiet' ? firstAgainMs : DAY_MS
  if (await circle.invite(account, talk, wordsIn(talk.lang ?? persona().languages[0], persona()), now))
    log.info({ thread: talk.threadId }, 'a fan was invited to the circle')
  return undefined
}

function wordsIn(lang: string, persona: Persona): readonly Outgoing[] {
  const pack = packs[lang]
  const text = (pack?.standing ?? english.standing).circleAsk
  const labels = pack?.texts?.labels ?? english.texts.labels
  const { pieces } = checkVoice(persona, { text, author: 'approved', surface: 'direct', lang })
  const buttons = [
    { label: labels.yes, value: 'command:circle:yes' },
    { label: labels.no, value: 'command:circle:no' },
  ]
  return pieces.map(
    (piece, at): Outgoing => ({
      ...{ kind: 'text', text: piece, speaker: bot, lang },
      ...(at === pieces.length - 1 ? { buttons } : {}),
    }),
  )
}
