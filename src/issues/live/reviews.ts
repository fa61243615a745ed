/** The timed review of what is amber or red. */

import { mayApprove } from '../../persona/leads.ts'
import type { ErrandDeps } from './errand-deps.ts'
import { stateLine, topicName } from './show-crisis.ts'
import { staffWords } from './staff-words.ts'

/** What is amber or red is not forgotten: whoever leads is asked whether it still holds. */
export async function askForReviews(deps: ErrandDeps): Promise<void> {
  const { issues, persona, clock, log } = deps
  const due = await issues.takeDueReviews(clock.now())
  for (const crisis of due) {
    log.info({ crisis: crisis.id, level: crisis.level }, 'a crisis is to be looked at again')
    const thread = await deps.thread()
    const issue = crisis.issue === undefined ? undefined : await issues.get(crisis.issue, clock.now())
    if (thread === undefined) continue
    const topic = topicName(crisis)
    const lost = crisis.statements.filter(({ approvedBy }) => !mayApprove(approvedBy.id, persona()))
    const lines = [
      `⏰ Does it still hold? ${stateLine(crisis, issue, persona(), clock.now())}`,
      ...lost.map(
        ({ lang, approvedBy }) =>
          `⚠️ ${approvedBy.name}, who approved the words in ${lang}, is no lead any more: they are not said. /crisis ${topic} say ${lang}: …`,
      ),
    ]
    const buttons = [{ label: 'Green', value: `desk:issue:crisis:${topic} green` }]
    await issues.tell(thread, [{ outgoing: staffWords(lines.join('\n'), buttons), quotes: [] }], clock.now())
  }
}
