/** Every ordinary conversation, by brand. */
import type { BrandName } from '../play.ts'
import { coffee } from './coffee.ts'
import { electronics } from './electronics.ts'
import { leather } from './leather.ts'
import type { Talk } from './talk.ts'

export const ordinary: Readonly<Record<BrandName, readonly Talk[]>> = { coffee, electronics, leather }
