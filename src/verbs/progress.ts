/** A bar on a terminal for whatever takes longer than two seconds; nothing into a pipe. */
import { clearLine, cursorTo } from 'node:readline'

export interface Progress {
  /** So many of so many are done. */
  at(done: number, of: number): void
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
  if (screen.isTTY !== true) return { at() {}, end() {} }
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
  return {
    at(done, of) {
      line = `${what} ${bar(done, of)} ${done} of ${of}`
    },
    end() {
      clearTimeout(timer)
      if (!isShown) return
      isShown = false
      cursorTo(screen, 0)
      clearLine(screen, 0)
    },
  }
}

function bar(done: number, of: number): string {
  const full = of === 0 ? width : Math.round((Math.min(done, of) / of) * width)
  return '█'.repeat(full) + '░'.repeat(width - full)
}
