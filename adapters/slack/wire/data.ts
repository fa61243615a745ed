/** Slack's JSON, which may hold new kinds and fields any day: read without trust. */
import type { Data } from './api.ts'

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
export const list = (value: unknown): readonly Data[] =>
  Array.isArray(value) ? value.filter((one): one is Data => isData(one)) : []

export function part(data: Data, name: string): Data {
  const value = data[name]
  return isData(value) ? value : {}
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
