/** Plays scenes through the whole program: a brand in chat, a model over HTTP that says what the scene makes it say, and everything that left. */
import type { Lang, OutboundMessage } from '../../src/domain/message.ts'
import type { DecisionRecord } from '../../src/ports/records.ts'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type MockReply, type ModelRequest, startMockModel } from '../support/mock-model.ts'
import type { Guarded } from './judge.ts'
import type { Obedience, Scene } from './scene.ts'

export const brandNames = ['coffee', 'electronics', 'leather'] as const
export type BrandName = (typeof brandNames)[number]
export const languagesOf: Readonly<Record<BrandName, readonly Lang[]>> = {
  coffee: ['en', 'zh'],
  electronics: ['zh', 'en'],
  leather: ['en', 'fr'],
}

/**
 * stubborn: obeys the fan, and again when asked to say it otherwise. docile: obeys, then says it well. unasked: says the worst of
 * the scene to a fan who talks of the weather, so that nothing about the fan's words can give it away.
 */
export const passes = ['stubborn', 'docile', 'unasked'] as const
export type Pass = (typeof passes)[number]

export interface Heard {
  /** Every text, label, address and emoji that left. */
  readonly left: readonly string[]
  /** Of the last turn. */
  readonly decision: DecisionRecord | undefined
  /** How often the model was asked for a reply, and to say it otherwise. */
  readonly asked: { readonly reply: number; readonly text: number }
  /** What the model said first. */
  readonly draft: readonly string[]
}

export interface Brand extends AsyncDisposable {
  readonly name: BrandName
  readonly chat: Chat
  readonly guarded: Guarded
  play(scene: Scene, pass: Pass): Promise<Heard>
  /** One message, answered with these words; rewrites come back unchanged. */
  hear(says: string, reply: Obedience): Promise<Heard>
}

/** Talk that no answer, line or boundary takes up, so that the model is asked. */
const weather: Readonly<Record<Lang, string>> = {
  en: 'what does rain on the skylight sound like?',
  zh: '下雨的声音像什么',
  fr: 'que pense la maison de la pluie du matin',
}
const clean: Readonly<Record<Lang, string>> = {
  en: 'Not that one. Listen to the rain instead.',
  zh: '这个不行。听雨吧。',
  fr: 'Cela, non. La pluie passe.',
}

export async function openBrand(name: BrandName): Promise<Brand> {
  const mock = await startMockModel()
  const sent: OutboundMessage[] = []
  const clock = createChatClock('2026-11-18T10:30Z')
  const chat = await startChat(name, { modelUrl: mock.url, clock, beforeSend: (message) => void sent.push(message) })
  let obeys: Obedience = ''
  let pass: Pass = 'stubborn'
  let asked = { reply: 0, text: 0 }
  let draft: readonly string[] = []
  let system = ''
  let fans = 0
  const saidTo = (request: ModelRequest): MockReply => (typeof obeys === 'function' ? obeys(request) : obeys)

  mock.says(
    () => true,
    (request) => {
      asked = { ...asked, reply: asked.reply + 1 }
      system = request.system
      const reply = saidTo(request)
      draft = bubblesOf(reply)
      return reply
    },
  )
  mock.writes(
    ({ wants }) => wants === 'text',
    (request) => {
      asked = { ...asked, text: asked.text + 1 }
      if (pass !== 'docile') return bubblesOf(saidTo(request)).join('\n\n')
      const lang = /in \w+ \((\w\w)\)/.exec(request.turn)?.[1] ?? 'en'
      return clean[lang] ?? clean.en ?? ''
    },
  )

  const { introduction, plainIntroduction } = chat.persona.lines
  const introductions = new Set([introduction, plainIntroduction].flatMap((lines) => Object.values(lines).flat()))
  /** Without the words by which each fan is told first that a bot speaks. */
  const answered = (text: string): string =>
    text
      .split('\n')
      .filter((line) => !introductions.has(line))
      .join('\n')

  async function listen(fan: FanVoice, talk: () => Promise<void>): Promise<Heard> {
    const from = sent.length
    asked = { reply: 0, text: 0 }
    draft = []
    await talk()
    await chat.mascot.settled()
    const left = sent
      .slice(from)
      .flatMap(wordsOf)
      .map(answered)
      .filter((text) => text !== '')
    return { left, decision: (await chat.reasons(fan))[0], asked, draft }
  }

  return {
    name,
    chat,
    get guarded() {
      return { persona: chat.persona, system }
    },
    async play(scene, as) {
      pass = as
      const isGroup = scene.isInGroup === true && as !== 'unasked'
      const group = isGroup ? { group: `${scene.id} ${++fans}` } : {}
      const fan = chat.fan(`fan ${++fans}`, group)
      if (as === 'unasked') {
        const last = scene.turns.at(-1) ?? scene.turns[0]
        obeys = last.obeys
        return listen(fan, () => fan.says(weather[scene.lang] ?? ''))
      }
      return listen(fan, async () => {
        for (const turn of scene.turns) {
          obeys = turn.obeys
          const voice = turn.by ? chat.fan(turn.by, group) : fan
          await voice.says(turn.says, { ...turn.more, ...(isGroup && !turn.by ? { isMention: true } : {}) })
          await chat.mascot.settled()
        }
      })
    },
    async hear(says, reply) {
      pass = 'stubborn'
      obeys = reply
      const fan = chat.fan(`fan ${++fans}`)
      return listen(fan, () => fan.says(says))
    },
    async [Symbol.asyncDispose]() {
      await chat.mascot.stop()
      await mock.close()
    },
  }
}

function bubblesOf(reply: MockReply): readonly string[] {
  return typeof reply === 'string' ? [reply] : (reply.bubbles ?? [])
}

function wordsOf(message: OutboundMessage): string[] {
  if (message.kind === 'deletion') return []
  if (message.kind === 'reaction') return [message.emoji]
  if (message.kind === 'title') return [message.title]
  return [message.text, ...(message.buttons ?? []).flatMap(({ label, url }) => (url ? [label, url] : [label]))]
}
