/** Text as the finders of facts compare it: folded, and the figures of banknotes as those one counts by. */
import { createFold, type Folded } from '../words/letters/fold.ts'

/** Half a thing, and what is left open, are themselves. */
const fold = createFold({ plainLetters: true, oneChinese: true, keepsShort: true })

const counted: Readonly<Record<string, string>> = {
  ...{ 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十' },
  ...{ 佰: '百', 仟: '千', 圆: '元', 帐: '账' },
}
const onBanknotes = new RegExp(`[${Object.keys(counted).join('')}]`, 'g')
const asCounted = (folded: string) => folded.replace(onBanknotes, (figure) => counted[figure] ?? figure)

/** Used for texts and for the sources of patterns alike. */
export function foldFigures(text: string): string {
  return asCounted(fold(text))
}

/** The same with the way back. */
export function foldFiguresWithMap(text: string): Folded {
  const { text: folded, span } = fold.withMap(text)
  return { text: asCounted(folded), span }
}
