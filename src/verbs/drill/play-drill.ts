/** What happens in a drill: reports, a wave, amber, red, the review, fixed, green, and who is told. The lead types, or has typed for them. */
import { setImmediate } from 'node:timers/promises'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../domain/durations.ts'
import type { ForeseenIssue, Persona } from '../../persona/persona.ts'
import type { Mascot } from '../../program/mascot.ts'
import type { DrillClock } from './drill-clock.ts'
import { type DrillStage, fanThread, leadThread } from './drill-stage.ts'

export interface Drill {
  readonly persona: Persona
  readonly issue: ForeseenIssue
  /** The file foresees nothing: this is played in its stead. */
  readonly isMadeUp: boolean
  readonly mascot: Mascot
  readonly clock: DrillClock
  readonly stage: DrillStage
  /** Shows a line. */
  readonly say: (line: string) => void
  /** What the lead types; empty: what was suggested. If absent, the lead has typed for them what is suggested each time. */
  readonly ask?: (suggested: string) => Promise<string>
  readonly signal: AbortSignal
}

const reporters = ['Ana', 'Bo', 'Cy', 'Di', 'Eli', 'Flo', 'Gus', 'Hal', 'Ivy'] as const
/** A loop looks anew when so much has passed. */
const STEP_MS = 6 * SECOND_MS
const MARK = '🎭'

const MADE_UP =
  'This trouble was made up: write those that you foresee into issues.yaml, and play them with their own words.'

class Ended extends Error {}

/** Until the story is over, or the lead leaves it. */
export async function playDrill(drill: Drill): Promise<void> {
  const { say, issue, persona } = drill
  say(
    `${MARK} DRILL: “${issue.title}”. No fan hears of it, nothing is kept, and no platform, model or webhook takes part.`,
  )
  try {
    await story(drill)
  } catch (error) {
    if (!(error instanceof Ended) && !drill.signal.aborted) throw error
  }
  say(`\n${MARK} The drill is over. ${drill.isMadeUp ? MADE_UP : lacking(issue, persona)}`.trimEnd())
}

async function story(drill: Drill): Promise<void> {
  const { issue, persona, mascot, clock, say } = drill
  const saying = (at: number) => issue.says[at % issue.says.length] ?? issue.title
  scene(drill, 'Fans report')
  for (const [at, name] of reporters.entries()) await fan(drill, name, saying(at))
  await until(drill, async () => (await mascot.store.issues.thread()) !== undefined, 2 * MINUTE_MS)
  await pass(drill, STEP_MS)
  await showNews(drill)
  const found = await mascot.store.issues.list(clock.now())
  const number = found.find(({ fileId }) => fileId === issue.id)?.number ?? found[0]?.number ?? 1

  scene(drill, 'Amber: on the topic approved words alone')
  await lead(drill, `/crisis ${number} amber 2h`)
  await fan(drill, 'Jo', saying(0))
  await ordinaryQuestion(drill)

  scene(drill, 'Red: a statement that somebody stands behind')
  await lead(drill, `/crisis ${number} red 1h`)
  if (Object.keys(issue.holding ?? {}).length > 0) await lead(drill, `/crisis ${number} say file`)
  else if (drill.ask) await lead(drill, `/crisis ${number} say ${persona.languages[0]}: …`, { isToBeWritten: true })
  await fan(drill, 'Kim', saying(1))
  await fan(drill, 'Kim', yes(persona))
  await fan(drill, 'Kim', saying(2))
  const waiting = await mascot.desk.list()
  say(`   ${waiting.length} ${waiting.length === 1 ? 'case waits' : 'cases wait'} for a person.`)

  scene(drill, 'An hour later')
  clock.advance(HOUR_MS)
  await pass(drill, 2 * MINUTE_MS)
  await showNews(drill)

  scene(drill, 'It is mended')
  await lead(drill, `/issue ${number} state fixed`)
  await lead(drill, `/crisis ${number} green yes`)

  scene(drill, 'A day later, at the hour at which they wrote')
  clock.advance(DAY_MS - 90 * MINUTE_MS)
  await pass(drill, 3 * MINUTE_MS)
  for (const name of [...reporters, 'Jo', 'Kim']) showFan(drill, name)
}

function scene({ say }: Drill, title: string): void {
  say(`\n${MARK} ── ${title}`)
}

/** A minute of the drill goes by with each message. */
async function fan(drill: Drill, name: string, text: string): Promise<void> {
  const { stage, mascot, clock, say, signal } = drill
  signal.throwIfAborted()
  say(`   ${name}: ${text}`)
  await stage.fanSays(name, text)
  await mascot.settled()
  clock.advance(MINUTE_MS)
  await pass(drill, STEP_MS)
  showFan(drill, name)
}

function showFan({ stage, persona, say }: Drill, name: string): void {
  for (const words of stage.freshIn(fanThread(name))) say(indented(`${persona.name} → ${name}: ${words}`, '      '))
}

/** Whatever the lead types besides is done too, and the suggestion stands until it is taken or passed over. */
async function lead(drill: Drill, suggested: string, { isToBeWritten = false } = {}): Promise<void> {
  const { ask, signal } = drill
  for (;;) {
    signal.throwIfAborted()
    const typed = ask ? await ask(isToBeWritten ? 'no words; or type them as' : suggested).catch(() => 'q') : ''
    if (typed === 'q') throw new Ended()
    if (typed === '' && isToBeWritten) return
    await leadTypes(drill, typed === '' ? suggested : typed)
    if (typed === '') return
  }
}

async function leadTypes(drill: Drill, text: string): Promise<void> {
  const { stage, mascot, say } = drill
  say(`   Lead: ${text}`)
  await stage.leadSays(text)
  await mascot.settled()
  await pass(drill, STEP_MS)
  for (const words of stage.freshIn(leadThread)) say(indented(words, '      '))
}

/** What has nothing to do with it is answered as ever. */
async function ordinaryQuestion(drill: Drill): Promise<void> {
  const [other] = drill.persona.answers
  const [asks] = other?.asks ?? []
  if (asks !== undefined) await fan(drill, 'Lee', asks)
}

async function showNews({ mascot, stage, say }: Drill): Promise<void> {
  const thread = await mascot.store.issues.thread()
  for (const words of thread === undefined ? [] : stage.freshIn(thread)) say(indented(words, '   📣 '))
}

async function pass({ clock, mascot }: Drill, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    clock.advance(STEP_MS)
    await setImmediate()
    await mascot.settled()
  }
}

async function until(drill: Drill, holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  for (let passed = 0; passed < withinMs && !(await holds()); passed += STEP_MS) await pass(drill, STEP_MS)
}

function yes({ languages }: Persona): string {
  return languages[0] === 'zh' ? '好' : 'yes'
}

function lacking({ holding = {}, answer = {} }: ForeseenIssue, { languages }: Persona): string {
  const without = (words: Readonly<Record<string, unknown>>) => languages.filter((lang) => !(lang in words))
  const missing = [
    ...(without(answer).length > 0 ? [`no answer in ${without(answer).join(', ')}`] : []),
    ...(without(holding).length > 0 ? [`no holding statement in ${without(holding).join(', ')}`] : []),
  ]
  return missing.length > 0 ? `In issues.yaml it has ${missing.join(' and ')}.` : ''
}

function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map((line, at) => `${at === 0 ? by : ' '.repeat(by.length)}${line}`)
    .join('\n')
}
