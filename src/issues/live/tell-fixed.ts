/**
 * You said, we did: whoever suggested something, or reported what is fixed now and wanted to know, is told once what became of it, so that
 * nobody else sees it, about when they wrote themselves.
 */
import { isOfRound } from '../../domain/circle.ts'
import { DAY_MS } from '../../domain/durations.ts'
import { firstWithinMs, maySpeakFirst } from '../../domain/first-word.ts'
import type { Report } from '../../domain/issue.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { firstRulesOf } from '../../persona/first-rules.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import { fillLine } from '../../persona/load/fill.ts'
import type { Persona } from '../../persona/persona.ts'
import { checkVoice } from '../../persona/voice/voice.ts'
import type { FirstWords } from '../../ports/first-words.ts'
import type { ErrandDeps } from './errand-deps.ts'

const AT_ONCE = 50
/** How long news of what is fixed stay news, where they have to wait for the fan's next word. */
const NEWS_MS = 30 * DAY_MS

export interface TellFixedDeps extends ErrandDeps {
  readonly firstWords: FirstWords
}

export async function tellFixed({ issues, firstWords, persona, clock, log }: TellFixedDeps): Promise<void> {
  const due = await issues.toTell(clock.now(), AT_ONCE)
  for (const { report, news, isDone } of due) {
    // What waits for its hour or its week is due again in a minute.
    if (!(await mayTell(report, { firstWords, persona, clock }))) continue
    const isTold = await issues.tellFan(report, wordsFor(report, news, persona(), isDone, clock.now()), clock.now())
    if (isTold) log.info({ issue: report.issue, thread: report.threadId }, 'a reporter was told that it is fixed')
  }
}

/** Inside the one budget for what is said unasked, and in their hours. */
async function mayTell(
  { accountId, conversationId }: Report,
  { firstWords, persona, clock }: Pick<TellFixedDeps, 'firstWords' | 'persona' | 'clock'>,
): Promise<boolean> {
  const now = clock.now()
  const said = await firstWords.about(accountId, conversationId, now - firstWithinMs)
  return maySpeakFirst('issue-news', said, firstRulesOf(persona()), { isGroup: false, now }) === 'may'
}

/** In the language they wrote in, where it is spoken and words were given. */
function wordsFor(
  report: Report,
  news: Readonly<Record<string, readonly string[]>>,
  persona: Persona,
  isDone: boolean,
  now: number,
): Outgoing[] {
  const [home] = persona.languages
  const lang = report.lang !== undefined && persona.languages.includes(report.lang) ? report.lang : home
  const { issueFixed, issueDone, issueWont } = persona.lines
  const fate = !isDone
    ? issueWont
    : report.answerId !== undefined && isOfRound(report.answerId)
      ? issueDone
      : issueFixed
  const variants = linesIn(fate, lang, persona)
  const line = variants[report.id % Math.max(1, variants.length)] ?? ''
  const said = fillLine(line, { fan: report.name, persona: persona.name, brand: persona.brand.name })
  const text = [said, ...(news[lang] ?? [])].join('\n')
  const { pieces } = checkVoice(persona, { text, author: 'line', surface: 'direct', lang })
  // Who reported in a group is told there alone, else in private, else not.
  const onlyFor = report.isInGroup ? { onlyFor: report.accountId } : {}
  return pieces.map(
    (piece): Outgoing => ({
      ...{ kind: 'text', text: piece, speaker: bot, lang, ...onlyFor },
      ...{ usefulUntil: now + NEWS_MS, mayGoElsewhere: true },
    }),
  )
}
