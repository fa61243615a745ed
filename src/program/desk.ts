/** Builds the desk from the store, the brain and the adapters: its port, its loop, and what a message in a staff thread does. */

import { createCircleDesk } from '../community/circle/circle-desk.ts'
import { firstText } from '../community/first-desk.ts'
import { interestsText } from '../community/interests.ts'
import { createWorksDesk } from '../community/works-desk.ts'
import { createDesk } from '../desk/acts/create-desk.ts'
import type { DeskCore } from '../desk/acts/desk-deps.ts'
import { createDeskView } from '../desk/acts/desk-view.ts'
import type { LookUpDesk } from '../desk/acts/look-up-desk.ts'
import { createShopDesk } from '../desk/acts/shop-desk.ts'
import { createStaffTurn, type StaffTurn } from '../desk/acts/staff-turn.ts'
import { createWriteAnswers } from '../desk/learning/write-answers.ts'
import { createContextLink } from '../desk/people/context-link.ts'
import { createDeskDoor } from '../desk/people/desk-door.ts'
import { enlistedAs } from '../desk/people/enlisted.ts'
import { createDeskLoop, type DeskLoop } from '../desk/threads/desk-loop.ts'
import type { Uploads } from '../desk/threads/uploads.ts'
import { promisesText } from '../desk/time/promises-due.ts'
import { DAY_MS } from '../domain/durations.ts'
import type { ThreadId } from '../domain/ids.ts'
import type { Brain } from '../engine/stages.ts'
import { type AccessDoor, createAccess } from '../http/access.ts'
import { createIssueDesk } from '../issues/live/issue-desk.ts'
import { createLeadDesk } from '../issues/live/lead-desk.ts'
import type { Log } from '../log.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { Clock } from '../ports/clock.ts'
import type { DeskView } from '../ports/desk-view.ts'
import type { ToldStaff } from '../ports/issues.ts'
import type { LeadDesk } from '../ports/lead-desk.ts'
import type { ShopDesk } from '../ports/shop-desk.ts'
import type { Store } from '../ports/store.ts'
import { createWake } from '../wake.ts'
import { createKeepIssue } from './keep-issue.ts'

const PROMISES_LISTED = 20

export interface DeskParts {
  readonly desk: DeskCore
  readonly shop: ShopDesk
  readonly view: DeskView
  readonly leads: LeadDesk
  readonly access: AccessDoor
  readonly loop: DeskLoop
  readonly staffTurn: StaffTurn
  /** Rings for the desk: what staff are to see follows from what was decided and from what was sent. */
  ring(): void
}

