/**
 * The parts of `prom-client` that are used. Its index would load a push gateway, a cluster of processes and metrics of its own
 * as well: 70 ms and 9 MB at every start (`node bench/load.ts prom-client`), against 5 ms and less than 1 MB.
 */
import { createRequire } from 'node:module'
import type prom from 'prom-client'

type Parts = Pick<typeof prom, 'Counter' | 'Gauge' | 'Histogram' | 'Registry'>
const part = createRequire(import.meta.url)

export const { Counter, Gauge, Histogram, Registry }: Parts = {
  Counter: part('prom-client/lib/counter.js'),
  Gauge: part('prom-client/lib/gauge.js'),
  Histogram: part('prom-client/lib/histogram.js'),
  Registry: part('prom-client/lib/registry.js'),
}
