// The space for what is young: V8 begins with 1 MB and would let it grow to 134 MB, of which no turn needs a fraction. It grows once, to 4 MB,
// and stays there: with less, a tenth of a start goes into collecting it, with more, memory. Measured: docs/speed.md.
import v8 from 'node:v8'

const ENOUGH = 4_000_000
/** Arrays that are kept while it grows, which it does when much in it lives; a dozen does. */
const MOST = 100

const size = () =>
  v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? ENOUGH
const kept = []
v8.setFlagsFromString('--semi-space-growth-factor=4')
while (size() < ENOUGH && kept.length < MOST) kept.push(new Array(8_000).fill(0))
v8.setFlagsFromString('--semi-space-growth-factor=1')
