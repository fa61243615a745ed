/** What is answered together: a burst, a storm, and never more than that. */
import { describe, expect, it } from 'vitest'
import type { AcceptedMessage, Conversation } from '../../src/domain/conversation.ts'
import { accountId, type ConversationId, type TurnId, threadId } from '../../src/domain/ids.ts'
import type { Surface } from '../../src/domain/message.ts'
import type { Weight } from '../../src/domain/weight.ts'
import { type StormSigns, turnOf } from '../../src/inbox/turn-of.ts'

const thread = threadId('test', 'group')
const storm: StormSigns = {
  isAddressed: ({ text }) => text.includes('pip'),
  needsPerson: ({ text }) => text.includes('fire'),
}

/** `Ana: pip, open?` a line each, oldest first, `12 Ana: …` in minute 12; a text that begins with a slash is a command. */
function unread(lines: readonly string[], surface: Surface = 'group'): [AcceptedMessage, ...AcceptedMessage[]] {
  const messages = lines.map((line, index): AcceptedMessage => {
    const [, minute = '0', name = '', text = ''] = /^(?:(\d+) )?(\w+): (.*)$/.exec(line) ?? []
    return {
      row: index + 1,
      id: String(index + 1),
      threadId: thread,
      sentAt: Number(minute) * 60_000,
      author: { accountId: accountId('test', name), name, isBot: name.startsWith('Robo') },
      surface,
      text,
      isMention: false,
      ...(text.startsWith('/') ? { command: { name: text.slice(1), args: '' } } : {}),
    }
  })
  const [first, ...rest] = messages
  if (!first) throw new Error('at least one line')
  return [first, ...rest]
}

const weightOf = ({ text }: AcceptedMessage): Weight => (text.includes('fire') ? 2 : text.includes('pip') ? 1 : 0)

function rows(
  lines: readonly string[],
  options: { surface?: Surface; burst?: 'together' | 'each'; isWeighed?: true } = {},
): number[] {
  const { surface = 'group', burst = 'together', isWeighed } = options
  const conversation: Conversation = {
    id: 'c' as string as ConversationId,
    threadId: thread,
    surface,
    openCases: [],
    state: {},
  }
  const id = 't' as string as TurnId
  const [first, ...rest] = unread(lines, surface)
  const weighed = (one: AcceptedMessage): AcceptedMessage => (isWeighed ? { ...one, weight: weightOf(one) } : one)
  return turnOf(conversation, [weighed(first), ...rest.map(weighed)], { burst, storm, id, now: 0 }).messages.map(
    ({ row }) => row,
  )
}

describe('a burst', () => {
  it('in a group is one member’s, whoever talks in between', () => {
    expect(rows(['Ana: pip', 'Bo: hi all', 'Ana: are you open?'])).toEqual([1, 3])
  })

  it('ends at a command, which is a turn of its own', () => {
    expect(rows(['Ana: pip', 'Ana: /help', 'Ana: open?'])).toEqual([1])
    expect(rows(['Ana: /help', 'Ana: open?'])).toEqual([1])
  })

  it('of three members who call is three turns', () => {
    expect(rows(['Ana: pip open?', 'Bo: pip open?', 'Cleo: pip open?'])).toEqual([1])
  })
})

describe('in a group, of those who wait,', () => {
  const talk = ['Bo: morning', 'Ana: my kettle broke', 'Cleo: nice day', 'Ana: pip, can you help?', 'Dev: pip, open?']

  it('the first who called has the next turn, with all that they said', () => {
    expect(rows(talk, { isWeighed: true })).toEqual([2, 4])
    expect(rows(talk, { isWeighed: true, burst: 'each' })).toEqual([4])
  })

  it('whoever is in danger comes before all others, and before a storm', () => {
    const storm = ['Ana: pip?', 'Bo: pip?', 'Cleo: pip?', 'Dev: pip?']
    expect(rows([...talk, 'Eve: there is a fire'], { isWeighed: true })).toEqual([6])
    expect(rows([...storm, 'Eve: there is a fire'], { isWeighed: true })).toEqual([5])
  })

  it('without a call it is the one who has waited longest', () => {
    expect(rows(['Bo: morning', 'Ana: hi', 'Bo: nice day'], { isWeighed: true })).toEqual([1, 3])
  })
})

describe('a storm', () => {
  const four = ['Ana: pip open?', 'Bo: pip open?', 'Cleo: pip hours?', 'Dev: pip!']

  it('of four members who call is one turn', () => {
    expect(rows(four)).toEqual([1, 2, 3, 4])
  })

  it('leaves those who did not call to turns of their own, and takes all that its callers said', () => {
    expect(rows(['Eve: morning', ...four, 'Fay: hi Bo', 'Ana: anyone?'])).toEqual([2, 3, 4, 5, 7])
  })

  it('leaves a member who needs a person to a turn of their own', () => {
    expect(rows([...four, 'Eve: pip, my kettle is on fire'])).toEqual([1, 2, 3, 4])
    expect(rows(['Eve: pip, fire', ...four])).toEqual([2, 3, 4, 5])
    expect(rows(['Ana: pip, fire', ...four.slice(1)])).toEqual([1])
  })

  it('is counted up to the first command', () => {
    expect(rows([...four.slice(0, 3), 'Eve: /quiet', 'Dev: pip!'])).toEqual([1])
    expect(rows([...four, 'Ana: /quiet', 'Ana: pip?'])).toEqual([1, 2, 3, 4])
  })

  it('is none of bots that call', () => {
    expect(rows(['Robo1: pip', 'Robo2: pip', 'Robo3: pip', 'Robo4: pip'])).toEqual([1])
    expect(rows(['Robo1: pip', ...four])).toEqual([2, 3, 4, 5])
  })

  it('is none of members who called one after the other while nobody was there to read it', () => {
    expect(rows(['0 Ana: pip open?', '10 Bo: pip open?', '25 Cleo: pip hours?', '50 Dev: pip!'])).toEqual([1])
    const later = ['40 Eve: pip', '40 Fay: pip', '41 Ana: pip', '41 Ana: anyone?', '58 Eve: pip?']
    expect(rows(['0 Ana: pip open?', ...later])).toEqual([1, 4, 5])
    expect(rows(['39 Gus: hi', ...later.slice(0, 2), '40 Bo: pip', ...later.slice(2)])).toEqual([2, 3, 4, 5, 6])
  })

  it('is none of one member who calls four times, none in private, and none where every message is its own', () => {
    expect(rows(['Ana: pip', 'Bo: hi', 'Ana: pip', 'Ana: pip', 'Ana: pip'])).toEqual([1, 3, 4, 5])
    expect(rows(four, { burst: 'each' })).toEqual([1])
  })
})
