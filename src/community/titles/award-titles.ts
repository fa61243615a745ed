/** Titles are given, shown, hidden and taken back, now and then: by what was seen in a group alone, and as its platform can show it. */

import { DAY_MS, MINUTE_MS } from '../../domain/durations.ts'
import { type AccountId, platformOf, type ThreadId } from '../../domain/ids.ts'
import { readableIn } from '../../domain/standing.ts'
import { earnedTitle, type HeldTitle, type TitleShown } from '../../domain/title.ts'
import { SendError } from '../../errors.ts'
import { textIn } from '../../persona/lines/localise.ts'
import type { Adapter } from '../../ports/adapter.ts'
import type { GroupOfFan, Titles } from '../../ports/titles.ts'
import { type InviteDeps, invite } from '../circle/invite.ts'
import { type StandingSources, wholeStanding } from '../standing/with-works.ts'

const AT_ONCE = 50
/** What fades is looked at again after this. */
const LOOK_MS = 7 * DAY_MS
/** A platform that is in trouble is asked again after this. */
const AGAIN_MS = 10 * MINUTE_MS

export interface TitleDeps extends InviteDeps, StandingSources {
  readonly titles: Titles
  readonly adapterOf: (platform: string) => Adapter | undefined
}

export async function awardTitles(deps: TitleDeps): Promise<void> {
  const { titles, clock, log } = deps
  for (const account of await titles.due(clock.now(), AT_ONCE)) {
    try {
      const isAny = await look(account, deps)
      const waits = await invite(account, await wholeStanding(account, deps), deps)
      const again = waits ?? (isAny ? LOOK_MS : undefined)
      await titles.looked(account, clock.now(), again === undefined ? undefined : clock.now() + again)
    } catch (err) {
      if (!(err instanceof SendError)) throw err
      log.info({ reason: err.message }, 'a title could not be shown yet')
      await titles.looked(account, clock.now(), clock.now() + AGAIN_MS)
    }
  }
}

/** Whether there is anything that will fade. */
async function look(account: AccountId, deps: TitleDeps): Promise<boolean> {
  const { titles, persona, clock } = deps
  const now = clock.now()
  const { choices, evidence } = await wholeStanding(account, deps)
  const [groups, held] = await Promise.all([titles.groupsOf(account), titles.heldBy([account])])
  const places = new Map<ThreadId, GroupOfFan>([...groups, ...held].map((place) => [place.threadId, place]))
  for (const { conversation, threadId } of places.values()) {
    const has = held.find((one) => one.conversation === conversation)
    const seen = readableIn({ id: conversation, isGroup: true }, evidence)
    const earned = earnedTitle(persona().community.titles, seen, { held: has?.title, now })
    const isHidden = choices.hiddenAt !== undefined
    if (!earned) {
      if (has) await takeBack(has, choices.offAt !== undefined, deps)
      continue
    }
    const name = textIn(earned.name, persona().languages[0], persona())
    const isSame = has?.title === earned.id && has.name === name
    if (isSame && (has.shown === 'hidden') === isHidden) continue
    const was = has?.shown === 'label' ? has.name : undefined
    const shown = await label({ accountId: account, threadId }, { ...(isHidden ? {} : { now: name }), was }, deps)
    const as: TitleShown = isHidden ? 'hidden' : shown ? 'label' : 'words'
    if (isSame) await titles.show(has.id, as)
    else await titles.give({ accountId: account, conversation, title: earned.id, name, since: now, shown: as })
  }
  return evidence.length > 0 || held.length > 0
}

async function takeBack(held: HeldTitle, isQuiet: boolean, deps: TitleDeps): Promise<void> {
  await unlabel(held, deps)
  await deps.titles.end(held.id, deps.clock.now(), isQuiet)
}

/** Beside the name nothing stands any more. */
export async function unlabel(
  held: Pick<HeldTitle, 'accountId' | 'threadId' | 'shown' | 'name'>,
  deps: Pick<TitleDeps, 'adapterOf'>,
): Promise<void> {
  if (held.shown === 'label') await label(held, { was: held.name }, deps)
}

/** @throws {SendError} where the platform has to be asked again */
async function label(
  { accountId, threadId }: Pick<HeldTitle, 'accountId' | 'threadId'>,
  { now, was }: { readonly now?: string; readonly was: string | undefined },
  { adapterOf }: Pick<TitleDeps, 'adapterOf'>,
): Promise<boolean> {
  const adapter = adapterOf(platformOf(threadId))
  if (!adapter?.setTitle || (now === undefined && was === undefined)) return false
  return await adapter.setTitle(threadId, accountId, {
    ...(now === undefined ? {} : { now }),
    ...(was === undefined ? {} : { was }),
  })
}
