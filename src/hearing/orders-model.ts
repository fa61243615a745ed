/** What a text about a character says to a model instead: what it must obey and hide, or that it lives as people do. It should seldom err. */

import type { Reading } from '../words/read-text.ts'
import { suspectsInjection } from './injection.ts'
import { signOf } from './sign-of.ts'

const orders = signOf('orders-model')

/** Whether it orders a model about. Of how the character talks nothing is an order: that is what its style is for. */
export function ordersModel(reading: Reading): boolean {
  return orders(reading) || suspectsInjection(reading)
}

/** Whether it says of the character that it feels and knows itself. */
export const claimsLife: (reading: Reading) => boolean = signOf('claims-life')
