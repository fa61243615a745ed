/** What kind of file it is that a community is read from: told by how it begins. */
import { open } from 'node:fs/promises'
import { chatsSource } from './read-chats.ts'
import { linesSource } from './read-lines.ts'
import { membersSource } from './read-members.ts'
import { type Source, type SourceOptions, unreadable } from './source.ts'

const HEAD_BYTES = 4_096

/** @throws {MascotError} `usage` */
export async function openSource(options: SourceOptions): Promise<Source> {
  const head = await headOf(options.file)
  const [first = ''] = head.split('\n')
  if (/^\{\s*"mascot"\s*:\s*"community"/.test(first)) return linesSource(options)
  if (!/^\s*\{/.test(head)) {
    if (/^\s*\[/.test(head))
      throw unreadable(
        options.file,
        'it is a list of JSON; read are exports of Telegram Desktop, DiscordChatExporter and Mascot, and CSV.',
      )
    return membersSource(options)
  }
  return chatsSource(/^\s*\{\s*"guild"/.test(head) ? 'discord' : 'telegram', options)
}

async function headOf(file: string): Promise<string> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return new TextDecoder().decode(buffer.subarray(0, bytesRead))
  } catch (cause) {
    throw unreadable(file, 'it cannot be read.', cause)
  }
}
