/** What a visitor did, as a message. Pure. */
import { type Attachment, accountId, type InboundMessage, readCommand, threadId } from '#mascot'

export const PLATFORM = 'web'

export interface Said {
  readonly visitor: string
  /** The browser's own id: the same one twice is a duplicate. */
  readonly id: string
  readonly at: number
  readonly lang?: string
  readonly text: string
  readonly button?: string
  readonly file?: Attachment
}

export function inbound({ visitor, id, at, lang, text, button, file }: Said): InboundMessage {
  const command = button === undefined ? readCommand(text) : undefined
  return {
    threadId: threadId(PLATFORM, visitor),
    id,
    sentAt: at,
    author: { accountId: accountId(PLATFORM, visitor), name: '', isBot: false, ...(lang !== undefined && { lang }) },
    surface: 'direct',
    text,
    isMention: command !== undefined || button !== undefined,
    ...(command && { command }),
    ...(button !== undefined && { button }),
    ...(file && { attachments: [file] }),
  }
}
