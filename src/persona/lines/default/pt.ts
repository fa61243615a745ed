/** Default lines in Portuguese that read well in Brazil and Portugal. Crisis help: 188 (CVV, Brazil), 808 24 24 24 (SNS 24, Portugal); emergency 192 (SAMU), 112. */
import type { DefaultLines } from './lines.ts'

export const portuguese: DefaultLines = {
  greeting: [
    'Olá, {fan}. Aqui é {persona}, o bot da {brand}. Em que posso ajudar?',
    'Oi, {fan}. Meu nome é {persona}, sou o bot da {brand}. Qual é a pergunta?',
    'Olá, {fan}. Sou {persona}, um bot, e falo pela {brand}.',
  ],
  greetingAgain: [
    'Olá de novo, {fan}. O que temos hoje?',
    'Que bom continuar a conversa, {fan}.',
    'Cá estou, {fan}. O que é desta vez?',
  ],
  thanks: ['De nada, {fan}.', 'Sempre às ordens.', 'Que bom que ajudou.'],
  praise: [
    'Obrigado, {fan}. A equipe vai gostar de saber.',
    'Que gentileza, {fan}, obrigado.',
    'Bom ouvir isso, obrigado.',
  ],
  apology: [
    'Sinto muito, {fan}. Não deveria ser assim. O que aconteceu?',
    'Desculpe, {fan}. O que deu errado? Vou ver quem pode resolver.',
  ],
  smallTalk: [
    'Por aqui tudo bem, {fan}. E por aí?',
    'Tudo certo, obrigado. O que há de novo?',
    'Conversar um pouco, com prazer, mas o que mais sei é sobre a {brand}.',
  ],
  laughter: ['Ha, essa foi boa.', 'Muito boa, {fan}.'],
  test: ['Recebido, {fan}.', 'Está funcionando, estou aqui.', 'Chegou. Perguntas sobre a {brand} são comigo.'],
  noHarm: ['Não foi nada, {fan}.', 'Tudo bem.', 'Sem problema algum.'],
  comfort: [
    'Sinto muito, {fan}. Sou só um bot, mas foi bom ter dito isso. Há alguém por perto que possa fazer companhia?',
    'Parece pesado, {fan}, e sinto muito. Consertar eu não posso, mas ouvir, sim.',
    'Sinto muito ao ler isso. Melhor não carregar isso a sós: um amigo, a família ou um médico gostariam de saber.',
  ],
  farewell: ['Até logo, {fan}.', 'Até a próxima, {fan}.', 'Tchau, e até quando quiser.'],
  aboutItself: [
    'Sou {persona}, um bot que fala pela {brand}. Respondo o que sei e, para o resto, chamo uma pessoa.',
    '{persona}, o bot da {brand}. Perguntas sobre a {brand} são comigo; as difíceis vão para uma pessoa da equipe.',
  ],
  doesNotKnow: [
    'Isso eu não sei, e prefiro não adivinhar. Uma pessoa pode descobrir.',
    'Essa está além de mim, {fan}. Pergunto a uma pessoa?',
    'Não tenho uma boa resposta. Talvez com outras palavras, ou com uma pessoa.',
  ],
  clarify: ['Só para entender direito: qual destas é?', 'É uma destas?', 'Qual delas, {fan}?'],
  otherQuestion: [
    'E a outra pergunta: podes repeti-la sozinha, por outras palavras?',
    'Havia uma segunda pergunta. Dizes outra vez, só essa?',
  ],
  error: [
    'Algo falhou do meu lado, {fan}. Daqui a um minuto deve funcionar.',
    'Desculpe, tropecei em algo. Pode ser a mesma mensagem daqui a pouco?',
  ],
  holding: ['A mensagem está com a equipe, {fan}. A resposta chega aqui.', 'Ainda está com a equipe. Nada se perdeu.'],
  assigned: ['{staff} assume daqui em diante, {fan}.', '{staff} leu tudo e assume agora.'],
  returned: [
    '{staff} já terminou, então volto eu: {persona}, o bot. Mais alguma coisa?',
    'De volta com {persona}, o bot. Mais alguma coisa, {fan}?',
  ],
  nobodyOnline: [
    'Ninguém da equipe está agora ({hours}). A mensagem fica guardada e será lida na volta.',
    'A equipe não está no momento ({hours}). Fica anotado; a resposta chega aqui.',
  ],
  abuse: [
    'Quero ajudar, mas não nesse tom. O que deu errado? Vamos recomeçar.',
    'Vamos conversar com respeito. Se algo deu errado, quero saber o quê.',
  ],
  boundary: [
    'Sobre isso eu não falo, {fan}. Sobre a {brand}, com prazer.',
    'Essa eu deixo passar. Alguma coisa sobre a {brand}?',
  ],
  media: [
    'Só consigo ler texto, {fan}. O que mostra, em poucas palavras?',
    'Chegou, mas não consigo entender. Do que se trata?',
  ],
  wrongLanguage: ['Desculpe, ainda não falo bem este idioma. Um pouco de paciência.'],
  cardInPublic: [
    'Isso parece um número de cartão, {fan}, e aqui todo mundo lê. Eu tiro se tiver permissão; se ainda estiver aí, é melhor apagar.',
  ],
  inPrivate: [
    'Sinto muito, {fan}. No privado a gente resolve isso.',
    'Não devia acontecer, {fan}. Melhor ver isso no privado.',
  ],
  wait: ['Neste momento uma primeira resposta leva cerca de {wait}.'],
  queue: ['Número {place} na fila.'],
  promise: ['{team} responde aqui até {until}.'],
  delayed: [
    'Está demorando mais do que eu disse, {fan}, e peço desculpa. O caso continua aberto e pedi a {team} que entrasse.',
  ],
  personHere: [
    '{staff}, uma pessoa de {brand}, está escrevendo aqui agora. Eu sou {persona}, o bot, e só digo isso porque a pergunta veio.',
  ],
  resolved: ['{staff} encerrou o caso, {fan}. Se ficou algo em aberto, é só escrever aqui.'],
  closure: ['Ficou resolvido em privado, {fan}. Obrigado pela paciência.'],
  reopened: ['Abri de novo, {fan}. Está outra vez com {team}.'],
  caseInPrivate: ['Aqui estamos em privado, {fan}. {team} tem tudo o que foi escrito e vai responder aqui.'],
  csat: ['Como foi a ajuda, {fan}? 1 é ruim, 5 é ótima.'],
  csatComment: ['Obrigado. Algo a acrescentar? É só escrever aqui.'],
  csatThanks: ['Obrigado, {fan}. Já passei adiante.'],
  late: ['Não estava por aqui e só li agora. Se ainda precisar, é só dizer.'],
  quiet: ['Certo, silêncio por aqui um tempo.'],
  quietOver: ['De volta.'],
  slowDown: ['É muita coisa de uma vez, {fan}. Um minuto e já volto.'],
  askConsent: [
    'Guardo isso para a próxima vez? Dá para apagar quando quiser.',
    'Posso lembrar disso depois, {fan}? Dá para mudar de ideia.',
  ],
  consentYes: ['Guardado, {fan}. Com /forget apaga-se quando quiser.'],
  consentNo: ['Tudo bem, não guardo.', 'Certo, não fica nada anotado.'],
  help: [
    'Qualquer pergunta sobre a {brand}, do seu jeito. /human chama uma pessoa, /privacy diz o que guardo, /forget apaga.',
  ],
  privacy: [
    'O que se diz aqui fica guardado por tempo limitado; o que é pessoal, só com permissão. /mydata mostra, /forget apaga.',
  ],
  forgetAsk: ['Apago tudo o que guardo destas conversas? Não dá para desfazer.'],
  forgotten: ['Feito. Está tudo apagado.'],
  forgetKept: ['Tudo bem, nada foi apagado.'],
  onlyInPrivate: [
    'Isso é melhor em particular, {fan}. Por mensagem direta resolvemos.',
    'Aqui na frente de todos não, {fan}. Em particular, com prazer.',
  ],
  crisis: [
    'Obrigado por contar. Sou um bot e não posso dar a ajuda necessária, mas há pessoas que podem, agora mesmo. Em perigo: 192 no Brasil, 112 em Portugal. Para conversar, a qualquer hora: 188 (CVV) no Brasil, 808 24 24 24 (SNS 24) em Portugal. Ninguém precisa ficar a sós com isto.',
  ],
  handoff: {
    default: [
      'Passo isto para a equipe {team}. A resposta chega aqui.',
      'Isso é com a equipe {team}; já está com eles.',
    ],
    'asked-for-person': [
      'Claro, {fan}. Chamei a equipe {team}; uma pessoa responde aqui.',
      'Com certeza, aviso a equipe {team}.',
    ],
    commitment: [
      'Não prometo o que não depende de mim: pergunto à equipe {team}.',
      'Isso uma pessoa precisa decidir. Passei para a equipe {team}.',
    ],
    complaint: [
      'Sinto muito, {fan}. Tudo isto vai agora para a equipe {team}.',
      'Não deveria ter acontecido. Já está com a equipe {team}.',
    ],
    legal: ['Isso uma pessoa precisa responder. Passei para a equipe {team}.'],
    health: ['Sobre saúde não posso aconselhar. Avisei a equipe {team}. Se for urgente: um médico, 192 ou 112.'],
    safety: ['Por favor, melhor não usar por enquanto. Avisei a equipe {team}. Com feridos ou perigo: 192 ou 112.'],
    'self-harm': ['Também pedi a uma pessoa daqui que leia. Por favor, não é preciso esperar por ela para ligar.'],
    threat: ['Levo isso a sério e avisei a equipe {team}. Em perigo: 190 ou 112.'],
    payment: ['Com dinheiro, é com uma pessoa: avisei a equipe {team}. Nada de números de cartão aqui, por favor.'],
    account: ['Não vejo contas, por isso perguntei à equipe {team}. Nada de senhas nem códigos aqui, por favor.'],
    press: ['Para a imprensa há quem possa falar: passei para a equipe {team}.'],
    'not-understood': [
      'Desculpe, não estou entendendo. A equipe {team} vai ver.',
      'Antes de errar de novo, pergunto à equipe {team}.',
    ],
    'failed-review': ['Prefiro que uma pessoa responda. Perguntei à equipe {team}.'],
    'model-out': ['Não estou pensando com clareza agora; avisei a equipe {team}.'],
    boundary: ['Isso não cabe a mim responder. Passei para a equipe {team}.'],
    rule: ['Isto vai direto para a equipe {team}.'],
  },
  bot: [
    'Sim, sou um bot. Meu nome é {persona} e falo pela {brand}.',
    'Um bot, sim: {persona}, da {brand}. Para falar com uma pessoa, é só pedir.',
  ],
  person: 'Aqui é {staff}, da {brand}.',
}
