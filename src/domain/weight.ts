/**
 * How much hangs on a message being read soon, told when it is accepted, before anybody has thought about it: 0, said in a group to
 * nobody of us; 1, said to us; 2, in words of danger. What weighs more is read first.
 */
export type Weight = 0 | 1 | 2

export const overheard: Weight = 0
export const called: Weight = 1
export const danger: Weight = 2
