/** `/why`: what came to pass on the way of one turn, line by line, as an operator reads it. */
import { stripVTControlCharacters } from 'node:util'
import type { Decision } from '../domain/decision.ts'
import type { AskedModel, TurnTrace } from '../domain/trace.ts'
import { decidedInWords, unsupportedLines } from './why.ts'

const score = (of: number) => of.toFixed(2).replace(/^0/, '')

export function traceLines(decision: Decision, { stations, step, seen, wanted, asked }: TurnTrace): string[] {
  const said = 'bubbles' in decision ? decision.bubbles.map(({ text }) => text) : []
  const meant = wanted.map(({ text }) => text)
  const isAsMeant = said.join('\n').replaceAll(/\s+/g, ' ') === meant.join('\n').replaceAll(/\s+/g, ' ')
  const lines = [
    decidedInWords(decision),
    ...(seen ? [`read as    ${seen.kind}, ${seen.lang}, heat ${score(seen.heat)}`] : []),
    ...(seen && seen.places.length > 0 ? [`places     ${seen.places.join(', ')}`] : []),
    ...(seen?.hits ?? []).map(
      ({ answerId, score: how, phrasing }, at) =>
        `${at === 0 ? 'answers' : '       '}    ${score(how)} ${answerId}  “${phrasing}”`,
    ),
    ...(step ? [`step       ${step}`] : []),
    ...asked.map(askedInWords),
    ...(isAsMeant || said.length === 0 ? [] : [`before     ${meant.join(' ⏎ ').replaceAll('\n', ' ⏎ ')}`]),
    ...unsupportedLines(decision),
    ...(decision.flags.length > 0 ? [`flags      ${decision.flags.join(', ')}`] : []),
    `took       ${stations.map(({ station, tookMs }) => `${station} ${tookMs}`).join(', ')} ms`,
  ]
  return lines.map((line) => stripVTControlCharacters(line))
}

function askedInWords({ what, spent, failed }: AskedModel): string {
  const { inputTokens, cachedTokens, outputTokens, price } = spent
  const cost = price === undefined ? '' : `, ${price.toPrecision(2)}`
  const came = failed === undefined ? '' : `, failed: ${failed}`
  return `model      ${what}: ${inputTokens} tokens read, ${cachedTokens} of them cached, ${outputTokens} written${cost}${came}`
}
