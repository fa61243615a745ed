/** The keyboard: a line editor with history on a terminal, plain lines from a pipe. */
import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline'
import type { AdapterContext, InboundMessage } from '#mascot'
import type { Screen } from './format.ts'
import type { Inbound } from './inbound.ts'
import type { TerminalOptions } from './options.ts'

/** Who hears what is typed, and when it was. */
type Heard = Pick<AdapterContext, 'receive' | 'clock'>

export interface Connection {
  readonly inputEnded: Promise<void>
  start(context: Heard): Promise<void>
  stop(): Promise<void>
}

export function createConnection(options: TerminalOptions, screen: Screen, inbound: Inbound): Connection {
  const { input, output, onLeave } = options
  const isTTY = input.isTTY === true && output.isTTY === true
  const ended = Promise.withResolvers<void>()
  let editor: Interface | undefined
  let isStopping = false
  /** Lines that belong to one message: continued with a backslash, or pasted together. */
  let lines: string[] = []
  let accepting: Promise<void> = Promise.resolve()

  function prompt(): void {
    editor?.setPrompt(screen.prompt(inbound.fan()))
    editor?.prompt(true)
  }

  /** The message goes on in the next line. */
  function continueLine(): void {
    if (!isTTY) return
    editor?.setPrompt('  … ')
    editor?.prompt()
  }

  function keep({ receive }: Heard, message: InboundMessage): void {
    accepting = accepting.then(() =>
      receive({ messages: [message] }).catch(() =>
        screen.showNotice('That could not be saved, so it was not heard. Please try again.'),
      ),
    )
  }

  function flush(context: Heard): void {
    if (lines.length === 0) return
    const text = lines.join('\n')
    lines = []
    const typed = inbound.read(text, context.clock.now())
    if (typed.kind === 'leave') {
      onLeave()
      return
    }
    if (typed.kind === 'notice') screen.showNotice(typed.text, true)
    if (typed.kind === 'why') {
      if (isTTY) screen.showNotice(options.why())
      else
        accepting = accepting
          .then(() => options.settled?.())
          .then(
            () => screen.showNotice(options.why(), true),
            () => undefined,
          )
    }
    if ('message' in typed && typed.message) keep(context, typed.message)
    if (isTTY) prompt()
  }

  return {
    inputEnded: ended.promise,
    async start(context) {
      screen.showHeader()
      editor = createInterface({
        input,
        output: isTTY ? output : undefined,
        terminal: isTTY,
        historySize: 500,
        prompt: '',
      })
      if (isTTY) screen.usePrompt(promptLine(editor, options, screen))
      editor.on('line', (line) => {
        screen.forgetTyping()
        if (line.endsWith('\\')) {
          lines.push(line.slice(0, -1))
          continueLine()
          return
        }
        lines.push(line)
        // Lines pasted together arrive in one go: they are one message.
        if (isTTY) setImmediate(() => flush(context))
        else flush(context)
      })
      editor.on('SIGINT', onLeave)
      editor.on('close', () => {
        flush(context)
        if (isTTY) {
          if (!isStopping) onLeave()
        } else accepting.then(() => ended.resolve())
      })
      if (isTTY) prompt()
    },
    async stop() {
      isStopping = true
      await accepting
      screen.usePrompt({ hide() {}, show() {} })
      editor?.close()
      if (isTTY) output.write('\n')
    },
  }
}

/** Wipes the prompt (and the typing line above it) before something is shown, and draws it again with what was typed so far. */
function promptLine(editor: Interface, { output }: TerminalOptions, screen: Screen) {
  return {
    hide() {
      const { rows } = editor.getCursorPos()
      moveCursor(output, 0, -(rows + (screen.isTyping ? 1 : 0)))
      cursorTo(output, 0)
      clearScreenDown(output)
    },
    show() {
      editor.prompt(true)
    },
  }
}
