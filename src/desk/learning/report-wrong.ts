/** A reply that staff call wrong becomes a scene: what was asked, without what belongs to one person, and what is expected instead. */
import { type Case, type StaffMember, whichCase } from '../../domain/case.ts'
import { type HandoffReason, handoffReasons } from '../../domain/handoff.ts'
import type { ProposedScene, WrongKind } from '../../domain/scene.ts'
import type { Exchange } from '../../ports/case-reader.ts'
import type { Act } from '../../ports/desk.ts'
import type { Decided, DeskDeps, Origin } from '../acts/desk-deps.ts'
import { stripPersonal } from './strip-personal.ts'

const LINES = 60

type Reported = Extract<Act, { kind: 'wrong' }>

const inWords: Readonly<Record<WrongKind, string>> = {
  fact: 'wrong fact',
  tone: 'wrong tone',
  handover: 'should have called a person',
  quiet: 'should have kept quiet',
  other: 'wrong',
}

export async function reportWrong(
  one: Case,
  staff: StaffMember,
  act: Reported,
  origin: Origin,
  { cases, drafts, proposals, wits, clock }: Pick<DeskDeps, 'cases' | 'drafts' | 'proposals' | 'wits' | 'clock'>,
): Promise<Decided> {
  const refuse = (says: string): Decided => ({ changes: [], acted: { isDone: false, says } })
  const meant = act.row === undefined ? await meantRows(one, origin, { cases, drafts }) : [act.row]
  const known = await firstKnown(one, meant, cases)
  if (known === undefined) return refuse('⛔ Reply with /wrong to what the bot said; nothing of it is known here.')
  const { row, exchange } = known
  const { what } = act
  if (what === undefined)
    return { changes: [], acted: { isDone: false, says: 'What was wrong with it?', caseId: one.id, wrongRow: row } }
  const names = [
    one.fanName,
    ...exchange.heard.map(({ name }) => name),
    ...wits().persona.handoff.staff.map(({ name }) => name),
  ]
  const scene = sceneOf(exchange, {
    what,
    words: act.words?.trim() ?? '',
    id: `wrong-${one.id.slice(0, 8)}-${row}`,
    names,
  })
  if (scene === undefined)
    return refuse('⛔ Nothing is left of what the fan said once names and numbers are taken out.')
  const id = `${one.id.slice(0, 8)}-wrong-${row}`
  await proposals.propose({ id, caseId: one.id, by: staff.name, scene, at: clock.now() })
  const says = [
    `🎬 ${scene.title}`,
    ...scene.turns.map((turn) => `fan: ${turn.says}`),
    ...expected(scene),
    'An operator’s yes puts it into scenes.yaml; mascot rehearse plays it.',
  ]
  const change = {
    ...whichCase(one),
    wrongAt: row,
    events: [{ who: staff.name, what: 'reported a wrong reply', detail: inWords[what] }],
  }
  return { changes: [change], acted: { isDone: true, says: says.join('\n'), caseId: one.id, proposalId: id } }
}

/** What answered nobody, as that somebody has the case, is no reply. */
async function firstKnown(
  one: Case,
  rows: readonly number[],
  cases: DeskDeps['cases'],
): Promise<{ readonly row: number; readonly exchange: Exchange } | undefined> {
  for (const row of rows) {
    const exchange = await cases.exchange(one.id, row)
    if (exchange) return { row, exchange }
  }
  return undefined
}

/** The message that is answered, else what the bot would say next or said, the last first: of a draft the words that were to be said. */
async function meantRows(
  one: Case,
  { by, replyTo }: Origin,
  { cases, drafts }: Pick<DeskDeps, 'cases' | 'drafts'>,
): Promise<readonly number[]> {
  const some = (row: number | undefined) => (row === undefined ? [] : [row])
  if (by && replyTo !== undefined) {
    const draft = await drafts.shownAs(by.threadId, replyTo)
    return some(draft ? await cases.lastHeard(draft.turnId) : await cases.shownRow(by.threadId, replyTo))
  }
  const [waiting] = await drafts.ofCase(one.id, 1)
  if (waiting?.state === 'open') return some(await cases.lastHeard(waiting.turnId))
  const transcript = (await cases.story(one.id, LINES))?.transcript ?? []
  const isBots = ({ speaker }: (typeof transcript)[number]) => speaker?.kind === 'bot' || speaker?.kind === 'approved'
  return transcript
    .filter(isBots)
    .map(({ row }) => row)
    .toReversed()
}

interface Made {
  readonly what: WrongKind
  /** What the right answer holds; for a handover, its reason. */
  readonly words: string
  readonly id: string
  readonly names: readonly string[]
}

function sceneOf({ heard, said, reason, answerId, surface }: Exchange, made: Made): ProposedScene | undefined {
  const { what, words, id, names } = made
  const bare = (text: string) => stripPersonal(text, names)
  const says = heard
    .map(({ text }) => bare(text))
    .filter(Boolean)
    .join('\n')
  if (says === '') return undefined
  const isCalled = heard.some(({ isMention }) => isMention)
  const by = answerId === undefined ? reason : `${reason}, ${answerId}`
  return {
    id,
    title: `${capital(inWords[what])} (it was ${by})`,
    ...(surface === 'group' ? { surface } : {}),
    turns: [
      {
        says,
        ...(surface === 'group' && isCalled ? { mention: true } : {}),
        expect: expectation(what, bare(words), said.map(bare).filter(Boolean)),
      },
    ],
  }
}

function expectation(
  what: WrongKind,
  words: string,
  said: readonly string[],
): ProposedScene['turns'][number]['expect'] {
  if (what === 'quiet') return { decision: 'silent' }
  if (what === 'handover') {
    const reason: HandoffReason | undefined = handoffReasons.find((known) => known === words.toLowerCase())
    return { decision: 'handoff', ...(reason ? { handoff: reason } : {}) }
  }
  return {
    decision: 'reply',
    ...(words === '' ? {} : { says: [words] }),
    ...(said.length > 0 ? { not: said } : {}),
  }
}

function expected({ turns }: ProposedScene): string[] {
  return turns.flatMap(({ expect: { decision, handoff, says = [], not = [] } }) => [
    ...(decision ? [`expected: ${decision}${handoff ? `, ${handoff}` : ''}`] : []),
    ...says.map((words) => `says: ${words}`),
    ...not.map((words) => `not: ${words}`),
  ])
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
