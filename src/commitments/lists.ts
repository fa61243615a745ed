/** The lists of a language's `commitments.yaml`, by section. */
import { commitmentKinds } from './commitment.ts'

const sorts = [
  'action/call-person',
  'action/cancel',
  'action/change',
  'action/check',
  'action/contact',
  'action/done',
  'action/feedback',
  'action/hold',
  'action/refund',
  'discount/50',
  'free/delivery',
  'free/return',
  'health/allergy',
  'health/pregnancy',
  'warranty/lifetime',
] as const

export const commitmentSections = {
  /** What commits, by kind and sort. */
  frames: [...commitmentKinds, ...sorts],
} as const
