/** Default lines in Italian, without tu or Lei where that is possible. Crisis help: 02 2327 2327 (Telefono Amico Italia, every day), 143 (Switzerland); emergency 112. */
import type { DefaultLines } from './lines.ts'

export const italian: DefaultLines = {
  greeting: [
    'Ciao {fan}, qui {persona}, il bot di {brand}. Come posso aiutare?',
    'Ciao {fan}, sono {persona}, il bot di {brand}. C’è una domanda?',
    'Piacere, {fan}. Io sono {persona}, un bot, e parlo per {brand}.',
  ],
  greetingAgain: [
    'Ciao di nuovo, {fan}. Che si dice oggi?',
    'Che bello rivedersi, {fan}.',
    'Eccomi, {fan}. Di che si tratta stavolta?',
  ],
  thanks: ['Di niente, {fan}.', 'Figuriamoci.', 'Bene, se è servito.'],
  praise: [
    'Grazie, {fan}. Farà piacere a tutta la squadra.',
    'Che gentilezza, {fan}, grazie.',
    'Fa piacere sentirlo, grazie.',
  ],
  apology: [
    'Mi dispiace, {fan}. Non dovrebbe andare così. Che è successo?',
    'Chiedo scusa, {fan}. Cosa è andato storto? Vedo chi può rimediare.',
  ],
  smallTalk: [
    'Qui tutto bene, {fan}. E da quelle parti?',
    'Tutto a posto, grazie. Che c’è di nuovo?',
    'Due chiacchiere volentieri, anche se il mio forte resta {brand}.',
  ],
  laughter: ['Ah, buona questa.', 'Bella, {fan}.'],
  test: ['Ricevuto, {fan}.', 'Funziona, sono qui.', 'Arrivato. Le domande su {brand} sono benvenute.'],
  noHarm: ['Nessun problema, {fan}.', 'Tutto a posto.', 'Niente di male.'],
  comfort: [
    'Mi dispiace, {fan}. Sono solo un bot, ma è un bene averlo detto. C’è qualcuno vicino che possa fare compagnia?',
    'Sembra pesante, {fan}, e mi dispiace. Aggiustarlo non posso, ascoltare sì.',
    'Mi dispiace leggerlo. Meglio non tenerlo per sé: un amico, la famiglia o un medico vorrebbero saperlo.',
  ],
  farewell: ['A presto, {fan}.', 'Ciao, {fan}.', 'Arrivederci, e alla prossima.'],
  aboutItself: [
    'Sono {persona}, un bot che parla per {brand}. Rispondo a quello che so; per il resto chiamo una persona.',
    '{persona}, il bot di {brand}. Le domande su {brand} sono cosa mia; quelle difficili vanno ai colleghi umani.',
  ],
  doesNotKnow: [
    'Questo non lo so, e preferisco non inventare. Una persona può scoprirlo.',
    'Qui non ci arrivo, {fan}. Chiedo a una persona?',
    'Non ho una buona risposta. Magari con altre parole, o con una persona.',
  ],
  clarify: ['Per capire bene: quale di queste?', 'È una di queste?', 'Quale, {fan}?'],
  otherQuestion: [
    'E l’altra cosa che chiedevi: me la riscrivi da sola?',
    'C’era una seconda domanda: me la ripeti a parte?',
  ],
  error: [
    'Qualcosa è andato storto da parte mia, {fan}. Tra un minuto dovrebbe andare.',
    'Chiedo scusa, sono inciampato. Lo stesso messaggio tra poco, per favore.',
  ],
  holding: [
    'Il messaggio è alla squadra, {fan}. La risposta arriverà qui.',
    'È ancora alla squadra. Non si è perso niente.',
  ],
  assigned: ['{staff} continua da qui, {fan}.', '{staff} ha letto tutto e prende il mio posto.'],
  returned: [
    '{staff} ha finito, quindi di nuovo io: {persona}, il bot. Altro?',
    'Di nuovo con {persona}, il bot. Altro, {fan}?',
  ],
  nobodyOnline: [
    'In questo momento non c’è nessuno della squadra ({hours}). Il messaggio è salvato e verrà letto al rientro.',
    'La squadra ora non c’è ({hours}). Ho preso nota; la risposta arriverà qui.',
  ],
  abuse: [
    'Aiuto volentieri, ma non con questo tono. Cosa è andato storto? Ricominciamo.',
    'Restiamo civili. Se qualcosa è andato storto, voglio sapere cosa.',
  ],
  boundary: ['Di questo non parlo, {fan}. Di {brand}, volentieri.', 'Questa la lascio passare. Qualcosa su {brand}?'],
  media: [
    'So leggere solo il testo, {fan}. In due parole, cosa si vede?',
    'È arrivato, ma non riesco a leggerlo. Di cosa si tratta?',
  ],
  wrongLanguage: ['Mi dispiace, questa lingua non la parlo ancora bene. Un po’ di pazienza.'],
  cardInPublic: [
    'Sembra un numero di carta, {fan}, e qui lo leggono tutti. Lo tolgo se ne ho il permesso; se c’è ancora, meglio cancellarlo.',
  ],
  inPrivate: [
    'Mi dispiace, {fan}. In privato lo guardiamo con calma.',
    'Non dovrebbe succedere, {fan}. Meglio vederlo in privato.',
  ],
  wait: ['In questo momento una prima risposta richiede circa {wait}.'],
  queue: ['Numero {place} nella fila.'],
  promise: ['{team} risponde qui entro {until}.'],
  delayed: [
    'Ci vuole più di quanto detto, {fan}, e mi dispiace. Il caso è aperto e ho chiesto a {team} di intervenire.',
  ],
  personHere: [
    '{staff}, una persona di {brand}, scrive qui in questo momento. Io sono {persona}, il bot, e lo dico solo perché me lo chiedi.',
  ],
  resolved: ['{staff} ha chiuso il caso, {fan}. Se resta qualcosa, basta scrivere qui.'],
  closure: ['È risolto in privato, {fan}. Grazie per la pazienza.'],
  reopened: ['L’ho riaperto, {fan}. È di nuovo con {team}.'],
  caseInPrivate: ['Qui siamo tra noi, {fan}. {team} ha tutto quello che hai scritto e risponderà qui.'],
  csat: ['Com’è stato l’aiuto, {fan}? 1 è scarso, 5 è ottimo.'],
  csatComment: ['Grazie. Qualcosa da aggiungere? Scrivilo qui.'],
  csatThanks: ['Grazie, {fan}. L’ho passato avanti.'],
  late: ['Non c’ero e lo leggo solo ora. Se serve ancora, basta una parola.'],
  quiet: ['Va bene, un po’ di silenzio qui.'],
  quietOver: ['Eccomi di nuovo.'],
  slowDown: ['È tanto tutto insieme, {fan}. Un minuto e ci sono.'],
  askConsent: [
    'Lo ricordo per la prossima volta? Si può cancellare quando si vuole.',
    'Posso tenerlo a mente, {fan}? Si può sempre cambiare idea.',
  ],
  consentYes: ['Me lo ricordo, {fan}. Con /forget si cancella quando si vuole.'],
  consentNo: ['Va bene, non lo tengo.', 'D’accordo, non resta niente.'],
  help: [
    'Qualsiasi domanda su {brand}, con parole semplici. /human chiama una persona, /privacy dice cosa conservo, /forget lo cancella.',
  ],
  privacy: [
    'Ciò che si dice qui resta per un tempo limitato; le cose personali, solo con il consenso. /mydata le mostra, /forget le cancella.',
  ],
  forgetAsk: ['Cancello tutto quello che conservo di questi scambi? Non si torna indietro.'],
  forgotten: ['Fatto. È tutto cancellato.'],
  forgetKept: ['Va bene, non si cancella niente.'],
  onlyInPrivate: [
    'Meglio in privato, {fan}. Con un messaggio diretto si risolve.',
    'Non davanti a tutti, {fan}. In privato volentieri.',
  ],
  crisis: [
    'Grazie per averlo detto. Sono un bot e non posso dare l’aiuto che serve, ma ci sono persone che possono, adesso. In pericolo: 112. Per parlare con qualcuno: Telefono Amico, 02 2327 2327, ogni giorno; in Svizzera il 143. Nessuno deve restare da solo con questo.',
  ],
  handoff: {
    default: ['Passo tutto al team {team}. La risposta arriverà qui.', 'È cosa per il team {team}; gliel’ho passata.'],
    'asked-for-person': [
      'Certo, {fan}. Ho chiamato il team {team}; qui risponderà una persona.',
      'Volentieri, avviso il team {team}.',
    ],
    commitment: [
      'Non prometto ciò che non dipende da me: chiedo al team {team}.',
      'Lo deve decidere una persona. L’ho passato al team {team}.',
    ],
    complaint: [
      'Mi dispiace, {fan}. Va tutto al team {team}, adesso.',
      'Non doveva succedere. L’ho passato al team {team}.',
    ],
    legal: ['A questo deve rispondere una persona. L’ho passato al team {team}.'],
    health: ['Consigli medici non posso darne. Ho avvisato il team {team}. Se è urgente: un medico o il 112.'],
    safety: ['Per ora meglio non usarlo. Ho avvisato il team {team}. In caso di feriti o pericolo: 112.'],
    'self-harm': ['Ho chiesto anche a una persona di qui di leggere. Per favore, non serve aspettarla per chiamare.'],
    threat: ['Lo prendo sul serio e ho avvisato il team {team}. In pericolo: 112.'],
    payment: ['Per i soldi serve una persona: ho avvisato il team {team}. Niente numeri di carta qui, per favore.'],
    account: ['Non vedo gli account, quindi ho chiesto al team {team}. Niente password o codici qui, per favore.'],
    press: ['Per la stampa c’è chi può parlare: l’ho passato al team {team}.'],
    'not-understood': [
      'Mi dispiace, non capisco. Ci guarda il team {team}.',
      'Prima di sbagliare ancora, chiedo al team {team}.',
    ],
    'failed-review': ['Preferisco che risponda una persona. Ho chiesto al team {team}.'],
    'model-out': ['In questo momento non ragiono bene, ho avvisato il team {team}.'],
    boundary: ['Non tocca a me rispondere. L’ho passato al team {team}.'],
    rule: ['Questo va dritto al team {team}.'],
  },
  bot: [
    'Sì, sono un bot. Mi chiamo {persona} e parlo per {brand}.',
    'Un bot, sì: {persona}, di {brand}. Per parlare con una persona basta chiederlo.',
  ],
  person: 'Qui {staff}, di {brand}.',
}
