/** Whether a line of the persona's says what it is, in the words of any language that is heard. */
import { once } from '../../words/once.ts'
import { inAllLanguages } from '../../words/terms/in-all-languages.ts'

const words = once(() => new RegExp(inAllLanguages((words) => words.bot).join('|'), 'iu'))

/** Of a line alone: an answer may speak of machines that it is not. */
export function saysBot(line: string): boolean {
  return words().test(line)
}
