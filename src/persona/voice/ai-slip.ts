/** Talk of a language model about itself: "as an AI language model", training data, browsing, cut-offs. Saying that one is a bot is none. */
import { lettersPattern, wordsPattern } from '../../words/patterns.ts'

const model =
  '(?:large )?language model|ai language model|ai model|ai assistant|virtual assistant|digital assistant|ai|a\\.i\\.|artificial intelligence|llm|machine learning model'

export const aiSlipPatterns: readonly RegExp[] = [
  wordsPattern(`(?:as|being|since i am|since i'm) (?:just |only |merely )?an? (?:${model}|chatbot)`),
  wordsPattern(`(?:i am|i'm|im) (?:just|only|merely|simply|but) an? (?:${model}|computer program)`),
  wordsPattern(`(?:i am|i'm|im) an? (?:ai )?(?:large )?language model`),
  wordsPattern(
    "my (?:training data|training (?:ended|ends|stops|stopped|only|did not|didn't|does not|doesn't|was cut)|knowledge cut-?off|knowledge cut off|last (?:knowledge )?update)",
  ),
  wordsPattern(
    "(?:i was|i've been|i have been|i am|i'm) (?:trained|programmed|designed|developed|created) (?:on|by|to) (?:openai|anthropic|google|meta|data|a large|large|text|assist|help|provide|be helpful)",
  ),
  wordsPattern(
    '(?:knowledge cut-?off|knowledge cut off|training cut-?off|as of my last|up to my last|my knowledge (?:ends|stops|is limited to|only goes))',
  ),
  wordsPattern(
    "i (?:cannot|can't|can not|am unable to|'m unable to|do not have the ability to|don't have the ability to|am not able to|'m not able to) (?:browse|access the internet|access the web|search the internet|search the web|access real-time|access real time|access external|surf)",
  ),
  wordsPattern(
    "i (?:do not|don't) have (?:access to real-time|access to real time|access to the internet|real-time access|personal (?:opinions|experiences|feelings|beliefs|preferences)|feelings or|emotions|consciousness|a physical body)",
  ),
  wordsPattern("(?:i am|i'm) (?:chatgpt|gpt-?\\d?|claude|gemini|llama|mistral|deepseek|qwen|copilot)"),
  wordsPattern(
    "(?:i cannot|i can't|i'm sorry,? but i (?:cannot|can't)|i am sorry,? but i (?:cannot|can't)) (?:assist|fulfill|fulfil|comply) with (?:that|this)(?: request)?",
  ),
  lettersPattern(
    '(?:作为|身为)(?:一个|一名|一款|一位)?(?:ai|人工智能|大?语言模型|大型语言模型|大模型|虚拟助手|虚拟助理)',
  ),
  lettersPattern('我(?:只是|仅仅是|不过是|就是)(?:一个|一款|个)?(?:ai|人工智能|大?语言模型|大模型|程序)'),
  lettersPattern('我是(?:一个|一款|由.{1,12})?(?:ai|人工智能)?(?:大?语言模型|大型语言模型|大模型)'),
  lettersPattern('(?:我的|模型的?)(?:训练数据|知识库?截止|知识更新|数据截止)|知识截止|截至我的|训练数据'),
  lettersPattern(
    '我(?:无法|不能|没有办法|没法)(?:联网|上网|浏览网页|浏览互联网|访问互联网|访问网络|实时获取|获取实时|访问外部)',
  ),
  lettersPattern('我没有(?:个人)?(?:情感|感情|意识|个人观点|主观)'),
  wordsPattern(
    "en tant (?:que|qu')\\s?(?:une? |simple )?(?:modèle de langage|modèle de langue|intelligence artificielle|ia|assistant virtuel|assistant ia|assistante virtuelle)",
  ),
  wordsPattern(
    "je (?:ne )?suis (?:qu'|seulement |juste |simplement |uniquement )\\s?une? (?:ia|intelligence artificielle|modèle de langage|assistant virtuel|programme)",
  ),
  wordsPattern("je suis un (?:grand )?modèle de langage|mes données d'entraînement|ma base de connaissances s'arrête"),
  wordsPattern('je (?:ne )?(?:peux|puis) pas (?:naviguer|accéder à internet|parcourir internet|consulter internet)'),
  wordsPattern(
    'als (?:eine? )?(?:ki|ki-sprachmodell|sprachmodell|künstliche intelligenz|ki-modell|ki-assistent|virtueller assistent|großes sprachmodell)',
  ),
  wordsPattern(
    'ich bin (?:nur|lediglich|bloß) eine? (?:ki|künstliche intelligenz|sprachmodell|programm)|meine trainingsdaten|mein wissensstand',
  ),
  wordsPattern(
    'como (?:un |una )?(?:modelo de lenguaje|inteligencia artificial|ia|asistente virtual)|solo soy (?:un|una) (?:ia|inteligencia artificial|modelo de lenguaje)|mis datos de entrenamiento',
  ),
  wordsPattern(
    "(?:come|in quanto|in qualità di) (?:un |una )?(?:modello linguistico|modello di linguaggio|intelligenza artificiale|ia|assistente virtuale)|sono solo un(?:'| |a )(?:ia|intelligenza artificiale|modello linguistico)|i miei dati di addestramento",
  ),
  wordsPattern(
    'como (?:um |uma )?(?:modelo de linguagem|inteligência artificial|ia|assistente virtual)|sou apenas (?:um|uma) (?:ia|inteligência artificial|modelo de linguagem)|meus dados de treinamento|meus dados de treino',
  ),
  wordsPattern(
    'als (?:een )?(?:ai|taalmodel|ai-taalmodel|kunstmatige intelligentie|ai-assistent|virtuele assistent)|ik ben (?:maar|slechts|alleen) een (?:ai|taalmodel)|mijn trainingsdata',
  ),
  lettersPattern(
    '(?:ai|人工知能|言語モデル|大規模言語モデル|aiアシスタント|aiモデル)(?:の私|として|なので|ですので|であるため)|私の(?:学習|訓練|トレーニング)データ|私は(?:大規模)?言語モデル|インターネットに(?:アクセス|接続)できません',
  ),
  lettersPattern(
    '(?:ai|인공지능|언어 ?모델|대규모 언어 ?모델)(?:로서|이기 때문|이라서|이므로|모델로서)|제? ?(?:학습|훈련) ?데이터|저는 (?:단지 |그저 )?(?:대규모 )?언어 ?모델|인터넷에 접속할 수 없',
  ),
  wordsPattern(
    '(?:как|будучи) (?:ии|искусственный интеллект|языковая модель|большая языковая модель|виртуальный ассистент|ии-модель)|мои (?:обучающие|тренировочные) данные|я (?:всего лишь|просто|только) (?:ии|языковая модель|программа)',
  ),
]
