/** What was asked against what was heard, by kinds of answer: a fan asks them in turn, so that none follows itself. */

export const asked = [
  { question: 'how long do I have to return beans?', answer: /thirty|30 days/i },
  { question: 'when are you open?', answer: /7:30|half seven/i },
  { question: 'do you have decaf?', answer: /sugarcane|low tide/i },
] as const

export interface Tally {
  readonly asked: number
  readonly lost: number
  readonly outOfOrder: number
  readonly doubled: number
}

/** `questions`: how many the fan asked; `texts`: what they heard, oldest first. */
export function tally(questions: number, texts: readonly string[]): Tally {
  const kinds = texts.flatMap((text) => {
    const kind = asked.findIndex(({ answer }) => answer.test(text))
    return kind < 0 ? [] : [kind]
  })
  const once = kinds.filter((kind, at) => kind !== kinds[at - 1])
  const wanted = Array.from({ length: questions }, (_, at) => at % asked.length)
  let at = 0
  let outOfOrder = 0
  for (const kind of once) {
    const found = wanted.indexOf(kind, at)
    // One that was skipped and comes later is told by what follows it.
    if (found === at) at += 1
    else if (found > at) {
      outOfOrder += 1
      at = found + 1
    } else outOfOrder += 1
  }
  return {
    asked: questions,
    lost: Math.max(0, questions - once.length),
    outOfOrder,
    doubled: kinds.length - once.length,
  }
}

export function sum(all: readonly Tally[]): Tally {
  const add = (of: (one: Tally) => number) => all.reduce((whole, one) => whole + of(one), 0)
  return {
    asked: add((one) => one.asked),
    lost: add((one) => one.lost),
    outOfOrder: add((one) => one.outOfOrder),
    doubled: add((one) => one.doubled),
  }
}
