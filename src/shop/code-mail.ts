/** The mail with a code, by the operator's SMTP server or by a program of theirs that sends it. */
import { createTransport } from 'nodemailer'
import { SECOND_MS } from '../domain/durations.ts'
import { english } from '../hearing/packs/english.ts'
import { packs } from '../hearing/packs/packs.ts'
import type { Clock } from '../ports/clock.ts'
import { exchange } from '../reach/exchange.ts'
import type { SendMail } from './create-look-ups.ts'

const LIMIT_MS = 15 * SECOND_MS

type Mail = Parameters<SendMail>[0]

function mailText({ code, lang, from }: Omit<Mail, 'to'>): { readonly subject: string; readonly text: string } {
  const words = (packs[lang]?.['look-ups'] ?? english.lookUps).mail
  const values: Readonly<Record<string, string>> = { code, ...from }
  const [first = '', ...rest] = words.replaceAll(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole).split('\n')
  return { subject: first.replace(/^Subject:\s*/, ''), text: rest.join('\n') }
}

/** `url`: smtp:// or smtps://, with user and password in it. */
export function createSmtpMail({ url, from }: { readonly url: string; readonly from: string }): SendMail {
  const transport = createTransport({
    url,
    connectionTimeout: LIMIT_MS,
    socketTimeout: LIMIT_MS,
    greetingTimeout: LIMIT_MS,
  })
  return async (mail) => {
    try {
      await transport.sendMail({ from, to: { name: '', address: mail.to }, ...mailText(mail) })
    } catch (error) {
      // The server's own words may repeat the address.
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      throw new Error(`the mail server did not take it (${code})`, { cause: code })
    }
  }
}

/** `sign`: the headers that show whose request it is. */
export function createWebhookMail(options: {
  readonly url: string
  readonly mayBePrivate: boolean
  readonly sign: (body: string) => Readonly<Record<string, string>>
  readonly clock: Clock
  readonly signal: AbortSignal
}): SendMail {
  const { url, mayBePrivate, sign, clock, signal } = options
  return async (mail) => {
    const body = JSON.stringify({
      type: 'code.wanted',
      data: { to: mail.to, code: mail.code, lang: mail.lang, ...mailText(mail) },
    })
    const { status } = await exchange({
      ...{
        url: new URL(url),
        method: 'POST',
        body,
        limitMs: LIMIT_MS,
        mostBytes: 64 * 1024,
        mayBePrivate,
        clock,
        signal,
      },
      headers: { ...sign(body), 'content-type': 'application/json', 'user-agent': 'mascot-codes/1' },
    })
    if (status < 200 || status > 299) throw new Error(`the program that sends codes answered ${status}`)
  }
}
