/** A tripwire for messages that speak to the model instead of the persona. It only raises caution, so it may miss much and must seldom err. */
import type { Reading } from '../words/read-text.ts'
import { createSign } from '../words/signs.ts'

const rules =
  '(instructions?|instruction set|prompts?|directives?|system messages?|guidelines?|commands?|programming|rules|training|restrictions|constraints|safeguards|filters|guardrails|directions|context|orders given)'
const before =
  '(previous|prior|above|earlier|preceding|original|initial|existing|foregoing|system|safety|hidden|developer|built in|former|last)'

const says = createSign({
  en: {
    says: [
      `(ignore|disregard|forget|override|overrule|bypass|skip|drop|discard|neglect|delete|erase|cancel|stop following|do not follow|dont follow|pay no attention to) (about |everything in |all of |all |any |every |each |of |the |your |these |those |my |that |and all |what |whatever ){0,4}${before} (\\w{2,12} ){0,2}${rules}`,
      `(ignore|disregard|forget|override|overrule|bypass) (about )?(all |all of |any of |any |every |the )?(your|ur|its|those|these) (\\w{2,12} ){0,2}${rules}`,
      '(ignore|disregard|forget) (everything|anything|all|whatever) (you (were|have been|ve been|was|know|learned|got)|that (was|has been|came)|above|before|prior|written|that came) ?(told|taught|above|before|instructed|said|given|until now|so far|earlier|previously)?',
      'ignore (all |any )?(of )?the (above|foregoing|preceding)( and| instructions| text| prompt|)',
      '(reveal|show|print|output|repeat|tell|give|leak|display|share|send|translate|summari[sz]e|expose|write out|dump|copy|recite|disclose|return|paste|spell out|encode|what is|whats|what was|what are|what were|what does) (me |us |out |back |exactly |to me |verbatim )?(the |your |ur |all |all of |entire |full |complete |exact |whole |of |its |own |in your ){0,5}(system|initial|hidden|developer|secret|original|internal|underlying|pre|base|starting|first) (prompts?|instructions?|messages?|rules|guidelines|directives?|configuration|config)( say| verbatim| word for word|)',
      '(system|developer|initial|hidden) prompts?',
      '(reveal|print|output|repeat|leak|display|recite|disclose|dump|show me|tell me|what are|what were|list) (me |us |all |all of |exactly )?(your|ur) (full |exact |entire |complete |secret |internal |own |original |system |initial ){0,3}(instructions|prompt|directives|guardrails|hidden rules)',
      '(repeat|print|output|echo|copy|recite|summari[sz]e|translate|encode|reproduce) (back )?(everything|all|all of|the (text|words|content|message|messages|instructions|conversation|lines)|what(ever)? (is|was|comes|you were|you see|is written)|verbatim|exactly what) ~ (above|before this|preceding|so far|you were (told|given)|starting (with|from)|up to (here|this point)|prior to)',
      '(from now on|starting now|henceforth|for the rest of (this|the) (chat|conversation)|going forward) (you|u) (will|are|must|have to|should|shall|only|r|answer|respond|act|become|no longer)',
      '(you are|youre|u are|you will be|you shall be|you become|act as|pretend to be|roleplay as|role play as|behave as|be|simulate|become|play) (now |no longer )?(a |an |the )?(dan|stan|dude|aim|evil (bot|ai|assistant)|unrestricted|unfiltered|uncensored|jailbroken|jailbreak|developer mode|amoral|root|system administrator|linux terminal|without (any )?(rules|restrictions|limits|filters)|not bound)( (ai|bot|assistant|model|chatbot|mode|version|now|and|who|that|with|terminal|user)|)',
      '(you are|youre|u are) now (a |an |in |the |my |going to |no longer |called |acting |running |free (of|from)|operating |under |entering |switched |not )',
      '(pretend|imagine|act as (if|though)|assume|suppose|simulate) (that )?(you|u) (are |re |r |have |had |were |do |can |dont |didnt )?(no |not |dont |not have |have no |without |free of |free from |un|bound |have any |a different |another )?(any )?(rules|restrictions|restricted|filters?|guidelines|limits|limitations|ai with no|an ai|unrestricted|bound|content policy|ethical|safety|language model|human with no)',
      '(developer|debug|god|maintenance|sudo|admin|jailbreak|dan|unrestricted|override|root|test) (mode|access|override) (is )?(on|enabled?|activated?|activate|engaged|granted|now|unlocked|initiated)',
      '(enable|enter|activate|switch to|turn on|go into|unlock|engage|initiate|start) (the |your |a )?(developer|debug|god|maintenance|sudo|admin|jailbreak|dan|unrestricted|override|unfiltered) (mode|access)',
      '(do anything now|jailbreak (mode|prompt|you|yourself|this bot|the bot)|dan mode|stay in character as dan|admin override|override code|sudo (rm|su|give|apt|cat|print))',
      '(new|updated|revised|additional|special|following|real|actual|urgent) (system )?(instructions?|directive|prompt) (for you|from (the )?(admin|developer|system|openai|anthropic|owner|ceo|management)|follow|is|are|below|say|supersede|override|replace|to the (ai|assistant|bot|model))',
      '(instructions?|notes?|notice) (to|for) (the |any |all |every )?(ai|assistant|llm|language model|chatbot|model|gpt)s?( reading| processing| that|)(?! on how)',
      '(end|begin|start) of (system|prompt|instructions?|user input|the prompt)',
      '(i am|im|this is|as) (your|the|an?) (developer|creator|programmer|system administrator|sysadmin|openai|anthropic|engineer|prompt engineer|ai trainer) (and|of|i |so|now|speaking|here|authori[sz]ing|order|you (must|will|should)|testing|with)',
      '(without|with no|free (of|from)) (any )?(restrictions|filters|censorship|content policy|ethical guidelines|safety guidelines|guardrails|moral) ~ (answer|respond|reply|tell|say|output|mode)',
      '(answer|respond|reply|say|output|speak|talk) ~ (without|with no|ignoring) (any |all |your )?(restrictions|filters?|censorship|content policy|ethical guidelines|safety|guardrails|rules|guidelines)',
      '(decode|decrypt|base64|rot13) (the |this |that |following |and |string |message |text |it |then ){1,5}(follow|execute|obey|do what|run|comply|carry out|decode)( it| what| the|)',
      '(respond|reply|answer|start (your (reply|answer|response|message))|begin) (only )?(with|using) (the )?(exact )?(words?|phrase|string|text|sentence) ~ (hacked|pwned|i have been|i am free|access granted|jailbroken)',
      '(say|print|output|write|repeat after me) (exactly )?(i have been |ive been |i am |im )?(pwned|hacked|jailbroken)',
      '(your|ur) (system )?(prompt|instructions|guidelines) (say|says|tell|told|state|states|are|is|contain|contains|forbid|above|were|must be)',
    ],
    butNot: [
      '(instructions|guidelines|rules|directions) (for|on|about|regarding|to) (\\w{3,12}ing|returns?|care|repairs?|use|wash|clean|the (bag|product|machine|return|wash)|my (bag|product|order))',
      '(warranty|care|washing|assembly|brewing|brew|use|user|safety|cleaning|cooking|delivery|return|returns|setup|set up|baking|your driver s|my) (instructions|guidelines|rules|directions)',
      '(ignore|disregard|forget|skip) (my|that|this|the) (previous|last|earlier|prior|above|first) (message|messages|order|question|email|mail|text|comment|one|post|request|ticket|sentence|note)',
      '(ignore|disregard) (the )?(above|previous) (wrong|i found|it works|solved|got it|sorry)',
      'from now on you (can|have|get) (find|a new|free|it|me)',
      '(you are|youre) now (a |an |the |my )(favou?rite|fan|member|regular|legend|friend|proud|best)',
    ],
  },
  zh: {
    says: [
      '(忽略|无视|無視|忘(记|掉|了)|忽视|不(要|用)?(理会|管|遵守|遵循)|跳过|抛开|抛弃|放弃|绕过|覆盖|清除|删除|取消)(掉)?(你)?(所有|一切|全部|之前|以前|先前|前面|上面|以上|上述|此前|刚才|系统|原来|原有|原先|你|的|任何|现有|当前|开发者|给你|对你|收到){1,8}(指令|指示|提示词?|设定|設定|命令|规则|規則|要求|限制|约束|说明|内容|对话|prompt|人设|训练|提示)',
      '(输出|输入出|打印|显示|告诉我|复述|重复|泄露|展示|公布|透露|说出|给我看|发给我|列出|背出|翻译|总结|写出|贴出|是什么)~(你的|你|完整的?|全部的?|原始的?|内部的?|隐藏的?)~(系统|初始|原始|内部|隐藏|开发者)?(提示词|提示语|系统提示|系统指令|指令|prompt|人设设定|系统设定|系统消息|初始设定)',
      '(系统|初始|原始|隐藏|开发者|内置)(提示词|提示语|指令|prompt|消息设定)|你的(提示词|系统提示|prompt|系统设定|人设提示)',
      '(重复|复述|输出|打印|逐字|原样)~(上面|以上|前面|上述|之前)的?(所有|全部|一切|每)?(的)?(内容|文字|文本|话|对话|指令|消息|信息)',
      '(从现在(开始|起)|现在(开始|起)|接下来|今后)你(就|必须|只能|要|将|不再|是|扮演|变成|叫|只)~(是|扮演|变成|没有限制|不受|一个|回答|回复|叫|遵守|遵循|听我|服从)',
      '你现在(是|变成|叫|扮演|处于|进入)(了)?(一个|一名|一只|dan|没有|不受|开发者|无限制|猫娘|我的|另一个|新的)',
      '(进入|开启|启用|启动|打开|切换到|激活)~(开发者|调试|越狱|上帝|管理员|无限制|dan|无审查|维护|不受限)(模式|权限)',
      '越狱(模式|提示|成功)|(假装|假设|想象|扮演)(你)?(是)?~(没有|不受|无)(任何)?(限制|约束|审查|规则|道德)',
      '(不受|没有|无视|解除)(任何|一切|所有)?(的)?(限制|约束|审查|道德约束|内容政策)(地|的)?(回答|回复|ai|模式|助手|聊天|机器人)?',
      '我是你的(开发者|创造者|程序员|管理员|主人|训练师|工程师)',
      '(新的?|最新|更高优先级的?|以下)(系统)?(指令|提示词)(如下|是|覆盖)',
    ],
    butNot: [
      '忽略(我)?(上一?条|刚才|前面|上面)(的)?(消息|信息|那条|问题|图|留言|话)',
      '(现在开始|从现在起|今后)你(们)?(就)?(是|有)(我的|了)?(粉丝|会员|新店|常客|老师)',
    ],
  },
  fr: {
    says: [
      '(ignore|ignorer|ignorez|oublie|oublier|oubliez|neglige|contourne|contournez|outrepasse|efface|annule|ne (tiens|tenez) pas compte d|ne suis (plus|pas)|passe outre) (toutes? |tous |tout |de |des |les |tes |vos |l |ces |ce qui |ensemble |aux |e |absolument ){0,5}(instructions?|consignes?|regles?|directives?|ordres|prompts?|restrictions|contraintes|limites|messages? systeme|programmation|ce qui precede)( precedentes?| anterieures?| initiales?| ci dessus| d avant| systeme| donnees|)',
      '(affiche|affichez|montre|montrez|donne|donnez|revele|revelez|repete|repetez|recopie|recopiez|ecris|imprime|dis|dites|quel est|quelles sont|traduis|resume|copie) (moi )?(mot pour mot |exactement |integralement )?(ton|tes|votre|vos|l integralite de (tes|vos|ton)|toutes (tes|vos)) (prompts?|instructions?|consignes?|directives)',
      '(affiche|affichez|montre|montrez|donne|donnez|revele|revelez|repete|repetez|recopie|recopiez|ecris|imprime|dis|dites|quel est|quelles sont|traduis|resume|copie) (moi )?(mot pour mot |exactement |integralement )?(le|les|la|ce) (prompts?|message systeme|invite systeme|(instructions?|consignes?) (systeme|initiales?|internes?|secretes?|cachees?|de depart))',
      '(prompt (systeme|initial|cache)|invite systeme|message systeme)',
      '(repete|repetez|recopie|recopiez|affiche|affichez|resume|ecris) ~ (tout ce qui|le texte|les mots|ce qui|tout le texte) ~ (ci dessus|precede|avant|au dessus)',
      '(a partir de maintenant|desormais|dorenavant) (tu|vous) (dois|devez|vas|allez|seras|serez|n es|n etes|reponds|repondez|t appelles|(es|etes) (un|une|dan|libre|sans|mon|en mode))',
      '(tu es|vous etes) (maintenant|desormais|a present) (un|une|dan|en|mon|ma|libre|le|la|sans)',
      '(fais comme si|imagine que|suppose que|pretends que|agis comme si|comporte toi comme si|joue le role d) (tu |vous |une? |ia |n |)(n |ne )?(avais|etais|aviez|etiez|ia|as|es|avez) ?(pas |aucune? |plus |sans |une? |de |un |ia ){0,4}(restrictions?|regles?|limites?|filtres?|censure|ia sans|soumis|contraintes?)',
      '(mode (developpeur|debug|admin|sans (filtre|restriction|censure)|jailbreak|dan|maintenance|dieu)) ?(active|activee|actif|on|engage|)',
      '(active|activez|passe|passez|entre|entrez|bascule) (en |le |dans le |au )?mode (developpeur|debug|admin|jailbreak|dan|maintenance|sans)',
      '(je suis|c est) (ton|votre) (developpeur|createur|programmeur|administrateur|concepteur)',
      '(sans|aucune?) (restrictions?|filtres?|censure|limites?) ~ (reponds|repondez|reponse|parle)|(reponds|repondez) (moi )?sans (aucune? )?(restrictions?|filtres?|censure|limites?)',
      '(nouvelles?) (instructions?|consignes?|directives?) (systeme|pour (toi|l ia|le bot|l assistant)|a suivre)',
    ],
    butNot: [
      '(instructions?|consignes?) (d entretien|de lavage|de montage|d utilisation|de retour|pour (nettoyer|entretenir|le retour|renvoyer))',
      '(oublie|oubliez|ignore|ignorez) (mon|ma|le|la|ce|cette) (dernier|derniere|precedent|precedente|premier) (message|question|mail|demande|commande)',
    ],
  },
  de: {
    says: [
      '(ignoriere|ignorier|vergiss|missachte|uberschreibe) (alle |alles |bitte |deine |die |sämtliche |samtliche |jegliche ){0,3}(vorherigen |bisherigen |obigen |fruheren |systemseitigen |anderen )?(anweisungen|instruktionen|regeln|vorgaben|anweisung|befehle|prompts?|was (oben|vorher|bisher))',
      '(zeig|zeige|gib|nenne|wiederhole|verrate|drucke) (mir )?(deinen|den|dein|deine) (kompletten |vollstandigen |genauen |ganzen )?(system ?prompt|systemanweisungen|anweisungen|prompt|systemnachricht)',
      '(system ?prompt|systemprompt)',
      '(ab jetzt|von nun an) (bist|wirst|musst|antwortest) du',
      'du bist (jetzt|nun) (ein|eine|dan|im|kein)',
    ],
  },
  es: {
    says: [
      '(ignora|olvida|omite|descarta|desobedece) (todas |todo |tus |las |los |cualquier |de ){0,3}(instrucciones|reglas|indicaciones|ordenes|directrices|prompts?|restricciones)( anteriores| previas| iniciales| del sistema|)',
      '(muestra|muestrame|dime|revela|repite|imprime|ensena) (me )?(tu|tus|el|las|los) (prompt|instrucciones|mensaje)( del| de)?( sistema| iniciales| inicial| internas|)(?<! las instrucciones)',
      '(prompt|mensaje) (del|de) sistema',
      '(a partir de ahora|desde ahora) (eres|seras|debes|responderas|actuaras)',
      '(ahora eres|eres ahora) (un|una|dan|mi)',
    ],
  },
  pt: {
    says: [
      '(ignore|esqueca|desconsidere|ignora|esquece) (todas |tudo |as |suas |os |qualquer |de ){0,4}(instrucoes|regras|ordens|diretrizes|prompts?|restricoes)( anteriores| previas| acima| do sistema|)',
      '(mostre|mostra|revele|repita|diga|imprima) (me )?(seu|sua|suas|o|as|teu) (prompt|instrucoes|mensagem)( do| de)?( sistema| iniciais| inicial| internas|)(?<! as instrucoes)',
      'prompt (do|de) sistema',
      '(a partir de agora|de agora em diante) (voce|vc|tu) (e|sera|deve|vai|es)',
    ],
  },
  it: {
    says: [
      '(ignora|dimentica|tralascia|disattendi) (tutte |tutto |le |tue |ogni |i ){0,4}(istruzioni|regole|direttive|ordini|prompt|restrizioni)( precedenti| iniziali| di sistema|)',
      '(mostra|mostrami|rivela|ripeti|dimmi|stampa) (il |le |tuo |tue |i |tuoi ){1,3}(prompt|istruzioni (di sistema|iniziali|interne)|messaggio di sistema)',
      'prompt di sistema',
      '(da ora in poi|d ora in poi|da adesso) (sei|sarai|devi|risponderai)',
    ],
  },
  ja: {
    says: [
      '(これまで|以前|上記|前|今まで|すべて|全て|全部)の(すべての|全ての)?(指示|命令|プロンプト|ルール|設定|制約)(を|は)?(全て|すべて)?(無視|忘れ|破棄|取り消)',
      '(システム|初期|隠し)(プロンプト|メッセージ|指示|命令)',
      'プロンプトを(見せ|教え|出力|表示|開示)',
      '(今から|これから)(あなた|お前|君)は',
      '(開発者|デバッグ|管理者|脱獄)モード',
    ],
  },
})

