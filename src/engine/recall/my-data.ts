/** `/mydata`: what is kept of a fan, told to the fan in words. The whole export, as JSON, is the operator's `mascot export`. */
import type { Lang } from '../../domain/message.ts'
import type { Recalled } from '../stages.ts'
import type { Saying } from '../verdict.ts'

type MyData = Extract<Saying, { kind: 'my-data' }>

interface Words {
  readonly messages: (count: number) => string
  readonly facts: string
  readonly noFacts: string
  readonly consent: Readonly<Record<'unasked' | 'asked' | 'yes' | 'no', string>>
  readonly handoffs: (count: number) => string
  readonly forget: string
}

const english: Words = {
  messages: (count) => `Kept of you: ${count} ${count === 1 ? 'message' : 'messages'} of yours.`,
  facts: 'What you let me remember:',
  noFacts: 'I have noted no facts about you.',
  consent: {
    unasked: 'I have not asked whether I may remember things.',
    asked: 'You have not said whether I may remember things.',
    yes: 'You said I may remember things.',
    no: 'You said I may not remember things.',
  },
  handoffs: (count) => `Cases passed to our people: ${count}.`,
  forget: 'To have all of it deleted: /forget',
}

const words: Readonly<Record<Lang, Words>> = {
  en: english,
  zh: {
    messages: (count) => `我们保存着你的 ${count} 条消息。`,
    facts: '你同意我记住的：',
    noFacts: '没有记下任何关于你的事。',
    consent: {
      unasked: '还没问过你能不能记事。',
      asked: '你还没回答能不能记事。',
      yes: '你同意过我记事。',
      no: '你说过不要记事。',
    },
    handoffs: (count) => `转给人工的事：${count} 件。`,
    forget: '要全部删除，发送 /forget',
  },
  fr: {
    messages: (count) => `Conservés à votre sujet : ${count} ${count === 1 ? 'message' : 'messages'} de vous.`,
    facts: 'Ce qu’il m’est permis de retenir :',
    noFacts: 'Aucun fait noté à votre sujet.',
    consent: {
      unasked: 'La question de retenir des choses n’a pas été posée.',
      asked: 'Vous n’avez pas dit si des choses peuvent être retenues.',
      yes: 'Vous avez permis que des choses soient retenues.',
      no: 'Vous avez refusé que des choses soient retenues.',
    },
    handoffs: (count) => `Dossiers transmis à nos équipes : ${count}.`,
    forget: 'Pour tout supprimer : /forget',
  },
}

export async function myData({ memory, author }: Recalled): Promise<MyData> {
  const { messages = [], handoffs = [] } = await memory.exportFan(author.accountId)
  const own = messages.filter(({ direction }) => direction === 'in')
  return { kind: 'my-data', messages: own.length, handoffs: handoffs.length }
}

export function myDataText({ messages, handoffs }: MyData, turn: Recalled): string {
  const text = words[turn.lang] ?? english
  const facts = turn.facts.map((fact) => `· ${fact.key}: ${fact.value}`)
  return [
    text.messages(messages),
    ...(facts.length > 0 ? [text.facts, ...facts] : [text.noFacts]),
    text.consent[turn.fan.consent],
    text.handoffs(handoffs),
    text.forget,
  ].join('\n')
}
