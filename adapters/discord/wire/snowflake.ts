/** Discord's ids: decimal numbers that carry their time, so that newer is larger. */

/** https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000

export function isSnowflake(id: unknown): id is string {
  return typeof id === 'string' && /^\d{1,20}$/.test(id)
}

/** Decimal numbers without leading zeros: the longer is the larger. */
export function isNewer(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length
}

export function oldest(first: string, second: string): string {
  return isNewer(first, second) ? second : first
}

export function newest(first: string, second: string): string {
  return isNewer(first, second) ? first : second
}

/** The smallest id of a moment (epoch ms); moments before Discord's beginning count as its beginning. */
export function snowflakeAt(ms: number): string {
  return String(BigInt(Math.max(0, Math.trunc(ms) - DISCORD_EPOCH_MS)) << 22n)
}

/** Epoch ms. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS
}

/** The id just before: `?after=` it includes `id` itself. */
export function before(id: string): string {
  return String(BigInt(id) - 1n)
}
