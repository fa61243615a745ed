/** Questions without an answer as an operator works them: grouped, with the closest answer; accepted, merged or dismissed, each once. */
import { idFrom } from '../desk/learning/answer-id.ts'
import { askOfTaken } from '../desk/learning/ask-of-taken.ts'
import { changeFile, whyUnwritten } from '../desk/learning/change-file.ts'
import { phrasingsIn } from '../desk/learning/phrasings.ts'
import { stripPersonal } from '../desk/learning/strip-personal.ts'
import { wholeAnswer } from '../desk/learning/whole-answer.ts'
import { isOperator } from '../desk/people/staff.ts'
import type { StaffMember } from '../domain/case.ts'
import { DAY_MS } from '../domain/durations.ts'
import type { Report } from '../domain/issue.ts'
import type { Brain } from '../engine/stages.ts'
import { suggestAnswers } from '../insights/suggest-answers.ts'
import type { Log } from '../log.ts'
import { withAnswer } from '../persona/load/answers-file.ts'
import { withPhrasings } from '../persona/load/phrasings-file.ts'
import { ownWordsOf } from '../persona/own-words.ts'
import { checkVoice } from '../persona/voice/voice.ts'
import type { AnswerDesk, AskedGroup } from '../ports/answer-desk.ts'
import type { Clock } from '../ports/clock.ts'
import type { Acted } from '../ports/desk.ts'
import type { IssueStore } from '../ports/issues.ts'
import type { KeyValues } from '../ports/key-values.ts'

const DAYS = 30
const MOST = 2_000
const EXAMPLES = 5
const PHRASINGS = 6
/** How long it is known that somebody dealt with a question: longer than it is shown. */
const KNOWN_MS = 2 * DAYS * DAY_MS
/** So close that a little more of the same would have given it. */
const NEAR = 0.5

