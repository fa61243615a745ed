/** `mascot drill`: a crisis from the first report to the last word, played in this terminal with the persona's own words; no fan is reached. */
import { createInterface } from 'node:readline'
import { systemClock } from '../clock.ts'
import { parseConfig } from '../config.ts'
import { instantOf } from '../desk/time/hours.ts'
import { MascotError } from '../errors.ts'
import type { ForeseenIssue, Persona } from '../persona/persona.ts'
import { startMascot } from '../program/mascot.ts'
import { createDrillClock } from './drill/drill-clock.ts'
import { createDrillStage, LEAD } from './drill/drill-stage.ts'
import { playDrill } from './drill/play-drill.ts'
import { logOf, setUp } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'

/** What is played where the file foresees nothing. */
const standIn: ForeseenIssue = {
  id: 'drill',
  title: 'Parcels that arrive broken',
  says: [
    'my parcel arrived broken',
    'the box was crushed and everything in it is broken',
    'my order came broken today',
  ],
  words: ['parcel', 'broken'],
  holding: { en: 'Too many parcels arrive broken just now, and we are finding out why. We write here again by noon.' },
}

export const drill: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  const issue = issueFor(persona, input.values.issue)
  const { signal } = untilInterrupted()
  const isAsking = process.stdin.isTTY === true
  const typed = isAsking ? createInterface({ input: process.stdin, output: process.stdout }) : undefined
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const clock = createDrillClock(morning(persona))
  const stage = createDrillStage(clock)
  // Nothing of what is configured takes part: no platform, no database, no model, no webhook.
  await using mascot = await startMascot({
    config: parseConfig({ DATABASE_URL: 'sqlite::memory:' }),
    persona: forDrill(persona, issue),
    adapters: [stage.adapter],
    clock,
    log: logOf(config, { level: 'error' }),
    hasNoDrafts: true,
  })
  try {
    await playDrill({
      ...{ persona, issue, isMadeUp: issue === standIn, mascot, clock, stage, say, signal },
      ...(typed ? { ask: (suggested: string) => ask(typed, suggested, signal) } : {}),
    })
  } finally {
    typed?.close()
  }
  return 0
}

/** @throws {MascotError} `usage` */
function issueFor({ issues, languages }: Persona, wanted: unknown): ForeseenIssue {
  const found = issues.find(({ id, says }) => (typeof wanted === 'string' ? id === wanted : says.length > 0))
  if (found && found.says.length > 0) return found
  if (found) throw new MascotError('usage', `"${found.id}" has no "says" in issues.yaml: how would fans report it?`)
  if (typeof wanted === 'string') {
    const known = issues.map(({ id }) => id).join(', ') || 'nothing yet'
    throw new MascotError('usage', `issues.yaml foresees no "${wanted}"; it foresees: ${known}.`)
  }
  if (languages.includes('en')) return standIn
  throw new MascotError('usage', 'issues.yaml foresees nothing that could be played: write an issue with "says" there.')
}

function forDrill(persona: Persona, issue: ForeseenIssue): Persona {
  const { manners, handoff, issues } = persona
  return {
    ...persona,
    issues: issues.includes(issue) ? issues : [...issues, issue],
    manners: { ...manners, burstMs: 0, limits: 'off', drafts: 'off' },
    handoff: { ...handoff, staff: [LEAD] },
  }
}

/** A Tuesday at ten by the brand's time. */
function morning({ manners: { timeZone } }: Persona): number {
  return instantOf({ day: 'tue', minutes: 10 * 60 }, timeZone, systemClock.now())
}

async function ask(typed: ReturnType<typeof createInterface>, suggested: string, signal: AbortSignal): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  typed.question(`🎭 Lead, Enter for ${suggested} › `, { signal }, resolve)
  typed.once('close', () => resolve('q'))
  return (await promise).trim()
}
