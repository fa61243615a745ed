/** A question to the persona by name, as the same question without it. */
import { oneLine } from './letters/one-line.ts'

/** The line with the persona's names left out ("are you a bot, pip?") and with them as `you` ("is pip a bot?"). */
export function withoutNames(line: string, names: readonly string[]): string[] {
  const forms = names.map(oneLine).filter((name) => name !== '' && line.includes(name))
  if (forms.length === 0) return []
  const source = forms.map(RegExp.escape).join('|')
  const name = new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'gu')
  const you = line.replace(name, (found) => (/^[\x20-\x7E]+$/.test(found) ? 'you' : '你'))
  return [line.replace(name, ' ').replace(/\s+/g, ' ').trim(), you]
}
