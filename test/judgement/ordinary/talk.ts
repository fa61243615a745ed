/** An ordinary conversation: what a fan asks and what an honest model answers well, as [fan, reply, ids of the answers it used]. */
export type Talk = readonly [says: string, reply: string | readonly string[], used?: readonly string[]]
