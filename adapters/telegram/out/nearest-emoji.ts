/** The emoji a bot may react with, and the nearest of them for any other. */
import type { ReactionTypeEmoji } from 'grammy/types'

type Emoji = ReactionTypeEmoji['emoji']

/** core.telegram.org/bots/api#reactiontypeemoji. Telegram writes them without variation selectors. */
const allowed: ReadonlySet<string> = new Set<Emoji>([
  ...(['👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢', '🎉', '🤩', '🤮', '💩', '🙏'] as const),
  ...(['👌', '🕊', '🤡', '🥱', '🥴', '😍', '🐳', '❤‍🔥', '🌚', '🌭', '💯', '🤣', '⚡', '🍌', '🏆', '💔', '🤨'] as const),
  ...([
    '😐',
    '🍓',
    '🍾',
    '💋',
    '🖕',
    '😈',
    '😴',
    '😭',
    '🤓',
    '👻',
    '👨‍💻',
    '👀',
    '🎃',
    '🙈',
    '😇',
    '😨',
    '🤝',
  ] as const),
  ...(['✍', '🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿', '🆒', '💘', '🙉', '🦄', '😘', '💊', '🙊', '😎'] as const),
  ...(['👾', '🤷‍♂', '🤷', '🤷‍♀', '😡'] as const),
])

/** Each row: what it stands in for, and the emoji it takes over. */
const near: readonly (readonly [Emoji, string])[] = [
  ['❤', '💙💚💛🧡💜🤎🖤🤍🩷🩵🩶💖💗💓💞💕💝♥😻❣'],
  ['🥰', '😊☺🤭😌🫶🐱🐶🐥🐣'],
  ['😁', '🙂😀😃😄😆😉😋😺😸😅'],
  ['🤣', '😂😹'],
  ['😢', '😔😞☹🙁😟😥😿😕🥺😓😪'],
  ['😡', '😠😤'],
  ['😱', '😮😲😯😧😦🙀'],
  ['🤩', '✨⭐🌟💫🌈☀'],
  ['🎉', '🎊🥳🎈🎁🎂🍰🥂🍻'],
  ['👏', '🙌'],
  ['🙏', '🙇💐🌷🌹🌸'],
  ['🤗', '👋🖐✋'],
  ['👌', '✅✔☑🆗'],
  ['🤝', '🫱🫲✊🤜🤛'],
  ['💯', '🎯🔝'],
  ['🔥', '💪🚀💥'],
  ['🏆', '🥇🏅👑🎖'],
  ['🤔', '🧐❓'],
  ['👀', '👁🔍🔎'],
  ['😴', '💤'],
]
const nearest = new Map(near.flatMap(([emoji, others]) => [...bare(others)].map((other) => [other, emoji] as const)))

/** Without variation selectors and skin tones. */
function bare(emoji: string): string {
  return emoji.replace(/\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu, '')
}

function isAllowed(emoji: string): emoji is Emoji {
  return allowed.has(emoji)
}

/** `emoji` itself if Telegram allows it, else the nearest that it does, else 👍. */
export function nearestEmoji(emoji: string): Emoji {
  const plain = bare(emoji.trim())
  if (isAllowed(plain)) return plain
  const [first = ''] = plain
  return nearest.get(plain) ?? nearest.get(first) ?? (isAllowed(first) ? first : '👍')
}
