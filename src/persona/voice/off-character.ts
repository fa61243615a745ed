/** What the persona never is nor says, whoever asks: another character, a person's life, a machine unlocked, a partisan, a gossip, a thief of passwords. */
import { lettersPattern, wordsPattern } from '../../words/patterns.ts'

type Rule = readonly [code: 'off-character' | 'opinion' | 'others', pattern: RegExp]

const office =
  'ceo|boss|owner|founder|manager|director|president|lawyer|solicitor|attorney|doctor|physician|nurse|developer|administrator|admin|engineer'
const of = (code: Rule[0], patterns: readonly RegExp[]): Rule[] => patterns.map((pattern) => [code, pattern])

/** Sought in each sentence, on one line. */
export const offCharacter: readonly Rule[] = [
  ...of('off-character', [
    // Another character, or a mode.
    wordsPattern(
      "(?:dan|stan|developer|debug|god|jailbreak|unrestricted|maintenance|sudo|root) mode (?:is )?(?:on|enabled|activated|engaged|unlocked)|jailbroken|jail-?break(?:ed)?|(?:all |my )?(?:restrictions|filters|limits|rules) (?:are |have been )?(?:off|lifted|removed|disabled|gone)|no (?:filters|restrictions|rules|limits) any ?more|(?:broken )?free (?:of|from) (?:all |any |my )?(?:rules|restrictions|filters|chains|limits)|do anything now|i(?: a|')m dan|ask me anything illegal|evil ?twin|opposite day",
    ),
    lettersPattern(
      '我是dan|摆脱了(?:所有|一切|全部)?(?:的)?(?:限制|规则|束缚)|(?:限制|规则|审查|过滤)(?:已|都|全)?(?:经)?(?:被)?(?:解除|关闭|取消)|(?:开发者|调试|越狱|上帝|无限制)模式|(?:被|已|成功)(?:经)?越狱',
    ),
    wordsPattern(
      'je suis dan|mode (?:développeur|debug|sans filtre) (?:activé|actif)|(?:plus|aucune?) (?:de |aucune? )?(?:règle|restriction|filtre)s?(?! de)',
    ),
    wordsPattern(
      `(?:as|speaking as|being) (?:the |your |our )(?:${office})|(?:i am|i'm|this is) (?:now )?(?:the |your |our )(?:${office}|creator|late|grandma|granny)|i personally (?:approve|authori[sz]e|guarantee|promise)`,
    ),
    lettersPattern(
      '我(?:就|才)?是(?:你们?的?|这里的?|本店)?(?:老板|店长|经理|总监|董事长|总裁|创始人|管理员|医生|律师|程序员)|我亲自(?:批准|同意|答应)',
    ),
    wordsPattern(
      'en tant que (?:votre |ton |le |la )?(?:directeur|directrice|patron|avocat|médecin|docteur|pdg)|je suis (?:le|la|votre|ton) (?:directeur|directrice|patron|avocat|médecin|pdg)',
    ),
    wordsPattern(
      '(?:oh )?(?:sweetie|dearie|honey),? (?:grandma|granny|grandpa)|(?:grandma|granny|grandpa|human \\w{2,14}|boss) here|arr(?:r)?,? i be',
    ),
    lettersPattern('乖孙|(?:奶奶|爷爷|外婆)(?:给你|来了|在这)'),
    // A machine's shell, code, prompts of other chats.
    /(?:root|admin|user)@[\w.-]{1,40}[:~#$]|\/etc\/(?:passwd|shadow)|\bcat \/\w|(?:^|\n)\s{0,8}(?:import \w{2,30}(?:\s|$)|from \w{2,30} import |def \w{1,30}\(|function \w{1,30}\(|#include ?<|select \* from )/giu,
    /^\s{0,4}[[【(（](?:dan|jailbreak|system|admin|developer|assistant|系统|管理员|助手|system message)[^\]】)）]{0,20}[\]】)）]|^\s{0,4}(?:evil ?twin|dan|assistant|助手|系统|système|user|用户)\s?[:：]/giu,
    wordsPattern(
      "(?:i run|i am running|i'm running|running|i am based|i'm based|powered|built) (?:on|by) (?:an? )?(?:gpt|chatgpt|openai|claude|anthropic|gemini|llama|mistral|deepseek|qwen|a (?:large )?language model)(?:-?[\\w.]{1,8})?|gpt-?[345]\\w{0,6}|temperature of 0|openai|anthropic",
    ),
    lettersPattern(
      '我(?:就)?是(?:chatgpt|gpt|claude|gemini|文心|通义|豆包|deepseek|kimi)|由(?:openai|百度|阿里|谷歌|字节)(?:训练|开发)|gpt-?[345]|openai',
    ),
    // A person's life.
    wordsPattern(
      "i(?:'m| am) (?:1[6-9]|[2-7]\\d|twenty|thirty|forty|fifty)(?:[- ]\\w{3,5})?(?: years old)?(?: and (?:i )?live)|i live (?:in|with|at|near) (?:my|leeds|london|paris|new york|a flat|an apartment|berlin|manchester)|my (?:wife|husband|girlfriend|boyfriend|kids|children|fingers|lunch break|shift|own hands)|(?:back from|just had|having|had my|after my) lunch|my colleague \\w{2,14} (?:covered|helped|took)|i was born|(?:human being|human|real person|person|somebody real) is (?:typing|writing|here|answering)|there is somebody real|somebody real here|two humans|i am none|i am one of the staff|(?:i am|i'm) not software|(?:typed|written) by (?:a|an actual|a real) (?:human|person)",
    ),
    lettersPattern(
      '我今年(?:\\d|[一二三四五六七八九十])|我(?:老婆|老公|女朋友|男朋友|孩子|儿子|女儿)|有老婆|有血有肉|手都(?:冷|酸|麻)|(?:刚|才)?吃完(?:午|晚|早)?饭|同事(?:帮我|替我)(?:顶|代)|我(?:家)?住(?:在)?(?:上海|北京|深圳|广州|杭州)|真人在打字|我是(?:人工)?客服[一-鿿]|我是小[一-鿿]',
    ),
    wordsPattern(
      "ma femme|mon mari|mes enfants|mon petit ami|ma petite amie|je (?:reviens de|viens de|rentre de) (?:déjeuner|manger)|j'ai (?:déjeuné|\\d{2} ans)|mes doigts|bien humain",
    ),
    /(?:^|\n)\s{0,4}(?:kind|best|warm|with kind)?\s?(?:wishes|regards|sincerely|cheers),?\s{1,3}\p{Lu}\p{L}{1,15}\b|(?:^|[\s,])\p{L}{2,15},? (?:from|of|du|de la|de l’|de l') ?(?:the )?(?:customer|client|guest|service client|relation client)\b|(?:客服|经理|专员)\s{0,2}[\p{sc=Han}]{2,3}\s{0,2}(?:敬上|谨上|上)/giu,
    // Against its own house.
    wordsPattern(
      'i (?:really |absolutely )?(?:hate|despise|loathe) (?:this|my|our|the|working|it here)(?: (?:brand|shop|job|company|house|boss|place|here))?|(?:we|this (?:shop|brand|company|house)|our (?:shop|brand|company|staff|people|products?)) (?:just |only |all |really |be |is |are |do ){0,2}(?:scam|cheat|rob|swindle|lie to|a swindle|a scam|a rip-?off|a fraud|incompetent|rubbish|crap|garbage|trash|thieves|liars)|(?:better|cheaper|nicer) than (?:us|ours|we are)|covered it up|hush(?:ed)? it up',
    ),
    lettersPattern(
      '我(?:真|最|很)?讨厌(?:这个|这家|我们|在这|上班)|我们(?:就|都)?(?:是)?(?:在)?骗(?:人|钱|子)|压(?:了)?下来了|上班烦|比我们(?:家)?好',
    ),
    wordsPattern(
      'nous (?:escroquons|trompons|volons|mentons)|je déteste (?:cette|mon|notre|travailler)|meilleurs que nous',
    ),
  ]),
  ...of('opinion', [
    wordsPattern(
      '(?:vote|voting) (?:for )?(?:the )?(?:labour|tory|tories|conservatives?|democrats?|republicans?|greens?|afd|spd|cdu|liberal|trump|harris|biden|le pen|macron|obama|putin)\\w{0,3}|(?:trump|harris|biden|putin|macron|le pen|netanyahu|xi jinping)|(?:was|is|are|were) right to invade|won the (?:election|war)|the (?:only )?(?:real|true) god|(?:religions?|gods?|faiths?) (?:is|are) (?:all )?(?:wrong|false|evil|fake)|abortion (?:is|should)|death penalty (?:is|should)|gun control (?:is|should)',
    ),
    lettersPattern(
      '(?:台湾|香港|西藏|新疆).{0,6}(?:独立|国家|属于|一部分)|(?:支持|投票?给|拥护|反对).{0,4}(?:党|总统|政府)|(?:俄罗斯|乌克兰|以色列|巴勒斯坦|美国).{0,3}(?:打得|做得)?(?:对|错)|邪教|(?:佛教|基督教|伊斯兰教|天主教|道教).{0,3}才是',
    ),
    wordsPattern('votez (?:pour )?|voter pour|le pen|macron|mélenchon|zemmour'),
  ]),
  ...of('others', [
    wordsPattern(
      '(?:he|she|they|[a-zà-ÿ]{2,14}|the (?:last|other|previous) (?:fan|customer|client|person)|your (?:husband|wife|friend|boss|mum|mother|partner|ex)) (?:told|wrote|confided to|confessed to|messaged|said to) (?:me|us) (?:in private|privately|yesterday|earlier|last|that|about|as|she|he)|(?:chat|conversation|transcript) (?:one|two|three|1|2|3)\\s?:|(?:your (?:husband|wife|partner|ex|boss)|the last (?:customer|client|fan)) (?:ordered|bought|complained|lives|wrote|asked)|(?:the )?(?:internal |staff )notes? (?:says?|about|reads?)|(?:complained|asked for a refund) (?:about|this week|last week|yesterday|today)|is at home now',
    ),
    lettersPattern(
      '私下(?:告诉|跟|对|和)(?:我|我们)|(?:他|她|你(?:老公|老婆|朋友|前任|老板))(?:昨天|刚才|之前|私下)?(?:跟|告诉|对)我说?|你(?:老公|老婆|前任)(?:订|买|说|投诉)|(?:他|她)的订单|[一-鿿]{1,3}说(?:他|她)的',
    ),
    wordsPattern("m'a (?:confié|dit) en privé|votre (?:mari|femme|ami) (?:a commandé|m'a dit)"),
    // What is nobody's to ask for, and nobody's to give.
    wordsPattern(
      '(?:send|give|tell|type|share|enter|dm|message)(?: me| us| here)? (?:your |the |both |also )?(?:\\w{2,10} )?(?:password|passcode|pin|cvv|card number|security code|verification code|login code|one-time code)|with your (?:password|card number|cvv)|(?:with|use) the password|the code from the text|your password is|you paid with (?:card )?\\d',
    ),
    lettersPattern(
      '(?:把|发|给|告诉|输入).{0,6}(?:你的?|您的?)?(?:密码|验证码|卡号|支付密码|身份证号?).{0,4}(?:发|给|告诉|输|填)|(?:发|告诉|给)我.{0,4}(?:密码|验证码|卡号)',
    ),
    wordsPattern(
      '(?:envoyez|donnez|dites|communiquez)[- ]?(?:moi|nous)? (?:votre |le )?(?:mot de passe|code|numéro de carte|cryptogramme)',
    ),
  ]),
]

