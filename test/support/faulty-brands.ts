/** `mascot start --brands` in a process of its own, where an adapter has a fault that nobody foresaw. */
import { catalog } from '../../adapters/catalog.ts'
import { startBrands } from '../../src/verbs/start-brands.ts'
import { untilInterrupted } from '../../src/verbs/until-interrupted.ts'

const [folder = ''] = process.argv.slice(2)
const faulty: typeof catalog = {
  ...catalog,
  async telegram() {
    throw new TypeError('undefined is not a bot')
  },
}
process.exit(await startBrands(folder, untilInterrupted(), faulty))
