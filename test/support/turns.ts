/** A turn as the engine's stages get it, for tests of one stage: attended and recalled for real, with what is remembered given by the test. */
import type { AcceptedMessage, ConversationState, OpenCase } from '../../src/domain/conversation.ts'
import { accountId, type ConversationId, type FanId, type TurnId, threadId } from '../../src/domain/ids.ts'
import type { Turn } from '../../src/domain/turn.ts'
import { attend } from '../../src/engine/attend/attend.ts'
import type { Standing } from '../../src/engine/attend/limits.ts'
import { recall } from '../../src/engine/recall/recall.ts'
import type { Brain, Means, Recalled } from '../../src/engine/stages.ts'
import type { Recollection } from '../../src/ports/memory.ts'
import { createBrain } from '../../src/program/brain.ts'
import { type PersonaOverrides, testPersona } from './persona.ts'

/** Wednesday noon, UTC. */
export const noon = Date.UTC(2026, 10, 18, 12)
export const ana = accountId('test', 'Ana')
export const bo = accountId('test', 'Bo')

export interface TurnOverrides {
  readonly surface?: 'direct' | 'group'
  readonly state?: ConversationState
  readonly openCases?: readonly OpenCase[]
  /** Of the one message. */
  readonly message?: Partial<AcceptedMessage>
  /** After it, oldest first. */
  readonly more?: readonly Partial<AcceptedMessage>[]
}

/** One message of Ana's, in private unless told otherwise; in a group it mentions us unless told otherwise. */
export function turnOf(text: string, overrides: TurnOverrides = {}): Turn {
  const { surface = 'direct', state = {}, openCases = [], message = {}, more = [] } = overrides
  const thread = threadId('test', surface)
  const said = (one: Partial<AcceptedMessage>, index: number): AcceptedMessage => ({
    row: index + 1,
    id: String(index + 1),
    threadId: thread,
    sentAt: noon,
    author: { accountId: ana, name: 'Ana', isBot: false },
    surface,
    text,
    isMention: true,
    ...one,
  })
  return {
    id: 't' as string as TurnId,
    conversation: { id: 'c' as string as ConversationId, threadId: thread, surface, openCases, state },
    messages: [said(message, 0), ...more.map((one, index) => said(one, index + 1))],
    now: noon,
  }
}

export interface MeansOverrides extends Partial<Omit<Means, 'brain' | 'persona'>> {
  readonly standing?: Standing
  readonly remembered?: Partial<Recollection>
}

/** How a brand thinks: `recalled` fails where the turn is not for us. */
export async function thinking(persona: PersonaOverrides = {}, more: Pick<Brain, 'model'> | object = {}) {
  const brain: Brain = { ...(await createBrain(testPersona(persona), { today: '2026-11-18' })), ...more }
  return {
    brain,
    async recalled(turn: Turn, { remembered = {}, ...means }: MeansOverrides = {}): Promise<Recalled> {
      const all: Means = {
        brain,
        persona: brain.persona,
        memory: { exportFan: async () => ({}) },
        standing: 'free',
        signal: new AbortController().signal,
        ...means,
      }
      const attended = attend(turn, all)
      if ('verdict' in attended) throw new Error(`not for us: ${attended.verdict.reason}`)
      const stranger = { transcript: [], fan: { id: 'f' as string as FanId, consent: 'unasked' }, facts: [] } as const
      return await recall(attended.turn, all, {
        memory: { recall: async () => ({ ...stranger, ...remembered }) },
        shortTerm: { get: async () => undefined, set: async () => {} },
      })
    },
  }
}
