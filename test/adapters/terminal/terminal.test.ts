/** The terminal as a person sees it: a keyboard that can be typed on and a screen that can be read. */
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createTerminalAdapter } from '../../../adapters/terminal/index.ts'
import { systemClock } from '../../../src/clock.ts'
import { threadId } from '../../../src/domain/ids.ts'
import type { OutboundMessage, ReviewedText } from '../../../src/domain/message.ts'
import { bot } from '../../../src/domain/speaker.ts'
import type { Heard } from '../../../src/index.ts'
import { createLog } from '../../../src/log.ts'
import { runMascot } from '../../support/run-mascot.ts'

/** A keyboard and a screen; `isTTY` false: a pipe. */
async function open({ isTTY = true, isGroup = false, why = (): string => '', settled = async () => {} } = {}) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input, isRaw: false })
  const output = Object.assign(new PassThrough(), { isTTY, columns: 60, rows: 24 })
  let shown = ''
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString()
  })
  const heard: Heard[] = []
  let onHeard = () => {}
  let hasLeft = false
  const adapter = createTerminalAdapter({
    persona: { name: 'Pip', brand: 'Tidewater', colour: '#c0563b', symbol: '≈' },
    names: ['Pip', 'Pippo'],
    fan: 'Ana',
    isGroup,
    hasModel: false,
    input,
    output,
    why,
    settled,
    onLeave: () => {
      hasLeft = true
    },
  })
  await adapter.start(
    {
      receive: async (batch) => {
        heard.push(batch)
        onHeard()
      },
      face: {
        name: 'Pip',
        nicknames: [],
        brand: 'Tidewater',
        languages: ['en'],
        colour: '#c0563b',
        symbol: '≈',
        commands: [],
      },
      clock: systemClock,
      log: createLog({ level: 'silent' }),
      cursor: async () => undefined,
      threads: async () => [],
    },
    new AbortController().signal,
  )
  return {
    adapter,
    /** One press or paste; the next one comes after the program has seen it. */
    async type(keys: string) {
      input.write(keys)
      await new Promise((resolve) => setTimeout(resolve, 0))
      await new Promise((resolve) => setImmediate(resolve))
    },
    end: () => input.end(),
    /** What is on the screen, without colours; cursor moves stay. */
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    screen: () => shown.replace(/\u001b\[[0-9;]*m/g, ''),
    raw: () => shown,
    hasLeft: () => hasLeft,
    /** The nth message, once it is there. */
    async heard(count = 1) {
      while (heard.flatMap(({ messages }) => messages).length < count)
        await new Promise<void>((resolve) => {
          onHeard = resolve
        })
      const message = heard.flatMap(({ messages }) => messages)[count - 1]
      if (!message) throw new Error('nothing was heard')
      return message
    },
  }
}

function says(text: string, more: Partial<Extract<OutboundMessage, { kind: 'text' }>> = {}): OutboundMessage {
  const reviewed = text as ReviewedText
  return {
    kind: 'text',
    text: reviewed,
    speaker: bot,
    id: '1',
    threadId: threadId('terminal', 'x'),
    surface: 'direct',
    ...more,
  }
}

