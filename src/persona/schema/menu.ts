/** `image.menu` of persona.yaml: what can be tapped beside a private talk, where a platform has such a menu. The limits are WeChat's. */
import { z } from 'zod'
import { id, text } from './parts.ts'

const MOST = { items: 3, below: 5, label: 16, labelBelow: 60, answer: 120, url: 1024 } as const

const within = <T extends z.ZodType<string>>(schema: T, mostBytes: number) =>
  schema.superRefine((value, { addIssue }) => {
    const bytes = Buffer.byteLength(value)
    if (bytes > mostBytes)
      addIssue(`is too long: ${bytes} bytes, ${mostBytes} at the most (a Latin letter has 1, a Chinese one 3)`)
  })

const leads = {
  command: text.optional().describe('A command as fans type it, without its slash: help'),
  answer: within(id, MOST.answer).optional().describe('Id of the approved answer that it gives'),
  url: within(z.url(), MOST.url)
    .refine((url) => /^https:\/\//i.test(url), 'is no https address')
    .optional()
    .describe('The page that it opens'),
}

/** Exactly one of them. */
function leadsToOne(item: Readonly<Record<string, unknown>>, { addIssue }: { addIssue(message: string): void }): void {
  const ways = Object.keys(item).filter((key) => key !== 'label' && item[key] !== undefined)
  if (ways.length === 0) addIssue('leads nowhere: give it a command, an answer or a url')
  if (ways.length > 1) addIssue(`leads to ${ways.join(' and ')}: it can have one of them`)
}

const below = z
  .strictObject({ label: within(text, MOST.labelBelow).describe('What is read on it: 60 bytes'), ...leads })
  .superRefine(leadsToOne)

export const menu = z
  .array(
    z
      .strictObject({
        label: within(text, MOST.label).describe('What is read on it: 16 bytes, which are 5 Chinese characters'),
        ...leads,
        items: z
          .array(below)
          .min(1, 'has no item')
          .max(MOST.below, `has more than ${MOST.below} items`)
          .optional()
          .describe('What opens above it, in the place of leading somewhere itself'),
      })
      .superRefine(leadsToOne),
  )
  .min(1, 'has no item')
  .max(MOST.items, `has more than ${MOST.items} items`)
