/** From where a list goes on, as the page keeps it: the numbers it is sorted by, and the id of the last. */
import { Refusal } from '../refusal.ts'

const SHAPE = /^(-?\d{1,16}(?:\.-?\d{1,16}){0,3})~([\w-]{1,100})$/

export interface Place {
  readonly by: readonly number[]
  readonly id: string
}

export function placeText({ by, id }: Place): string {
  return `${by.join('.')}~${id}`
}

/** @throws {Refusal} 400 for what none of ours is, or has another count of numbers */
export function placeIn(text: string, count: number): Place {
  const [, numbers = '', id = ''] = SHAPE.exec(text) ?? []
  const by = numbers.split('.').map(Number)
  if (id === '' || by.length !== count || !by.every(Number.isSafeInteger))
    throw new Refusal(400, 'bad-request', 'The list cannot go on from there; read it anew.')
  return { by, id }
}
