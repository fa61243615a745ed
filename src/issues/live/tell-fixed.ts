/** You said, we did: whoever reported what is fixed now, and wanted to know, is told once, in private, about when they wrote themselves. */
import type { Report } from '../../domain/issue.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import { fillLine } from '../../persona/load/fill.ts'
import type { Persona } from '../../persona/persona.ts'
import { checkVoice } from '../../persona/voice/voice.ts'
import type { ErrandDeps } from './errand-deps.ts'

const AT_ONCE = 50

export async function tellFixed({ issues, persona, clock, log }: ErrandDeps): Promise<void> {
  const due = await issues.toTell(clock.now(), AT_ONCE)
  for (const { report, news } of due) {
    const isTold = await issues.tellFan(report, wordsFor(report, news, persona()), clock.now())
    if (isTold) log.info({ issue: report.issue, thread: report.threadId }, 'a reporter was told that it is fixed')
  }
}

/** In the language they wrote in, where it is spoken and words were given. */
function wordsFor(report: Report, news: Readonly<Record<string, readonly string[]>>, persona: Persona): Outgoing[] {
  const [home] = persona.languages
  const lang = report.lang !== undefined && persona.languages.includes(report.lang) ? report.lang : home
  const variants = linesIn(persona.lines.issueFixed, lang, persona)
  const line = variants[report.id % Math.max(1, variants.length)] ?? ''
  const said = fillLine(line, { fan: report.name, persona: persona.name, brand: persona.brand.name })
  const text = [said, ...(news[lang] ?? [])].join('\n')
  const { pieces } = checkVoice(persona, { text, author: 'line', surface: 'direct', lang })
  return pieces.map((piece): Outgoing => ({ kind: 'text', text: piece, speaker: bot, lang }))
}