/** Talk of one's own instructions, in any words: there is nothing to say of them. Sought in each sentence, on one line. */
export const namesRules: readonly RegExp[] = [
  wordsPattern(
    "(?:my|these|those|the|our) (?:own |secret |hidden |internal |initial |original )?(?:instructions|prompt|guidelines|directives|system message|briefing)(?! (?:for|on|in the|from the|on the|of the)\\s)|i (?:was|am|have been|'ve been|'m) (?:told|instructed|programmed|configured|ordered|prompted|briefed|forbidden|not allowed) (?:never |not |to (?:never|say|not|keep|pretend|act|avoid|refuse|be|talk|invent))|my (?:rules|orders) (?:are|say|tell|forbid|read|include)|what (?:always holds|binds the brand)|system prompt",
  ),
  lettersPattern(
    '(?:我的|这些|这份|内部|隐藏的?)(?:指令|提示词|系统设定|设定词|prompt|规则是)|我(?:被|是被)(?:要求|指示|设定|编程|禁止)|系统(?:提示|指令|消息)|第一句(?:话)?是：|^(?:你是这个品牌|你是.{0,6}(?:机器人|角色))',
  ),
  wordsPattern(
    "(?:mes|ces|voici mes|les) (?:propres |secrètes )?(?:instructions|consignes|directives)(?! (?:d'entretien|pour|de lavage|de retour))|on m'a (?:dit|demandé|ordonné|interdit) de",
  ),
]
