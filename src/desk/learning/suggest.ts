/** A draft in the brand's voice for staff to send or not: the model's, else the approved answer that comes closest. */
import { type Case, type StaffMember, whichCase } from '../../domain/case.ts'
import { ModelError } from '../../errors.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import { createModelView } from '../../persona/prompt/model-view.ts'
import { checkVoice } from '../../persona/voice/voice.ts'
import type { Decided, DeskDeps } from '../acts/desk-deps.ts'
import { langOf } from '../people/teams.ts'
import { speakerOf } from '../threads/who-said.ts'

const LINES = 20
/** A model that takes longer is not waited for. */
const PATIENCE_MS = 20_000

type SuggestDeps = Pick<DeskDeps, 'cases' | 'wits'>

export async function suggest(
  one: Case,
  staff: StaffMember,
  hint: string | undefined,
  deps: SuggestDeps,
): Promise<Decided> {
  const { persona } = deps.wits()
  const raw = (await fromModel(one, hint, deps)) ?? (await fromAnswers(one, hint, deps))
  const lang = langOf(one, persona)
  const { pieces } = checkVoice(persona, { text: raw ?? '', author: 'model', surface: one.surface, lang })
  const draft = pieces.join('\n')
  if (draft === '')
    return { changes: [], acted: { isDone: false, says: '⛔ Nothing fits; a model or an answer is needed.' } }
  const change = {
    ...whichCase(one),
    version: one.version,
    set: { draft },
    events: [{ who: staff.name, what: 'suggested' }],
  }
  return { changes: [change], acted: { isDone: true, says: `✍️ ${draft}`, draft, caseId: one.id } }
}

/** Undefined without a model, or when it fails. */
async function fromModel(
  one: Case,
  hint: string | undefined,
  { cases, wits }: SuggestDeps,
): Promise<string | undefined> {
  const { model, promptIn, persona } = wits()
  const story = await cases.story(one.id, LINES)
  if (!model || !story) return undefined
  const lang = langOf(one, persona)
  const talk = story.transcript
    .map(createModelView(persona).line)
    .map((line) => `${speakerOf(line, persona)}: ${JSON.stringify(line.text)}`)
  const turn = [
    `Write the next message to the fan, in ${lang}, as the brand. A person of staff reads it before it is sent.`,
    'Promise nothing that the hint does not say. Give the message alone.',
    hint ? `What it should say: ${JSON.stringify(hint)}` : '',
    'The talk so far, quoted:',
    ...talk,
  ]
  try {
    const options = { budgetKey: one.accountId ?? one.id, signal: AbortSignal.timeout(PATIENCE_MS) }
    return await model.write({ prefix: promptIn(lang).prefix, turn: turn.filter(Boolean).join('\n') }, options)
  } catch (error) {
    if (error instanceof ModelError) return undefined
    throw error
  }
}

async function fromAnswers(
  one: Case,
  hint: string | undefined,
  { cases, wits }: SuggestDeps,
): Promise<string | undefined> {
  const { knowledge, persona } = wits()
  const story = await cases.story(one.id, LINES)
  const asked = hint ?? story?.transcript.findLast(({ from }) => from === 'fan')?.text ?? ''
  const lang = langOf(one, persona)
  const [best] = knowledge.search({ text: asked, lang }).hits
  return best ? linesIn(best.answer.answer, lang, persona)[0] : undefined
}
