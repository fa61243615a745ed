/** A platform of which nobody outside knows: fans and staff of a drill speak on it, and what the program says there is kept to be shown. */
import { randomUUID } from 'node:crypto'
import { readCommand } from '../../domain/command.ts'
import { accountId, type ThreadId, threadId } from '../../domain/ids.ts'
import { type OutboundMessage, wordsOfOutgoing } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Adapter, Receive } from '../../ports/adapter.ts'
import type { Clock } from '../../ports/clock.ts'

const STAGE = 'drill'
export const LEAD: Persona['handoff']['staff'][number] = { name: 'Lead', accounts: [`${STAGE}:Lead`], role: 'lead' }

export interface DrillStage {
  readonly adapter: Adapter
  /** Resolves when it is durable. */
  fanSays(name: string, text: string): Promise<void>
  leadSays(text: string): Promise<void>
  /** What was said in a thread since it was asked for last. */
  freshIn(thread: ThreadId): readonly string[]
}

export const fanThread = (name: string): ThreadId => threadId(STAGE, name)
export const leadThread: ThreadId = threadId(STAGE, 'staff', 'desk')

export function createDrillStage(clock: Clock): DrillStage {
  let receive: Receive | undefined
  let opened = 0
  const said = new Map<ThreadId, string[]>()

  function note(message: OutboundMessage): void {
    const words = message.kind === 'text' ? wordsOfOutgoing(message) : ''
    if (words !== '') said.set(message.threadId, [...(said.get(message.threadId) ?? []), words])
  }

  async function says(name: string, thread: ThreadId, text: string, isStaffThread: boolean): Promise<void> {
    const command = isStaffThread ? undefined : readCommand(text)
    await receive?.({
      messages: [
        {
          ...{ threadId: thread, id: randomUUID(), sentAt: clock.now(), text, isMention: !isStaffThread },
          author: { accountId: accountId(STAGE, name), name, isBot: false },
          surface: isStaffThread ? 'group' : 'direct',
          ...(isStaffThread ? { isStaffThread } : {}),
          ...(command ? { command } : {}),
        },
      ],
    })
  }

  return {
    adapter: {
      platform: STAGE,
      abilities: { maxLength: 4096, markdown: 'none', buttons: true },
      async start(context) {
        receive = context.receive
      },
      async send(message) {
        note(message)
        return { messageId: randomUUID() }
      },
      async editMessage() {},
      async openThread() {
        opened += 1
        return threadId(STAGE, 'staff', opened)
      },
      async stop() {},
    },
    fanSays: (name, text) => says(name, fanThread(name), text, false),
    leadSays: (text) => says(LEAD.name, leadThread, text, true),
    freshIn(thread) {
      const fresh = said.get(thread) ?? []
      said.delete(thread)
      return fresh
    },
  }
}
