/** A visitor of the site and the same fan on Telegram, joined by the fan's own steps on both, over both wires. */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Line } from '../../adapters/web/wire.ts'
import { startWebChat } from '../support/web-chat.ts'

it('a visitor becomes the fan of a Telegram account by a code and a yes on each side', async () => {
  await using chat = await startWebChat()
  const { telegram, mascot } = chat
  const ana = telegram.fan('Ana')
  const ask = async (path: string, body: object | undefined, token = '') => {
    const answer = await fetch(new URL(`api/${path}`, chat.url), {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    })
    expect(answer.status).toBe(200)
    return (await answer.json()) as { readonly token: string; readonly lines: readonly Line[] }
  }
  const { token } = await ask('visit', {})
  const lines = async () => {
    await mascot.settled()
    return (await ask('lines', undefined, token)).lines
  }
  await ask('say', { id: randomUUID(), text: '/link' }, token)
  const offered = (await lines()).map(({ text }) => text).join('\n')
  const [, code = ''] = /\/link (\S+-\S+)/.exec(offered) ?? []
  expect(code).not.toBe('')
  await ana.says(`/link ${code}`)
  await telegram.until(() => telegram.sent().some(({ text }) => /Join this account/.test(text ?? '')))
  await ana.presses('Yes')
  const question = (await lines()).findLast(({ buttons }) => buttons !== undefined)
  expect(question?.text).toMatch(/Join this account with “Ana” on Telegram/)
  await ask('press', { id: randomUUID(), line: question?.id, nth: 0, label: 'Yes' }, token)
  expect((await lines()).at(-1)?.text).toMatch(/Your accounts are joined: this one and the one on Telegram/)
  await telegram.until(() => telegram.sent().some(({ text }) => /Your accounts are joined/.test(text ?? '')))
  expect(telegram.sent().map(({ text }) => text ?? '')).toContainEqual(
    expect.stringMatching(/Join this account with .+Web/i),
  )
  expect(chat.errors).toEqual([])
})
