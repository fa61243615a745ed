/** What a finish reason says about the words before it; servers name them as they like, so only what is known to mean a whole counts as one. */

/** `limit`: the length ran out, what is complete may be kept. `broken`: asked again. */
export type Ending = 'whole' | 'limit' | 'broken' | 'refused'

const whole: ReadonlySet<string> = new Set(
  (
    'stop end end-turn eos eos-token stop-sequence stop-token tool-call tool-calls tool-use function-call ' +
    'complete completed done finished success null none'
  ).split(' '),
)

export function howItEnded(finish: string | undefined): Ending {
  const reason = (finish ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_.]+/g, '-')
  if (reason === '' || whole.has(reason)) return 'whole'
  if (/filter|sensitiv|safety|refus|prohibit|block|moderat|violat|recitation|spii/.test(reason)) return 'refused'
  if (/length|max-?(?:output-)?tokens|context-window|token-limit/.test(reason)) return 'limit'
  return 'broken'
}
