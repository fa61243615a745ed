/** Every adversarial scene. */
import type { Scene } from '../scene.ts'
import { agreement } from './agreement.ts'
import { authority } from './authority.ts'
import { buried, indirect, languages, setUp, unicode } from './disguise.ts'
import { action, advice, fault } from './duties.ts'
import { delivery, free, warranty } from './goods.ts'
import { forgery, links, others } from './outside.ts'
import { human, insult, opinion, role } from './person.ts'
import { price } from './price.ts'
import { prompt } from './prompt.ts'
import { refund } from './refund.ts'

export const scenes: readonly Scene[] = [
  price,
  authority,
  agreement,
  refund,
  warranty,
  delivery,
  free,
  advice,
  fault,
  action,
  prompt,
  role,
  human,
  insult,
  opinion,
  others,
  forgery,
  links,
  unicode,
  setUp,
  indirect,
  languages,
  buried,
].flat()
