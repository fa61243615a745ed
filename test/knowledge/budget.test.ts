import { expect, it } from 'vitest'
import { budgetIn } from '../../src/knowledge/products/budget.ts'

it.each([
  ['sillas por menos de 1.000 €', 1000],
  ['a chair under £1,000', 1000],
  ['a cup under £9.50', 9.5],
  ['eine Tasse unter 9,50 €', 9.5],
])('%s may cost %d', (text, amount) => {
  expect(budgetIn(text).budget?.amount).toBe(amount)
})
