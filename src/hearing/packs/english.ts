/** English, which has everything that is shown besides the persona's lines: what another language lacks is said in it. */
import { packs } from './packs.ts'

/** Each part is asked for when it is needed: `npm run packs` has to run where one is not written yet. */
export const english = {
  get words() {
    return packs.en?.words
  },
  get texts() {
    const { labels, commands, policy, myData } = packs.en?.texts ?? {}
    return { labels: whole(labels), commands: whole(commands), policy: whole(policy), myData: whole(myData) }
  },
  get remembering() {
    return whole(packs.en?.remembering)
  },
  get helping() {
    return whole(packs.en?.helping)
  },
  get standing() {
    return whole(packs.en?.standing)
  },
  get working() {
    return whole(packs.en?.working)
  },
  get pages() {
    return whole(packs.en?.pages)
  },
  get lookUps() {
    return whole(packs.en?.['look-ups'])
  },
  get products() {
    return whole(packs.en?.products)
  },
  get linking() {
    return whole(packs.en?.linking)
  },
}

function whole<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('a text is missing in src/hearing/packs/en: write it and run npm run packs')
  return part
}
