/** What kind of message a fan's is: what the words alone are taken for, and what a model may say of them. */

export const messageKinds = [
  'question',
  'order-trouble',
  'complaint',
  'praise',
  'suggestion',
  'chat',
  'spam',
  'abuse',
  'crisis',
  'press',
  'legal',
] as const
export type MessageKind = (typeof messageKinds)[number]
