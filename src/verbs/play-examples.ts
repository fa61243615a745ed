/** Plays what the persona is shown to sound like as if the model had said it: an example that could not leave teaches what nobody hears. */
import type { Bubble } from '../domain/decision.ts'
import { MINUTE_MS } from '../domain/durations.ts'
import { accountId, type ConversationId, type FanId, type TurnId, threadId } from '../domain/ids.ts'
import type { Lang } from '../domain/message.ts'
import type { Turn } from '../domain/turn.ts'
import { attend } from '../engine/attend/attend.ts'
import { ground } from '../engine/compose/ground.ts'
import { recall } from '../engine/recall/recall.ts'
import { plainSurface, review } from '../engine/review/review.ts'
import type { Brain, Means, Recalled } from '../engine/stages.ts'
import { tell } from '../engine/story.ts'
import { reply, type Verdict } from '../engine/verdict.ts'
import { word } from '../engine/word.ts'
import { ModelError } from '../errors.ts'
import type { PersonaReading } from '../persona/load/load.ts'
import type { PersonaProblem, YamlPath } from '../persona/load/problem.ts'
import type { Persona } from '../persona/persona.ts'
import { distanceExamples } from '../persona/prompt/dials.ts'
import type { Model } from '../ports/model.ts'
import { createBrain } from '../program/brain.ts'

interface Example {
  readonly path: YamlPath
  readonly what: string
  readonly fan: string
  readonly says: string
  readonly lang: Lang
}

/** A warning, with its place, for each example that would be changed, cut or replaced on its way. */
export async function playExamples(
  { persona, files }: PersonaReading,
  now: number,
): Promise<readonly PersonaProblem[]> {
  if (!persona) return []
  const brain = await createBrain(persona, { today: new Date(now).toISOString().slice(0, 10) })
  const problems: PersonaProblem[] = []
  for (const example of examplesOf(persona)) {
    const why = await stopped(example, brain, now)
    if (why === undefined) continue
    const message = `${example.what} could not leave as it stands: ${why}`
    problems.push(files.persona.problem(example.path, message, { severity: 'warning' }))
  }
  return problems
}

function examplesOf({ voice, languages }: Persona): readonly Example[] {
  const own = voice.examples.map(
    ({ fan, says, lang = languages[0] }, index): Example => ({
      path: ['voice', 'examples', index, 'says'],
      what: 'this example',
      fan,
      says,
      lang,
    }),
  )
  const ofDial: Example = {
    path: ['voice', 'distance'],
    what: 'the example that the model is shown of this distance',
    fan: 'My parcel is late.',
    says: distanceExamples[voice.distance][voice.person],
    lang: 'en',
  }
  return languages.includes('en') ? [...own, ofDial] : own
}

/** What stopped it, in an operator's words; undefined where it leaves whole. */
async function stopped(example: Example, brain: Brain, now: number): Promise<string | undefined> {
  const turn = await recalled(example, { ...brain, model: saying(example.says) }, now)
  if (!turn) return 'its fan is not heard at all'
  const verdict = await tell(turn)
  if (wasMisheard(verdict)) return `its fan is answered with ${verdict.reason} before the model is asked`
  const draft = await ground(reply('model-reply', [{ kind: 'model', text: example.says }]), turn)
  const decision = await review(word(draft, turn), turn, plainSurface)
  const said = 'bubbles' in decision ? textOf(decision.bubbles) : ''
  if (plain(said) === plain(example.says)) return undefined
  const flags = [...new Set(decision.flags)].filter((flag) => !/^(?:kind|heat):/.test(flag))
  return flags.length > 0 ? flags.join(', ') : `it would be heard as “${said}”`
}

/** Another word than the model's is no fault, where it is the persona's; a fan who is only quoted saying hello was not rude. */
function wasMisheard({ kind, reason }: Verdict): boolean {
  return kind === 'silent' || reason === 'abuse-boundary' || reason === 'spam'
}

const textOf = (bubbles: readonly Bubble[]) => bubbles.map(({ text }) => text).join('\n')
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Says the one thing, and does not write it again. */
function saying(text: string): Model {
  return {
    reply: async () => ({
      action: { kind: 'reply' },
      bubbles: [text],
      used: [],
      remember: [],
      model: 'example',
      flags: [],
    }),
    write: async () => {
      throw new ModelError('model-unreachable', 'an example is not written again', { isRetryable: false })
    },
  }
}

/** A stranger in private, with nothing said before. */
async function recalled({ fan, lang }: Example, brain: Brain, now: number): Promise<Recalled | undefined> {
  const means: Means = {
    brain,
    persona: brain.persona,
    memory: { exportFan: async () => ({}) },
    standing: 'free',
    signal: AbortSignal.timeout(MINUTE_MS),
  }
  const attended = attend(turnOf(fan, lang, now), means)
  if ('verdict' in attended) return undefined
  const nobody = { transcript: [], fan: { id: 'example' as FanId, consent: 'unasked' }, facts: [] } as const
  return await recall(attended.turn, means, {
    memory: { recall: async () => nobody },
    shortTerm: { get: async () => undefined, set: async () => {} },
  })
}

function turnOf(text: string, lang: Lang, now: number): Turn {
  const thread = threadId('example', 'fan')
  return {
    id: 'example' as TurnId,
    conversation: {
      id: 'example' as ConversationId,
      threadId: thread,
      surface: 'direct',
      openCases: [],
      state: {},
      lang,
    },
    messages: [
      {
        row: 1,
        id: '1',
        threadId: thread,
        sentAt: now,
        author: { accountId: accountId('example', 'fan'), name: 'Ana', isBot: false, lang },
        surface: 'direct',
        text,
        isMention: true,
      },
    ],
    now,
  }
}
