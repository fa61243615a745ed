/** A text as the recognisers of fans' questions read it: folded, chat spellings spelled out, one Chinese script; and typos. */
import { fold } from './fold.ts'
import { spaced } from './voice/patterns.ts'

/** Only the characters that the recognisers' Chinese words use. 係 alone is the Cantonese 是. */
const simplified: Readonly<Record<string, string>> = {
  機: '机',
  嗎: '吗',
  還: '还',
  類: '类',
  這: '这',
  們: '们',
  實: '实',
  話: '话',
  說: '说',
  對: '对',
  轉: '转',
  幫: '帮',
  請: '请',
  聯: '联',
  繫: '系',
  係: '是',
  個: '个',
  電: '电',
  腦: '脑',
  動: '动',
  復: '复',
  覆: '复',
  複: '复',
  經: '经',
  闆: '板',
  領: '领',
  導: '导',
  專: '专',
  員: '员',
  負: '负',
  責: '责',
  務: '务',
  換: '换',
  給: '给',
  讓: '让',
  與: '与',
  溝: '沟',
  談: '谈',
  講: '讲',
  處: '处',
  沒: '没',
  麼: '么',
  誰: '谁',
  裡: '里',
  裏: '里',
  後: '后',
  邊: '边',
  屬: '属',
  難: '难',
  證: '证',
  擬: '拟',
  當: '当',
  該: '该',
  會: '会',
  來: '来',
  騙: '骗',
  現: '现',
  開: '开',
  問: '问',
  嘅: '的',
  喺: '在',
  咩: '吗',
  冇: '没',
  唔: '不',
  運: '运',
  營: '营',
  師: '师',
  總: '总',
  點: '点',
  謝: '谢',
  愛: '爱',
  樂: '乐',
  厲: '厉',
  讚: '赞',
  贊: '赞',
  煩: '烦',
  歡: '欢',
  見: '见',
  興: '兴',
  聽: '听',
  過: '过',
  幹: '干',
  無: '无',
  睏: '困',
  飯: '饭',
  覺: '觉',
  氣: '气',
  強: '强',
  優: '优',
  滿: '满',
  貼: '贴',
  聰: '聪',
  產: '产',
  試: '试',
  錯: '错',
  發: '发',
  擾: '扰',
  幾: '几',
  歲: '岁',
  單: '单',
  諒: '谅',
  節: '节',
  聖: '圣',
  誕: '诞',
  賀: '贺',
  為: '为',
  關: '关',
  時: '时',
  間: '间',
  嘍: '喽',
  囉: '啰',
  絕: '绝',
  膩: '腻',
  瞭: '了',
  馬: '马',
  鬧: '闹',
  樣: '样',
  結: '结',
  戀: '恋',
  閒: '闲',
  閃: '闪',
  別: '别',
  傷: '伤',
  帥: '帅',
  靚: '靓',
  醜: '丑',
  鐘: '钟',
  嚇: '吓',
  魚: '鱼',
  貓: '猫',
  買: '买',
  賣: '卖',
  號: '号',
  碼: '码',
}

/** Folded, in simplified characters, "r u" spelled out, white space single. Length may change. */
export function readingForm(text: string): string {
  let form = ''
  for (const character of fold(text).replaceAll('關係', '关系')) form += simplified[character] ?? character
  return form
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
    .replace(/\s+/g, ' ')
    .trim()
}

/** A pattern that must end where a clause does: at punctuation, the end, or a connecting word. */
export function withClauseEnd(source: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${spaced(fold(source))})(?=\\s{0,3}(?:$|[^\\p{L}\\p{N}\\s'-]|(?:please|pls|plz|and|or|but|because|cause|cuz|coz|so|now|here|thanks|thank|thx|who|that|to|for|about|not|instead|asap|today|if|this|on|from|as|i|lol|haha|right|though|tho|answering|helping)(?![\\p{L}\\p{N}])))`,
    'gu',
  )
}

/** One slip away (one letter more, fewer, other, or two swapped); for long words two. Short words are never typos. */
export function isTypoOf(word: string, wanted: string): boolean {
  if (word === wanted) return true
  const allowed = wanted.length >= 10 ? 3 : wanted.length >= 8 ? 2 : 1
  if (wanted.length < 5 || Math.abs(word.length - wanted.length) > allowed || word[0] !== wanted[0]) return false
  if (word === `${wanted}s` || distinct.has(word)) return false
  return distance(word, wanted) <= allowed
}

/** Words of their own that lie one letter from a wanted one. */
const distinct = new Set([
  'humane',
  'humans',
  'humus',
  'hume',
  'persons',
  'persona',
  'parson',
  'prison',
  'agents',
  'agency',
  'argent',
  'aged',
  'managed',
  'manage',
  'mangers',
  'operated',
  'operate',
  'operates',
  'operators',
  'represent',
  'represents',
  'robots',
  'machines',
  'reason',
  'regent',
  'urgent',
  'again',
])

/** Damerau–Levenshtein with adjacent swaps; words are short. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
