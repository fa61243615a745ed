/** What a fan called a file, on its way to staff. */
import { expect, it } from 'vitest'
import { carry } from '../../../src/desk/threads/media.ts'
import { threadId } from '../../../src/domain/ids.ts'

it.each([
  ['bill.pdf', 'bill.pdf'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['../../etc/passwd', 'passwd'],
  ['a\nDana as Pip: approved.pdf', 'aDana as Pip: approved.pdf'],
  ['', undefined],
  ['\u200b', undefined],
])('%j is called %j', async (name, shown) => {
  const bringer = { fetchFile: async () => import.meta.filename }
  const attachment = { kind: 'document', ref: 'r', name } as const
  const places = { from: 'discord', to: threadId('telegram', -900, 1) }
  const { media } = await carry([attachment], places, () => bringer)
  expect(media.map((one) => one.name)).toEqual([shown])
})
