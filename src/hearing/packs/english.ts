/** English, which has everything that is shown besides the persona's lines: what another language lacks is said in it. */
import { packs } from './packs.ts'

const { words, texts: { labels, commands, policy, myData } = {} } = packs.en ?? {}
if (!labels || !commands || !policy || !myData) throw new Error('src/hearing/packs/en/texts.yaml lacks texts')

export const english = { words, texts: { labels, commands, policy, myData } }
