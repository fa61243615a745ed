/** A message as it is watched for trouble: what the live program and a replay both can tell of it. */
import type { Lang } from '../domain/message.ts'

export interface Heard {
  readonly id: string
  /** Epoch ms, as the platform says. */
  readonly at: number
  readonly text: string
  readonly lang?: Lang | undefined
  /** What it is known to be: a complaint, a question that nothing was known for. If absent, its words decide. */
  readonly kind?: string | undefined
  /** One person on one platform. */
  readonly author: string
  readonly platform: string
  readonly thread: string
  /** When its author was first heard, epoch ms, where that is known. */
  readonly heardSince?: number | undefined
}
