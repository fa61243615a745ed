/** The mail with a code, handed to a real mail server: signed in, to that one address, in the fan's language; and a refusal that gives nothing away. */
import { expect, it } from 'vitest'
import { createSmtpMail } from '../../src/shop/code-mail.ts'
import { openSmtpServer, type SmtpServer } from '../support/smtp-server.ts'

const mail = {
  to: 'ana@example.com',
  code: '482913',
  lang: 'en',
  from: { persona: 'Pip', brand: 'Tidewater Coffee' },
}
const sender = ({ url }: SmtpServer) => createSmtpMail({ url, from: 'Tidewater <codes@tidewater.example>' })

it('is taken from the brand’s address, with the code, for whom it is meant', async () => {
  await using smtp = await openSmtpServer()
  await sender(smtp)(mail)
  expect(smtp.taken).toMatchObject([{ from: 'codes@tidewater.example', to: ['ana@example.com'] }])
  const raw = smtp.taken[0]?.raw ?? ''
  expect(raw).toMatch(/^From: Tidewater <codes@tidewater\.example>$/m)
  expect(raw).toMatch(/^Subject: Your code for Pip$/m)
  expect(raw).toContain('Your code is 482913.')
})

it('is written in the fan’s language', async () => {
  await using smtp = await openSmtpServer()
  await sender(smtp)({ ...mail, lang: 'it' })
  expect(smtp.taken[0]?.raw).toMatch(/^Subject: Il tuo codice per Pip$/m)
})

it('an address that would be two, or orders to the server, stays one recipient or none', async () => {
  await using smtp = await openSmtpServer()
  for (const to of [
    'ana@example.com, eve@evil.example',
    'ana@example.com\r\nRCPT TO:<eve@evil.example>',
    'ana@example.com>\r\nDATA\r\n',
    'ana@example.com\r\nBcc: eve@evil.example',
  ])
    await sender(smtp)({ ...mail, to }).catch(() => {})
  expect(smtp.heard.filter((line) => /^RCPT TO:<eve@evil/.test(line))).toEqual([])
  for (const { to, raw } of smtp.taken) {
    expect(to).toHaveLength(1)
    expect(raw).not.toMatch(/^Bcc:/im)
  }
})

it('a refusal tells why in a word, and neither the address nor the password', async () => {
  await using smtp = await openSmtpServer()
  smtp.refusal = '550 ana@example.com is nobody here'
  const refused = await sender(smtp)(mail).catch((error: unknown) => String(error))
  expect(refused).toMatch(/did not take it \(EENVELOPE\)/)
  const unknown = createSmtpMail({ url: smtp.url.replace('codes:', 'nobody:'), from: 'codes@tidewater.example' })
  const stranger = await unknown(mail).catch((error: unknown) => String(error))
  expect(stranger).toMatch(/did not take it \(EAUTH\)/)
  expect(`${refused} ${stranger}`).not.toMatch(/ana@|p%40ss|p@ss/)
  expect(smtp.taken).toEqual([])
})

it('one that is not there is a failure like any other', async () => {
  let gone = ''
  {
    await using smtp = await openSmtpServer()
    gone = smtp.url
  }
  await expect(createSmtpMail({ url: gone, from: 'codes@tidewater.example' })(mail)).rejects.toThrow(
    /ESOCKET|ECONNECTION/,
  )
})