describe('on a terminal', () => {
  it('opens with the persona’s name, its brand and what to type', async () => {
    const chat = await open()
    expect(chat.screen()).toMatch(/≈ Pip of Tidewater[\s\S]*\/help[\s\S]*approved answers/)
    expect(chat.raw()).toContain('\u001b[1;38;2;192;86;59m')
  })

  it('a typed line is a message from the fan', async () => {
    const chat = await open()
    await chat.type('hi pip\r')
    expect(await chat.heard()).toMatchObject({ text: 'hi pip', author: { name: 'Ana' }, surface: 'direct' })
  })

  it('a backslash at the end goes on in the next line', async () => {
    const chat = await open()
    await chat.type('first\\\r')
    await chat.type('second\r')
    expect((await chat.heard()).text).toBe('first\nsecond')
  })

  it('lines pasted together are one message', async () => {
    const chat = await open()
    await chat.type('one\rtwo\rthree\r')
    expect((await chat.heard()).text).toBe('one\ntwo\nthree')
  })

  it('shows that the persona types, and takes it away when the message comes, keeping what was typed so far', async () => {
    const chat = await open()
    await chat.type('half a thou')
    await chat.adapter.showTyping?.(threadId('terminal', 'x'))
    expect(chat.screen()).toContain('Pip is typing…')
    const before = chat.screen().length
    await chat.adapter.send(says('Here I am.'))
    const after = chat.screen().slice(before)
    const [up, clear] = ['\u001b[1A', '\u001b[0J']
    expect([up, clear, 'Here I am.', 'half a thou'].map((part) => after.indexOf(part))).toEqual(
      [up, clear, 'Here I am.', 'half a thou'].map((part) => after.indexOf(part)).sort((a, b) => a - b),
    )
    expect(after).toContain(clear)
    expect(after).toContain('half a thou')
  })

  it('a number presses that button, only while it is offered', async () => {
    const chat = await open()
    await chat.adapter.send(
      says('Which?', {
        buttons: [
          { label: 'Beans', value: 'answer:beans' },
          { label: 'Map', url: 'https://a.example' },
        ],
      }),
    )
    expect(chat.screen()).toMatch(/\[1\] Beans[\s\S]*\[2\] Map https:\/\/a\.example/)
    await chat.type('1\r')
    expect(await chat.heard()).toMatchObject({ text: 'Beans', button: 'answer:beans' })
    await chat.adapter.send(says('There.'))
    await chat.type('1\r')
    const next = await chat.heard(2)
    expect({ text: next.text, button: next.button }).toEqual({ text: '1', button: undefined })
  })

  it('/as makes the person another fan with a thread of their own', async () => {
    const chat = await open()
    await chat.type('hi\r')
    const ana = await chat.heard()
    await chat.type('/as Bo\r')
    await chat.type('hi\r')
    const bo = await chat.heard(2)
    expect(bo.author.name).toBe('Bo')
    expect(bo.threadId).not.toBe(ana.threadId)
    expect(bo.author.accountId).not.toBe(ana.author.accountId)
  })

  it('in a group everybody shares the thread and a mention is told apart', async () => {
    const chat = await open({ isGroup: true })
    await chat.type('hi all\r')
    await chat.type('/as Bo\r')
    await chat.type('@pip hello\r')
    const [first, second] = [await chat.heard(1), await chat.heard(2)]
    expect(first.threadId).toBe(second.threadId)
    expect([first.isMention, second.isMention]).toEqual([false, true])
  })

  it('control sequences in a text never reach the screen', async () => {
    const chat = await open()
    await chat.adapter.send(says('\u001b[2Jgone\u001b]0;title\u0007'))
    expect(chat.raw()).not.toContain('\u001b[2J')
  })

  it('Ctrl-C, Ctrl-D and /leave leave', async () => {
    for (const keys of ['\u0003', '\u0004', '/leave\r']) {
      const chat = await open()
      await chat.type(keys)
      await expect.poll(chat.hasLeft).toBe(true)
      await chat.adapter.stop()
    }
  })
})

describe('through a pipe', () => {
  it('/why tells how the reply before it came about, once it is there', async () => {
    let isAnswered = false
    const chat = await open({
      isTTY: false,
      why: () => (isAnswered ? 'small-talk' : 'too early'),
      settled: async () => {
        await Promise.resolve()
        isAnswered = true
      },
    })
    await chat.type('hi\n/why\n')
    await expect.poll(chat.raw).toContain('  small-talk\n')
    await chat.adapter.stop()
  })

  it('every line is answered before the chat ends, without colours', async () => {
    const { code, out, err } = await runMascot(['chat', '--as', 'Ana'], {
      input: 'how long do I have to return beans?\n',
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Pip: [\s\S]*[Tt]hirty days/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is there is the point
    expect(out).not.toMatch(/\u001b/)
  })
})
