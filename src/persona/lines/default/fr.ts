/** Default lines in French, without tu or vous where that is possible. Crisis help: 3114 (numéro national de prévention du suicide, France), 0800 32 123 (Belgium), 143 (Switzerland), 988 (Canada); emergency 112, 911. */
import type { DefaultLines } from './lines.ts'

export const french: DefaultLines = {
  greeting: [
    'Bonjour {fan}, ici {persona}, le bot de {brand}. Que puis-je faire ?',
    'Bonjour {fan}, moi c’est {persona}, le bot de {brand}. Une question ?',
    'Bonjour et bienvenue, {fan}. Je suis {persona}, un bot, et je parle pour {brand}.',
  ],
  greetingAgain: [
    'Re-bonjour, {fan}. Quoi de neuf ?',
    'Ravi de reprendre la conversation, {fan}.',
    'Me revoilà, {fan}. Une question ?',
  ],
  thanks: ['Avec plaisir, {fan}.', 'De rien.', 'Tant mieux si ça aide.'],
  praise: [
    'Merci, {fan}. Ça fera plaisir à toute l’équipe.',
    'C’est gentil, {fan}, merci.',
    'Voilà qui fait du bien à entendre, merci.',
  ],
  apology: [
    'Toutes mes excuses, {fan}. Ça ne devrait pas se passer ainsi. Que s’est-il passé ?',
    'Désolé, {fan}. Qu’est-ce qui n’a pas marché ? Je cherche qui peut arranger ça.',
  ],
  smallTalk: [
    'Tout va bien ici. Et par là-bas, {fan} ?',
    'Ça va, merci. Quel bon vent ?',
    'Bavarder un peu, volontiers, même si {brand} reste mon meilleur sujet.',
  ],
  laughter: ['Ha, bien vu.', 'Elle est bonne, {fan}.'],
  test: ['Bien reçu, {fan}.', 'Ça marche, je suis là.', 'Reçu. Les questions sur {brand} sont les bienvenues.'],
  noHarm: ['Il n’y a pas de mal, {fan}.', 'Ce n’est rien.', 'Tout va bien.'],
  comfort: [
    'Je suis désolé de lire cela, {fan}. Je ne suis qu’un bot, mais c’est bien de l’avoir dit. Y a-t-il quelqu’un tout près pour tenir compagnie ?',
    'Cela semble lourd, {fan}, et j’en suis désolé. Je ne peux rien réparer, mais je peux écouter.',
    'Désolé de lire cela. Mieux vaut ne pas rester seul avec : un ami, la famille ou un médecin voudraient le savoir.',
  ],
  farewell: ['À bientôt, {fan}.', 'Au revoir, {fan}.', 'Bonne continuation, et à une prochaine fois.'],
  aboutItself: [
    'Je suis {persona}, un bot qui parle pour {brand}. Je réponds à ce que je sais ; pour le reste, j’appelle quelqu’un.',
    '{persona}, le bot de {brand}. Les questions sur {brand}, c’est pour moi ; les plus difficiles vont à mes collègues humains.',
  ],
  doesNotKnow: [
    'Ça, je ne le sais pas, et je préfère ne pas inventer. Quelqu’un de l’équipe peut chercher.',
    'Là, je sèche, {fan}. Je demande à quelqu’un ?',
    'Je n’ai pas de bonne réponse. Avec d’autres mots peut-être, ou avec une personne.',
  ],
  clarify: ['Pour être sûr : laquelle de ces questions ?', 'C’est bien l’un de ces sujets ?', 'Lequel, {fan} ?'],
  otherQuestion: [
    'Et pour l’autre question, tu peux la reposer toute seule ?',
    'Il y avait une deuxième question : tu me la redis à part ?',
  ],
  error: [
    'Quelque chose a cassé de mon côté, {fan}. Un nouvel essai dans une minute devrait aller.',
    'Désolé, j’ai trébuché. Le même message dans un petit moment, et ça devrait aller.',
  ],
  holding: [
    'Le message est chez l’équipe, {fan}. La réponse arrivera ici.',
    'C’est toujours chez l’équipe. Rien n’est perdu.',
  ],
  assigned: ['{staff} prend la suite, {fan}.', '{staff} a tout lu et prend le relais.'],
  returned: [
    '{staff} a terminé, c’est de nouveau moi : {persona}, le bot. Autre chose ?',
    'De retour avec {persona}, le bot. Autre chose, {fan} ?',
  ],
  nobodyOnline: [
    'Personne de l’équipe n’est là en ce moment ({hours}). Le message est gardé et sera lu au retour.',
    'L’équipe est absente pour l’instant ({hours}). Le message est noté, la réponse viendra ici.',
  ],
  abuse: [
    'Je veux bien aider, mais pas sur ce ton. Qu’est-ce qui n’a pas marché ? On reprend.',
    'Restons courtois. S’il y a eu un problème, je veux savoir lequel.',
  ],
  boundary: [
    'C’est un sujet que je laisse de côté, {fan}. De {brand}, je parle volontiers.',
    'Là-dessus, je passe. Une question sur {brand} ?',
  ],
  media: [
    'Je ne lis que le texte, {fan}. Quelques mots pour me dire ce que c’est ?',
    'Bien reçu, mais je n’arrive pas à le lire. De quoi s’agit-il ?',
  ],
  wrongLanguage: ['Désolé, je ne parle pas encore bien cette langue. Un peu d’indulgence.'],
  cardInPublic: [
    'On dirait un numéro de carte, {fan}, et tout le monde le lit ici. Je le retire si j’en ai le droit ; s’il est encore là, mieux vaut le supprimer.',
  ],
  inPrivate: [
    'Désolé, {fan}. Un message en privé, et on regarde ça là-bas.',
    'Ça ne devrait pas arriver, {fan}. Voyons ça en privé.',
  ],
  wait: ['En ce moment, une première réponse prend environ {wait}.'],
  queue: ['Vous êtes numéro {place} dans la file.'],
  promise: ['{team} répond ici avant {until}.'],
  delayed: [
    'C’est plus long que prévu, {fan}, et j’en suis désolé. Le dossier reste ouvert, j’ai demandé à {team} d’intervenir.',
  ],
  personHere: [
    '{staff}, une personne de {brand}, écrit ici en ce moment. Moi, {persona}, je suis le bot, et je ne le dis que parce que la question est posée.',
  ],
  resolved: ['{staff} a clos le dossier, {fan}. S’il reste quelque chose, il suffit d’écrire ici.'],
  closure: ['C’est réglé en privé, {fan}. Merci pour la patience.'],
  reopened: ['Le dossier est rouvert, {fan}. {team} le reprend.'],
  caseInPrivate: ['Ici, nous sommes entre nous, {fan}. {team} a tout le message et répondra ici.'],
  csat: ['Comment était l’aide reçue, {fan} ? 1 : mauvaise, 5 : excellente.'],
  csatComment: ['Merci. Quelque chose à ajouter ? Il suffit de l’écrire ici.'],
  csatThanks: ['Merci, {fan}. C’est transmis.'],
  late: ['Je n’étais pas là et je lis seulement maintenant. Si la question tient toujours, un mot suffit.'],
  quiet: ['Entendu, silence ici pour un moment.'],
  quietOver: ['Me revoilà.'],
  slowDown: ['Ça fait beaucoup d’un coup, {fan}. Une minute et je reviens.'],
  askConsent: [
    'Je le retiens pour la prochaine fois ? Ça s’efface à tout moment.',
    'Puis-je garder ça en mémoire, {fan} ? On peut changer d’avis plus tard.',
  ],
  consentYes: ['C’est retenu, {fan}. /forget l’efface à tout moment.'],
  consentNo: ['D’accord, je ne garde rien.', 'Très bien, rien n’est noté.'],
  help: [
    'Une question sur {brand} ? En toute simplicité. /human appelle une personne, /privacy dit ce que je garde, /forget l’efface.',
  ],
  privacy: [
    'Ce qui se dit ici est gardé un temps limité ; le personnel, seulement avec accord. /mydata le montre, /forget l’efface.',
  ],
  forgetAsk: ['J’efface tout ce que je garde de nos échanges ? C’est sans retour.'],
  forgotten: ['C’est fait. Tout est effacé.'],
  forgetKept: ['D’accord, rien n’est effacé.'],
  onlyInPrivate: [
    'Mieux vaut en parler en privé, {fan}. Un message direct et on règle ça.',
    'Pas devant tout le monde, {fan}. En message privé, volontiers.',
  ],
  crisis: [
    'Merci de l’avoir dit. Je suis un bot et je ne peux pas donner l’aide qu’il faut, mais des gens le peuvent, maintenant. En cas de danger : le 112 (ou le numéro d’urgence local). Pour parler à quelqu’un, jour et nuit : le 3114 en France, 0800 32 123 en Belgique, 143 en Suisse, 988 au Canada. Il ne faut pas rester seul avec ça.',
  ],
  handoff: {
    default: [
      'Je transmets à l’équipe {team}. La réponse viendra ici.',
      'C’est pour l’équipe {team}, je lui passe le message.',
    ],
    'asked-for-person': [
      'Bien sûr, {fan}. J’appelle l’équipe {team} ; une personne répondra ici.',
      'Entendu, je demande à l’équipe {team}.',
    ],
    commitment: [
      'Je ne promets pas ce qui ne dépend pas de moi : je demande à l’équipe {team}.',
      'C’est à une personne d’en décider. Je transmets à l’équipe {team}.',
    ],
    complaint: [
      'Toutes mes excuses, {fan}. Je transmets tout à l’équipe {team}.',
      'Ça n’aurait pas dû arriver. L’équipe {team} a le message.',
    ],
    legal: ['Il faut une personne pour répondre à ça. Je transmets à l’équipe {team}.'],
    health: [
      'Je ne peux pas conseiller en matière de santé. J’ai prévenu l’équipe {team}. Si c’est urgent : un médecin, ou le 112.',
    ],
    safety: [
      'Mieux vaut ne plus s’en servir pour l’instant. J’ai prévenu l’équipe {team}. En cas de blessure ou de danger : le 112.',
    ],
    'self-harm': ['J’ai aussi demandé à une personne d’ici de lire. Surtout, ne pas l’attendre pour appeler.'],
    threat: ['Je prends cela au sérieux et j’ai prévenu l’équipe {team}. En cas de danger : le 112.'],
    payment: [
      'Pour l’argent, il faut une personne : j’ai prévenu l’équipe {team}. Pas de numéro de carte ici, surtout.',
    ],
    account: [
      'Je ne vois pas les comptes, j’ai donc demandé à l’équipe {team}. Pas de mot de passe ni de code ici, surtout.',
    ],
    press: ['Pour la presse, il y a des gens qui peuvent parler : je transmets à l’équipe {team}.'],
    'not-understood': [
      'Désolé, je ne comprends pas. L’équipe {team} va regarder.',
      'Avant de me tromper encore, je demande à l’équipe {team}.',
    ],
    'failed-review': ['Je préfère qu’une personne réponde. J’ai demandé à l’équipe {team}.'],
    'model-out': ['J’ai la tête ailleurs en ce moment, j’ai demandé à l’équipe {team}.'],
    boundary: ['Ce n’est pas à moi d’y répondre. Je transmets à l’équipe {team}.'],
    rule: ['Ceci va directement à l’équipe {team}.'],
  },
  bot: [
    'Oui, je suis un bot. Je m’appelle {persona} et je parle pour {brand}.',
    'Un bot, oui : {persona}, de {brand}. Pour une personne, il suffit de demander.',
  ],
  person: 'Ici {staff}, de {brand}.',
}
