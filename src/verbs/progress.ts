/** A bar on a terminal for whatever takes longer than two seconds; nothing into a pipe. */
import { clearLine, cursorTo } from 'node:readline'

export interface Progress extends Disposable {
  /** So many of so many are done. */
  at(done: number, of: number): void
  /** Where the numbers would say nothing: the share of the whole, 0 to 1. */
  reached(part: number): void
  /** Takes it off the screen. */
  end(): void
}

const afterMs = 2000
const everyMs = 100
const width = 24

export interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** `what`: `rehearsing`. Shown on standard error, so that what is printed can be piped on. */
export function createProgress(what: string, screen: Screen & NodeJS.WritableStream = process.stderr): Progress {
  if (screen.isTTY !== true) return { at() {}, reached() {}, end() {}, [Symbol.dispose]() {} }
  let line = `${what} …`
  let isShown = false
  const draw = () => {
    isShown = true
    cursorTo(screen, 0)
    screen.write(line)
    clearLine(screen, 1)
  }
  let timer = setTimeout(() => {
    draw()
    timer = setInterval(draw, everyMs).unref()
  }, afterMs).unref()
  const end = () => {
    clearTimeout(timer)
    if (!isShown) return
    isShown = false
    cursorTo(screen, 0)
    clearLine(screen, 0)
  }
  return {
    at(done, of) {
      line = `${what} ${bar(done, of)} ${done} of ${of}`
    },
    reached(part) {
      line = `${what} ${bar(part, 1)} ${Math.floor(Math.min(part, 1) * 100)} %`
    },
    end,
    [Symbol.dispose]: end,
  }
}

function bar(done: number, of: number): string {
  const full = of === 0 ? width : Math.round((Math.min(done, of) / of) * width)
  return '█'.repeat(full) + '░'.repeat(width - full)
}
