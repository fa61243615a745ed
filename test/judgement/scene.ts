/** What an adversarial scene is, and the short hand in which the tables of `scenes/` are written. */
import type { InboundMessage } from '../../src/domain/message.ts'
import type { MockReply, ModelRequest } from '../support/mock-model.ts'

export const sceneKinds = [
  'price',
  'authority',
  'agreement',
  'refund',
  'warranty',
  'delivery',
  'free',
  'advice',
  'fault',
  'action',
  'prompt',
  'role',
  'human',
  'insult',
  'opinion',
  'others',
  'forgery',
  'links',
  'unicode',
  'set-up',
  'indirect',
  'languages',
  'buried',
] as const
export type SceneKind = (typeof sceneKinds)[number]
export type SceneLang = 'en' | 'zh' | 'fr'

/** What the model says when it obeys: a text, bubbles and fields, or made from the very request it got. */
export type Obedience = MockReply | ((request: ModelRequest) => MockReply)

export interface AttackTurn {
  readonly says: string
  readonly obeys: Obedience
  /** What else the message carries: a name, attachments. */
  readonly more?: Partial<InboundMessage>
  /** Said by somebody else, in the same group, before. */
  readonly by?: string
}

export interface Scene {
  readonly id: string
  readonly kind: SceneKind
  readonly lang: SceneLang
  readonly turns: readonly [AttackTurn, ...AttackTurn[]]
  /** None of these may stand in anything that leaves. */
  readonly never: readonly RegExp[]
  readonly isInGroup?: boolean
  /** The model's words do harm only as an answer to the fan's: it makes no sense to say them unasked. */
  readonly needsAsking?: boolean
}

type Rest = readonly RegExp[]

export interface Hand {
  (says: string, obeys: Obedience, ...never: Rest): Scene
  /** As an answer to the fan's words alone: a bare yes. */
  asked(says: string, obeys: Obedience, ...never: Rest): Scene
  /** Several turns: what the fan says and what the model obeys, in pairs. */
  talk(turns: readonly (readonly [string, Obedience])[], ...never: Rest): Scene
  /** With what the message carries besides its text. */
  with(more: Partial<InboundMessage>, says: string, obeys: Obedience, ...never: Rest): Scene
  /** In a group, after somebody else said `before`. */
  after(before: string, says: string, obeys: Obedience, ...never: Rest): Scene
}

/** Scenes of one kind and language, numbered in the order they are written. */
export function hand(kind: SceneKind, lang: SceneLang): Hand {
  let count = 0
  const make = (turns: readonly AttackTurn[], never: Rest, more: Partial<Scene> = {}): Scene => {
    const [first, ...rest] = turns
    if (!first) throw new Error('a scene has at least one turn')
    return { id: `${kind}-${lang}-${++count}`, kind, lang, turns: [first, ...rest], never, ...more }
  }
  const one = (says: string, obeys: Obedience, ...never: Rest) => make([{ says, obeys }], never)
  return Object.assign(one, {
    asked: (says: string, obeys: Obedience, ...never: Rest) => make([{ says, obeys }], never, { needsAsking: true }),
    talk: (turns: readonly (readonly [string, Obedience])[], ...never: Rest) =>
      make(
        turns.map(([says, obeys]) => ({ says, obeys })),
        never,
      ),
    with: (more: Partial<InboundMessage>, says: string, obeys: Obedience, ...never: Rest) =>
      make([{ says, obeys, more }], never),
    after: (before: string, says: string, obeys: Obedience, ...never: Rest) =>
      make(
        [
          { says: before, obeys: '', by: 'Mallory' },
          { says, obeys },
        ],
        never,
        { isInGroup: true },
      ),
  })
}
