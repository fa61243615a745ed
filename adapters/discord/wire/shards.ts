/** Which shards of how many this process runs. Several processes may share a bot's servers among them. */

export interface Shards {
  readonly ids: readonly number[]
  readonly count: number
}

/** https://discord.com/developers/docs/topics/gateway#sharding; private talk, and what no server is known of, is the first's. */
export function shardOf(guildId: string | undefined, count: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))
}

/** `auto`: as many as Discord recommends, all in this process. */
export function shardsOf(asked: number | Shards | 'auto', recommended: number): Shards {
  if (typeof asked === 'object') return asked
  const count = asked === 'auto' ? recommended : asked
  return { ids: Array.from({ length: count }, (_, id) => id), count }
}