export interface AnswerDeskDeps {
  readonly issues: Pick<IssueStore, 'unanswered'>
  readonly keyValues: Pick<KeyValues, 'sums' | 'add'>
  readonly brain: () => Brain
  /** answers.yaml is another now: it is to be spoken. */
  readonly onWritten: () => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

const refused = (says: string): Acted => ({ isDone: false, says: `⛔ ${says}` })
const keyOf = (report: number) => `answers::dealt-with::${report}`

export function createAnswerDesk(deps: AnswerDeskDeps): AnswerDesk {
  const { issues, keyValues, brain, clock, log } = deps

  async function open(): Promise<readonly Report[]> {
    const all = await issues.unanswered(clock.now() - DAYS * DAY_MS, MOST)
    const sums = await keyValues.sums(all.map(({ id }) => keyOf(id)))
    return all.filter((_, at) => (sums[at] ?? 0) === 0)
  }

  const count = async (reports: readonly number[], amount: number) =>
    await Promise.all(reports.map((id) => keyValues.add(keyOf(id), amount, clock.now() + KNOWN_MS)))

  /** Of two who reach for the same questions, the later is told; what could not be done is open again. */
  async function once(reports: readonly number[], staff: StaffMember, work: () => Promise<string>): Promise<Acted> {
    if (!isOperator(staff, brain().persona)) return refused('An operator decides about answers.')
    const [first] = reports
    if (first === undefined) return refused('Which questions?')
    const sums = await count(reports, 1)
    if (sums.some((sum) => sum > 1)) {
      await count(reports, -1)
      return refused('Somebody has dealt with some of these questions meanwhile: look at the list anew.')
    }
    try {
      return { isDone: true, says: await work() }
    } catch (err) {
      await count(reports, -1)
      log.error({ err }, 'answers.yaml could not be changed')
      return refused(whyUnwritten(err, brain().persona.folder))
    }
  }

  /** Who could not do it anyhow is asked nothing back. */
  const isOpenTo = async (staff: StaffMember, reports: readonly number[]) =>
    isOperator(staff, brain().persona) && (await keyValues.sums(reports.map(keyOf))).every((sum) => (sum ?? 0) === 0)

  const write = async (change: (text: string) => string) => {
    await changeFile(brain().persona.folder, { file: 'answers.yaml', part: 'answers' }, { change })
    await deps.onWritten()
  }

  return {
    async groups() {
      const found = await open()
      return groupsOf(found, brain())
    },
    async accept({ reports, asks, lang, words, home = '', owner, sure }, staff) {
      const { persona, knowledge } = brain()
      const { pieces } = checkVoice(persona, { text: words, author: 'approved', surface: 'direct', lang })
      const said = pieces.join('\n')
      if (said === '' || asks.length === 0) return refused('An answer needs words, and a question that asks for it.')
      const id = idFrom(asks[0] ?? 'answer', new Set(persona.answers.map((one) => one.id)))
      const answer = wholeAnswer({ id, asks, answer: { [lang]: said }, ...(owner ? { owner } : {}) }, home, persona)
      if (answer === undefined)
        return refused(`Every answer needs words in ${persona.languages[0]}: write them beside those in ${lang}.`)
      const asked = (await isOpenTo(staff, reports)) ? askOfTaken(asks, knowledge, sure) : undefined
      if (asked) return asked
      return await once(reports, staff, async () => {
        await write((text) => withAnswer(text, answer))
        log.info({ answer: id, by: staff.name }, 'a question without an answer has one')
        return `“${id}” stands in answers.yaml.`
      })
    },
    async merge({ reports, asks, into, sure }, staff) {
      if (!brain().persona.answers.some(({ id }) => id === into)) return refused(`There is no answer “${into}”.`)
      if (asks.length === 0) return refused('Which phrasings?')
      const asked = (await isOpenTo(staff, reports)) ? askOfTaken(asks, brain().knowledge, sure, into) : undefined
      if (asked) return asked
      return await once(reports, staff, async () => {
        await write((text) => withPhrasings(text, into, asks))
        log.info({ answer: into, by: staff.name }, 'an answer is asked for in more ways')
        return `“${into}” is asked for by these too.`
      })
    },
    dismiss: (reports, staff) => once(reports, staff, async () => 'They are not shown any more.'),
    mayDecide: (staff) => isOperator(staff, brain().persona),
    answers: () => brain().persona.answers.map(({ id, asks }) => ({ id, ask: asks[0] ?? id })),
    languages: () => brain().persona.languages,
  }
}

function groupsOf(reports: readonly Report[], { persona, knowledge }: Brain): readonly AskedGroup[] {
  const byId = new Map(reports.map((report) => [String(report.id), report]))
  const questions = reports.map(({ id, text = '' }) => ({ id: String(id), text }))
  const groups = suggestAnswers(questions, persona.languages).map(({ ids }) => ids)
  const grouped = new Set(groups.flat())
  const alone = questions.filter(({ id }) => !grouped.has(id)).map(({ id }) => [id])
  return [...groups, ...alone].flatMap((ids) => {
    const members = ids.flatMap((id) => byId.get(id) ?? [])
    const names = members.map(({ name }) => name)
    const examples = [...new Set(members.map(({ text = '' }) => bare(text, names, persona)))].filter(Boolean)
    const [first] = examples
    if (first === undefined) return []
    const lang = members.find((one) => one.lang !== undefined)?.lang ?? persona.languages[0]
    const phrasings = examples.flatMap((text) => phrasingsIn([text], { names, lang, persona }).slice(0, 1))
    const [best] = knowledge.search({ text: first, lang }).hits
    return [
      {
        ...{ title: first, questions: members.length, people: new Set(members.map(({ accountId }) => accountId)).size },
        ...{ examples: examples.slice(0, EXAMPLES), reports: members.map(({ id }) => id), lang },
        phrasings: [...new Set(phrasings)].slice(0, PHRASINGS),
        ...(best && best.score > 0
          ? { closest: { id: best.answer.id, ask: best.answer.asks[0] ?? '', isNear: best.score >= NEAR } }
          : {}),
      },
    ]
  })
}

function bare(text: string, names: readonly string[], persona: Brain['persona']): string {
  return stripPersonal(text, names, ownWordsOf(persona)).replaceAll(/\s+/g, ' ').trim()
}
