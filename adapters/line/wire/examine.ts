/** What an operator should know of the channel before it starts: who it is, and how many messages of the month are left. */
import { type Examined, SendError } from '#mascot'
import type { LineOptions } from '../options.ts'
import { createApi } from './api.ts'

/** Fewer of the month's messages left than this share is told as bad. */
const LITTLE = 0.1

/** Changes nothing, and never throws: what cannot be asked is said. */
export async function examine(options: LineOptions): Promise<readonly Examined[]> {
  const api = createApi(options)
  const found: Examined[] = [{ says: '/line is the address for the console', isGood: true }]
  try {
    const { displayName, basicId } = await api.get('/v2/bot/info')
    found.push({ says: `it is ${String(displayName)} (${String(basicId)})`, isGood: true })
    const { type, value } = await api.get('/v2/bot/message/quota')
    if (type !== 'limited') return found
    const { totalUsage } = await api.get('/v2/bot/message/quota/consumption')
    const left = Math.max(0, Number(value) - Number(totalUsage))
    found.push({
      says: `${left} of ${String(value)} messages of this month are left`,
      isGood: left > LITTLE * Number(value),
    })
  } catch (error) {
    found.push({ says: error instanceof SendError ? error.message : 'LINE cannot be asked', isGood: false })
  }
  return found
}
