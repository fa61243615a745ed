/** The key `community` of persona.yaml: where fans meet, and what is made of what sets them apart. */
import { z } from 'zod'
import { fanKinds } from '../../domain/standing.ts'
import { occasions } from './lines.ts'
import { id, localLines, localText, text } from './parts.ts'

const tone = z
  .strictObject({
    how: text.optional().describe('For the model: how such a fan is spoken to, in a sentence'),
    lines: z
      .record(z.string(), localLines)
      .superRefine((lines, { addIssue }) => {
        for (const name of Object.keys(lines))
          if (!occasions.some((occasion) => occasion === name))
            addIssue({ code: 'custom', path: [name], message: 'is none of the lines of `lines`' })
      })
      .default({})
      .describe('Said to such a fan instead of the line of that name in `lines`'),
  })
  .optional()

const title = z.strictObject({
  id: id.describe('Stable; used in records'),
  name: localText.describe('In the persona’s world, at most 16 characters to be shown on Telegram'),
  kind: z.enum(fanKinds).describe('Whose title it is: influential, creative or helper'),
  from: z.number().min(1).max(100).default(3).describe('From which strength; kept until half of it is left'),
})

export const community = z.strictObject({
  about: localText.optional(),
  links: z
    .array(z.strictObject({ label: localText, url: z.url() }))
    .default([])
    .describe('Where the community meets'),
  tone: z
    .strictObject({ loyal: tone, ordinary: tone, rival: tone })
    .optional()
    .describe('How regulars, ordinary fans and a competitor’s customers are spoken to; if absent, all alike'),
  titles: z
    .array(title)
    .default([])
    .describe('What fans can earn by what others found useful; never by how much they write'),
  first: z
    .strictObject({
      perFan: z.int().min(0).max(50).default(3).describe('Most unasked messages to a fan within a week'),
      perGroup: z.int().min(0).max(50).default(5).describe('Most of them in a group within a week'),
    })
    .default({ perFan: 3, perGroup: 5 })
    .describe('The one budget for all that is said unasked'),
  promotion: z
    .number()
    .min(0)
    .max(100)
    .default(10)
    .describe('Most percent of its words of a week that may promote; above it nothing is promoted unasked'),
  interests: z
    .union([z.literal('all'), z.array(text)])
    .optional()
    .describe('Groups whose talk may be counted by what it is about, as telegram:-100123; all; if absent, none'),
  circle: z
    .strictObject({
      groups: z
        .record(id, z.union([text, z.int()]).transform(String))
        .default({})
        .describe('The private group of each platform, by its id there: {telegram: -100123, discord: "456"}'),
      kinds: z
        .array(z.enum(fanKinds))
        .default([...fanKinds])
        .describe('Which fans are invited'),
      from: z.number().min(1).max(100).default(3).describe('From which strength of such a kind'),
    })
    .optional()
    .describe('A small circle of fans who are asked for advice, by invitation'),
  works: z
    .strictObject({
      licence: localText.describe(
        'What a fan says yes to, before anything of theirs is shown; changed words are a new version',
      ),
      scope: localText.optional().describe('Where it may be shown, told with it'),
      months: z.int().min(1).max(120).default(24).describe('For how long'),
      asks: z.boolean().default(true).describe('Whether it asks once, in private, after praise'),
      gallery: z.boolean().default(false).describe('Whether accepted works stand on the public page /works/'),
    })
    .optional()
    .describe('What fans let the brand show; if absent, nothing is'),
})
