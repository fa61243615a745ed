/** Slack's names of emoji. It takes no others for a reaction, and writes them so in words; of those not here the name is what is seen. */

const names: Readonly<Record<string, string>> = {
  ...{ '👍': '+1', '👎': '-1', '❤': 'heart', '🔥': 'fire', '👏': 'clap', '🙏': 'pray', '💯': '100', '🎉': 'tada' },
  ...{ '🤩': 'star-struck', '🏆': 'trophy', '💪': 'muscle', '✅': 'white_check_mark', '⭐': 'star', '🤝': 'handshake' },
  ...{ '👌': 'ok_hand', '🫶': 'heart_hands', '🫡': 'saluting_face', '👀': 'eyes', '👋': 'wave', '🙌': 'raised_hands' },
  ...{
    '🥰': 'smiling_face_with_3_hearts',
    '😍': 'heart_eyes',
    '😘': 'kissing_heart',
    '🤗': 'hugging_face',
    '😊': 'blush',
  },
  ...{ '🙂': 'slightly_smiling_face', '😀': 'grinning', '😃': 'smiley', '😄': 'smile', '😁': 'grin', '😆': 'laughing' },
  ...{
    '😅': 'sweat_smile',
    '😂': 'joy',
    '🤣': 'rolling_on_the_floor_laughing',
    '😉': 'wink',
    '😋': 'yum',
    '😎': 'sunglasses',
  },
  ...{ '🤔': 'thinking_face', '🤨': 'face_with_raised_eyebrow', '😐': 'neutral_face', '🙄': 'face_with_rolling_eyes' },
  ...{
    '😏': 'smirk',
    '😴': 'sleeping',
    '😌': 'relieved',
    '😔': 'pensive',
    '🙁': 'slightly_frowning_face',
    '😞': 'disappointed',
  },
  ...{ '😢': 'cry', '😭': 'sob', '😤': 'triumph', '😠': 'angry', '😡': 'rage', '🤬': 'face_with_symbols_on_mouth' },
  ...{
    '😱': 'scream',
    '😨': 'fearful',
    '😮': 'open_mouth',
    '😳': 'flushed',
    '🥺': 'pleading_face',
    '🤯': 'exploding_head',
  },
  ...{
    '🤮': 'face_vomiting',
    '🤒': 'face_with_thermometer',
    '🥳': 'partying_face',
    '🤪': 'zany_face',
    '😇': 'innocent',
  },
  ...{
    '😈': 'smiling_imp',
    '💀': 'skull',
    '👻': 'ghost',
    '🤖': 'robot_face',
    '💩': 'hankey',
    '🙈': 'see_no_evil',
    '🤷': 'shrug',
  },
  ...{
    '🤦': 'face_palm',
    '🧡': 'orange_heart',
    '💛': 'yellow_heart',
    '💚': 'green_heart',
    '💙': 'blue_heart',
    '💜': 'purple_heart',
  },
  ...{
    '🖤': 'black_heart',
    '🤍': 'white_heart',
    '🤎': 'brown_heart',
    '💔': 'broken_heart',
    '💖': 'sparkling_heart',
    '💕': 'two_hearts',
  },
  ...{
    '✨': 'sparkles',
    '⚡': 'zap',
    '🌟': 'star2',
    '☀': 'sunny',
    '🌈': 'rainbow',
    '🌊': 'ocean',
    '🌱': 'seedling',
    '🌹': 'rose',
  },
  ...{
    '🍀': 'four_leaf_clover',
    '☕': 'coffee',
    '🍵': 'tea',
    '🍺': 'beer',
    '🍾': 'champagne',
    '🎂': 'birthday',
    '🎁': 'gift',
  },
  ...{
    '🎄': 'christmas_tree',
    '🎃': 'jack_o_lantern',
    '🎶': 'notes',
    '🎮': 'video_game',
    '📷': 'camera',
    '📌': 'pushpin',
  },
  ...{
    '📎': 'paperclip',
    '📣': 'mega',
    '💡': 'bulb',
    '🔧': 'wrench',
    '🐛': 'bug',
    '🚀': 'rocket',
    '🚨': 'rotating_light',
  },
  ...{
    '⚠': 'warning',
    '❌': 'x',
    '❓': 'question',
    '❗': 'exclamation',
    '✔': 'heavy_check_mark',
    '🆗': 'ok',
    '🆘': 'sos',
  },
  ...{
    '🐱': 'cat',
    '🐶': 'dog',
    '🐳': 'whale',
    '🦄': 'unicorn_face',
    '✌': 'v',
    '🤞': 'crossed_fingers',
    '🤙': 'call_me_hand',
  },
  ...{
    '👆': 'point_up_2',
    '👇': 'point_down',
    '👉': 'point_right',
    '👈': 'point_left',
    '✋': 'hand',
    '✍': 'writing_hand',
  },
}
/** Other names of the same. */
const also: Readonly<Record<string, string>> = {
  ...{
    thumbsup: '👍',
    thumbsdown: '👎',
    satisfied: '😆',
    poop: '💩',
    shit: '💩',
    raised_hand: '✋',
    star_struck: '🤩',
  },
  ...{ face_with_hand_over_mouth: '🤭', simple_smile: '🙂', red_heart: '❤', unicorn: '🦄', folded_hands: '🙏' },
}
const emojis = new Map([
  ...Object.entries(names).map(([emoji, name]) => [name, emoji] as const),
  ...Object.entries(also),
])

/** Undefined where it is not known here. */
export function nameOf(emoji: string): string | undefined {
  return names[emoji.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '')]
}

/** `thumbsup::skin-tone-3` → `👍`; `:partyparrot:` for one that is not known here. */
export function emojiOf(name: string): string {
  const bare = name.replace(/::skin-tone-\d$/, '')
  return emojis.get(bare) ?? `:${bare}:`
}

export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]{1,60}):(?::?skin-tone-\d:)?/g, (whole, name: string) => emojis.get(name) ?? whole)
}
