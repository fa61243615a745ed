/** How the chat looks: the persona's colour and sign, words wrapped, buttons numbered, a typing line that goes away again. */
import type { Writable } from 'node:stream'
import { stripVTControlCharacters, styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import { type Button, SendError } from '#mascot'
import type { TerminalOptions } from './options.ts'

export interface ShownMessage {
  readonly text: string
  readonly buttons: readonly Button[]
  readonly to?: string
  /** A named staff member, when it is not the persona who speaks. */
  readonly person?: string
}

/** Takes the cursor out of the prompt before something is shown above it, and puts it back. */
export interface PromptLine {
  hide(): void
  show(): void
}

export interface Screen {
  showHeader(): void
  showMessage(message: ShownMessage): Promise<void>
  showReaction(emoji: string): Promise<void>
  /** Words of the terminal itself; into a pipe only what was asked for. */
  showNotice(text: string, isAsked?: boolean): void
  showTyping(): void
  /** The typing line stays behind when the person presses return. */
  forgetTyping(): void
  prompt(fan: string): string
  usePrompt(line: PromptLine): void
  readonly isTyping: boolean
}

export function createScreen({ persona, isGroup, hasModel, output }: TerminalOptions): Screen {
  const isTTY = output.isTTY === true
  const colour = isTTY ? paint(persona.colour) : (text: string) => text
  const dim = (text: string) => (isTTY ? styleText('dim', text) : text)
  const sign = colour(`${persona.symbol} ${persona.name}`)
  let promptLine: PromptLine | undefined
  let isTyping = false

  async function show(lines: string): Promise<void> {
    promptLine?.hide()
    isTyping = false
    await write(output, `${lines}\n`)
    promptLine?.show()
  }

  function body(text: string): string {
    const width = Math.min(output.columns ?? 80, 100) - 2
    const wrapped = isTTY ? wrapAnsi(text, width, { hard: true }) : text
    return wrapped.replaceAll('\n', '\n  ')
  }

  return {
    get isTyping() {
      return isTyping
    },
    usePrompt(line) {
      promptLine = line
    },
    showHeader() {
      if (!isTTY) return
      const place = isGroup ? `, in a group: say "${persona.name}" to be heard` : ''
      const mode = hasModel ? '' : '\n  No model is set: approved answers and lines alone.'
      output.write(
        `\n${sign} of ${persona.brand}${place}\n${dim(`  /help for what you can do here, Ctrl-C to leave.${mode}`)}\n\n`,
      )
    },
    async showMessage({ text, buttons, to, person }) {
      const who = person ? (isTTY ? styleText('bold', person) : person) : sign
      const head = isTTY ? `${who}${to ? dim(` to ${to}`) : ''}\n  ` : `${person ?? persona.name}: `
      const shown = buttons.map((button, index) => {
        const mark = `[${index + 1}] ${button.label}`
        return button.url === undefined ? mark : `${mark} ${button.url}`
      })
      const choices = shown.length > 0 ? `\n  ${dim(shown.join(isTTY ? '\n  ' : '  '))}` : ''
      await show(`${head}${body(stripVTControlCharacters(text))}${choices}${isTTY ? '\n' : ''}`)
    },
    async showReaction(emoji) {
      await show(isTTY ? `${sign} ${emoji}\n` : `${persona.name}: (${emoji})`)
    },
    showNotice(text, isAsked = false) {
      if (!isTTY) {
        if (isAsked) output.write(`  ${text.replaceAll('\n', '\n  ')}\n`)
        return
      }
      promptLine?.hide()
      output.write(`${dim(`  ${text.replaceAll('\n', '\n  ')}`)}\n\n`)
      promptLine?.show()
    },
    showTyping() {
      if (!isTTY || isTyping) return
      promptLine?.hide()
      output.write(`${dim(`${persona.symbol} ${persona.name} is typing…`)}\n`)
      isTyping = true
      promptLine?.show()
    },
    forgetTyping() {
      isTyping = false
    },
    prompt: (fan) => (isTTY ? `${styleText('bold', fan)} › ` : ''),
  }
}

/** 24-bit colour; terminals that know fewer fall back by themselves. */
function paint(hex: string): (text: string) => string {
  if (process.env.NO_COLOR) return (text) => text
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return (text) => `\u001b[1;38;2;${red};${green};${blue}m${text}\u001b[0m`
}

/** Resolves when the stream took it. @throws {SendError} permanent when nobody reads any more */
function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (cause) =>
      cause ? reject(new SendError('the terminal is gone', { isPermanent: true, cause })) : resolve(),
    )
  })
}