export function createDeskParts(options: {
  readonly store: Store
  readonly brain: () => Brain
  readonly adapters: readonly Adapter[]
  readonly adapterOf: (platform: string) => Adapter | undefined
  readonly clock: Clock
  readonly log: Log
  readonly uploads: Uploads
  readonly lookUps: LookUpDesk
  /** The bytes of a picture on another site. */
  readonly picture: (url: string) => Promise<Uint8Array | undefined>
  /** Where the desk page is opened; undefined: it is not served. */
  readonly deskUrl: () => string | undefined
  /** Signs the links of `handoff.contextUrl`; absent: there are none. */
  readonly contextLinkSecret?: string
  /** What is said of issues is another now; resolves when the next turn knows it. */
  readonly onIssues: () => Promise<void>
  /** Where all leads are told of issues; undefined where staff have no chat. */
  readonly threadOfIssues: () => Promise<ThreadId | undefined>
  /** How things stand, with what is new since then. */
  readonly digestNow: (since: number) => Promise<ToldStaff>
  /** The figures up to today, in words. @throws {MascotError} `usage` */
  readonly insightsNow: (range: string) => Promise<string>
  /** answers.yaml holds new answers: they are to be spoken. */
  readonly onAnswers: () => Promise<void>
}): DeskParts {
  const { store, brain, adapterOf, clock, log, uploads } = options
  const { cases, caseChanges: changes, deskWork: work, proposals, drafts, duty, colleagues } = store
  const wake = createWake(clock)
  // What was heard is looked at once its turn is settled.
  store.onNotice((what) => what === 'heard' || wake.wake())
  const contextLink = createContextLink({
    template: () => brain().persona.handoff.contextUrl,
    secret: options.contextLinkSecret,
    clock,
  })
  const deps = { cases, wits: brain, adapterOf, clock, uploads }
  const desk = createDesk({ ...deps, changes, proposals, drafts, duty, colleagues })
  const access = createAccess({
    store: store.access,
    keyValues: store.keyValues,
    enlisted: (staff, invitedAs) => enlistedAs(staff, invitedAs, brain().persona),
    clock,
    onSignedIn: (session) => {
      const { staff } = session
      colleagues.seen(staff, clock.now()).catch((err: unknown) => log.warn({ err }, 'a colleague was not written down'))
      door.signedIn(session).catch((err: unknown) => log.warn({ err }, 'nobody was told of a sign-in'))
    },
  })
  const { keyValues } = store
  const door = createDeskDoor({ ...deps, access, keyValues, url: options.deskUrl, log })
  store.onNotice((what) => {
    if (what === 'access') access.look().catch((err: unknown) => log.warn({ err }, 'sessions could not be looked at'))
  })
  const loop = createDeskLoop({
    ...deps,
    changes,
    work,
    drafts,
    contextLink,
    desk,
    wake,
    log,
    platforms: options.adapters.map(({ platform }) => platform),
    writeAnswers: createWriteAnswers({
      ...{ proposals, cases, changes, clock },
      folder: () => brain().persona.folder,
      hasAnswers: () => brain().persona.answers.length > 0,
      onWritten: options.onAnswers,
      log,
    }),
  })
  const community = {
    persona: () => brain().persona,
    clock,
    platforms: options.adapters.map(({ platform }) => platform),
  }
  const circleDesk = createCircleDesk({ ...community, circle: store.circle, adapterOf, log })
  const aboutIssues = {
    issues: store.issues,
    persona: () => brain().persona,
    clock,
    platforms: options.adapters.map(({ platform }) => platform),
    caseIn: async (thread: ThreadId) => (await cases.byStaffThread(thread))?.conversationId,
    onChanged: options.onIssues,
    thread: options.threadOfIssues,
    log,
  }
  return {
    desk,
    shop: createShopDesk({
      ...{ desk, cases, clock, lookUps: options.lookUps, links: store.links, picture: options.picture },
      persona: () => brain().persona,
    }),
    leads: createLeadDesk({ ...aboutIssues, promises: store.promises }),
    view: createDeskView({ ...deps, keyValues, contextLink }),
    access,
    loop,
    staffTurn: createStaffTurn(desk, {
      ...{ ...deps, drafts, door },
      promises: async () => {
        const now = clock.now()
        const [open, ended] = await Promise.all([
          store.promises.open(PROMISES_LISTED),
          store.promises.ended(now - 30 * DAY_MS),
        ])
        return promisesText(open, ended, brain().persona, now)
      },
      community: async ({ name, args }, staff) =>
        name === 'circle'
          ? await circleDesk(args, staff)
          : {
              isDone: true,
              says:
                name === 'first'
                  ? await firstText({ ...community, firstWords: store.firstWords })
                  : await interestsText(store.interests, brain().persona, clock.now()),
            },
      lookUps: options.lookUps,
      works: createWorksDesk({ works: store.works, persona: () => brain().persona, clock }),
      issues: createIssueDesk({
        ...aboutIssues,
        keep: createKeepIssue({
          ...{ issues: store.issues, persona: () => brain().persona, log },
          knowledge: () => brain().knowledge,
        }),
        digestNow: options.digestNow,
        insightsNow: options.insightsNow,
      }),
    }),
    ring: () => wake.wake(),
  }
}
