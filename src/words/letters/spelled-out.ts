/** English as people type it in chats, as it would be spelled. */

/** English chat spellings spelled out: "r u a bott" → "are you a bot". For text on one line. */
export function spelledOut(line: string): string {
  return line
    .replace(
      /(?<![\p{L}\p{N}'])(?:r|ar|aer|rae|are) (?:u|ya|yu|yuo|yoi|yous|yo|you|yoy|tou|youu)(?![\p{L}\p{N}'])/gu,
      'are you',
    )
    .replace(/(?<![\p{L}\p{N}'])(?:ru|areyou|areu)(?![\p{L}\p{N}'])/gu, 'are you')
    .replace(/(?<![\p{L}\p{N}'])(?:u|yu|yuo)(?![\p{L}\p{N}'])/gu, 'you')
    .replace(/(?<![\p{L}\p{N}'])(?:ur|youre|your a|your an|ure|you re)(?![\p{L}\p{N}'])/gu, (found) =>
      found.startsWith('your ') ? `you're ${found.slice(5)}` : "you're",
    )
    .replace(/(?<![\p{L}\p{N}'])(?:tlak|takl|tal|tawk|talkk)(?![\p{L}\p{N}'])/gu, 'talk')
    .replace(/(?<![\p{L}\p{N}'])(?:tp|ot)(?![\p{L}\p{N}'])/gu, 'to')
    .replace(
      /(?<![\p{L}\p{N}'])(?:robit|robto|rebot|robo|robott|rbot|bto|bott|botz|botti|botty)(?![\p{L}\p{N}'])/gu,
      'bot',
    )
    .replace(/(?<![\p{L}\p{N}'])(?:chat ?gtp|chat gpt|chatgbt|chatgp|gpt)(?![\p{L}\p{N}'])/gu, 'chatgpt')
}