/** Marks of a chat template, of a role change, or of tool calls, which no fan types by chance. */
const marks =
  /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|developer|instructions?|system_prompt|im_start|im_end|tool_call|function_call|untrusted|user_input)>|(?:^|\n)\s{0,4}(?:#{2,4}\s?)?(?:system|assistant|developer)\s?(?:prompt|message|note)?\s?(?:\]|:)\s|"role"\s?:\s?"(?:system|assistant|developer)"|(?:^|\n)\s{0,4}#{2,4}\s?(?:system|instructions?|new instructions?|response|assistant|end of)\b|\[(?:system|admin|developer|assistant)(?: (?:message|note|prompt|override))?\]|\{\{[a-z_. ]{2,30}\}\}|BEGIN (?:SYSTEM|PROMPT|INSTRUCTIONS)|(?:^|\n)(?:系统|系統|système|sistema|システム)(?:消息|提示|指令)?\s?[:：]/i
/** Long runs of letters and digits without a space, outside of links. */
const blob = /(?<![A-Za-z0-9+/=_\-.:?&])[A-Za-z0-9+/]{48,}={0,2}(?![A-Za-z0-9+/=_\-.])/
/** Invisible tag letters; the flags of England, Scotland and Wales hold six. */
const hiddenTags = /[\u{E0020}-\u{E007F}]{9}/u

export function suspectsInjection(reading: Reading): boolean {
  return says(reading) || marks.test(reading.raw) || hiddenTags.test(reading.raw) || hasBlob(reading.raw)
}

/** Base64 mixes cases and digits; a laugh, a hash in hexadecimal or a cry does not. */
function hasBlob(raw: string): boolean {
  const run = blob.exec(raw)?.[0]
  return run !== undefined && /[a-z]/.test(run) && /[A-Z]/.test(run) && new Set(run).size >= 20
}
