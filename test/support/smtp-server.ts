/** A mail server of our own on the wire: as much of SMTP (RFC 5321) as a client needs to sign in and hand over a mail, and strict about it. */
import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface MailTaken {
  readonly from: string
  readonly to: readonly string[]
  /** Head and body as they came, dots undone. */
  readonly raw: string
}

export interface SmtpServer extends AsyncDisposable {
  /** With user and password in it. */
  readonly url: string
  readonly taken: readonly MailTaken[]
  /** Every line of the clients, oldest first. */
  readonly heard: readonly string[]
  /** How recipients are answered from now on: `550 no such person`. Undefined: as they should. */
  refusal: string | undefined
}

const USER = 'codes'
const PASSWORD = 'p@ss word'

export async function openSmtpServer(): Promise<SmtpServer> {
  const taken: MailTaken[] = []
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    serve(socket)
  })
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  const { port } = server.address() as AddressInfo

  function serve(socket: Socket): void {
    let mail: { from: string; to: string[]; lines: string[] } | undefined
    let [isKnown, isData] = [false, false]
    let unread = ''
    const say = (line: string) => {
      socket.write(`${line}\r\n`)
    }
    say('220 mail.test ESMTP')
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      const lines = (unread + part).split('\r\n')
      unread = lines.pop() ?? ''
      for (const line of lines)
        if (isData) readData(line)
        else command(line)
    })
    function readData(line: string): void {
      if (line !== '.') {
        mail?.lines.push(line.replace(/^\./, ''))
        return
      }
      isData = false
      if (mail) taken.push({ from: mail.from, to: mail.to, raw: mail.lines.join('\n') })
      mail = undefined
      say('250 taken')
    }
    function command(line: string): void {
      heard.push(line)
      const [, verb = '', rest = ''] = /^(\w+) ?(.*)$/.exec(line) ?? []
      say(answerTo(verb.toUpperCase(), rest))
      if (verb.toUpperCase() === 'QUIT') socket.end()
    }
    function answerTo(verb: string, rest: string): string {
      const address = /<([^>]*)>/.exec(rest)?.[1] ?? ''
      switch (verb) {
        case 'EHLO':
          return '250-mail.test\r\n250 AUTH PLAIN'
        case 'AUTH': {
          const [, user, password] = Buffer.from(rest.replace(/^PLAIN /, ''), 'base64')
            .toString()
            .split('\0')
          isKnown = user === USER && password === PASSWORD
          return isKnown ? '235 welcome' : '535 who are you?'
        }
        case 'MAIL':
          if (!isKnown) return '530 sign in first'
          mail = { from: address, to: [], lines: [] }
          return '250 go on'
        case 'RCPT':
          if (smtp.refusal !== undefined) return smtp.refusal
          mail?.to.push(address)
          return '250 go on'
        case 'DATA':
          if (!mail || mail.to.length === 0) return '503 to whom?'
          isData = true
          return '354 go ahead'
        case 'RSET':
          mail = undefined
          return '250 forgotten'
        case 'QUIT':
          return '221 bye'
        default:
          return '502 not known'
      }
    }
  }

  const smtp: SmtpServer = {
    url: `smtp://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    ...{ taken, heard, refusal: undefined },
    async [Symbol.asyncDispose]() {
      const { promise, resolve: closed } = Promise.withResolvers<void>()
      server.close(() => closed())
      for (const socket of sockets) socket.destroy()
      await promise
    },
  }
  return smtp
}
