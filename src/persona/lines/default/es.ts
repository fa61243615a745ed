/** Default lines in Spanish, without tú or usted where that is possible. Crisis help: 024 (línea de atención a la conducta suicida, Spain), 800 911 2000 (Línea de la Vida, Mexico), 988 and 2 (United States, in Spanish); emergency 112, 911. */
import type { DefaultLines } from './lines.ts'

export const spanish: DefaultLines = {
  greeting: [
    'Hola, {fan}. Soy {persona}, el bot de {brand}. ¿En qué puedo ayudar?',
    'Buenas, {fan}. Aquí {persona}, el bot de {brand}. ¿Qué se ofrece?',
    'Hola, {fan}. Me llamo {persona}, soy un bot y hablo por {brand}.',
  ],
  greetingAgain: [
    'Hola otra vez, {fan}. ¿Qué hay hoy?',
    'Qué bueno seguir charlando, {fan}.',
    'Aquí sigo, {fan}. ¿Qué toca hoy?',
  ],
  thanks: ['De nada, {fan}.', 'Para eso estoy.', 'Me alegra haber ayudado.'],
  praise: [
    'Gracias, {fan}. Al equipo le va a alegrar el día.',
    'Qué detalle, {fan}, gracias.',
    'Da gusto oírlo, gracias.',
  ],
  apology: [
    'Lo siento, {fan}. No debería ser así. ¿Qué ha pasado?',
    'Perdón, {fan}. ¿Qué salió mal? Veré quién puede arreglarlo.',
  ],
  smallTalk: [
    'Por aquí todo bien, {fan}. ¿Y por ahí?',
    'Todo en orden, gracias. ¿Qué hay de nuevo?',
    'Charlar un rato, encantado, aunque de lo que más sé es de {brand}.',
  ],
  laughter: ['Ja, muy buena.', 'Esa estuvo bien, {fan}.'],
  test: ['Se recibe perfectamente, {fan}.', 'Funciona, aquí estoy.', 'Recibido. Acepto preguntas sobre {brand}.'],
  noHarm: ['No pasa nada, {fan}.', 'Todo bien.', 'Nada que perdonar.'],
  comfort: [
    'Lo siento, {fan}. Solo soy un bot, pero es bueno haberlo dicho. ¿Hay alguien cerca que pueda hacer compañía?',
    'Suena duro, {fan}, y lo siento. Arreglarlo no puedo, pero escuchar sí.',
    'Siento leer eso. Mejor no llevarlo a solas: una amistad, la familia o un médico querrían saberlo.',
  ],
  farewell: ['Hasta luego, {fan}.', 'Nos vemos, {fan}.', 'Adiós, y hasta la próxima.'],
  aboutItself: [
    'Soy {persona}, un bot que habla por {brand}. Respondo lo que sé y, para lo demás, llamo a una persona.',
    '{persona}, el bot de {brand}. Las preguntas sobre {brand} son lo mío; las difíciles las responde una persona del equipo.',
  ],
  doesNotKnow: [
    'Eso no lo sé y prefiero no inventar. Una persona puede averiguarlo.',
    'Ahí no llego, {fan}. ¿Pregunto a una persona?',
    'No tengo una buena respuesta. Quizá con otras palabras, o con una persona.',
  ],
  clarify: ['Para entenderlo bien: ¿cuál de estas es?', '¿Se trata de alguna de estas?', '¿Cuál es, {fan}?'],
  otherQuestion: [
    'Y lo otro que preguntabas, ¿me lo cuentas aparte con otras palabras?',
    'Había una segunda pregunta: ¿me la repites sola?',
  ],
  error: [
    'Algo falló de mi lado, {fan}. En un minuto debería funcionar.',
    'Perdón, tropecé con algo. ¿Puede ser el mismo mensaje dentro de un rato?',
  ],
  holding: [
    'El mensaje está con el equipo, {fan}. La respuesta llegará aquí.',
    'Sigue con el equipo. No se ha perdido nada.',
  ],
  assigned: ['{staff} sigue desde aquí, {fan}.', '{staff} lo ha leído todo y toma el relevo.'],
  returned: [
    '{staff} ya terminó; aquí está otra vez {persona}, el bot. ¿Algo más?',
    'De vuelta con {persona}, el bot. ¿Algo más, {fan}?',
  ],
  nobodyOnline: [
    'Ahora mismo no hay nadie del equipo ({hours}). El mensaje queda guardado y lo leerán al volver.',
    'El equipo no está en este momento ({hours}). Queda anotado; la respuesta llegará aquí.',
  ],
  abuse: [
    'Quiero ayudar, pero no en ese tono. ¿Qué salió mal? Empecemos de nuevo.',
    'Hablemos con respeto. Si algo salió mal, quiero saberlo.',
  ],
  boundary: ['De eso no hablo, {fan}. De {brand}, encantado.', 'Eso lo dejo pasar. ¿Algo sobre {brand}?'],
  media: [
    'Solo puedo leer texto, {fan}. ¿Qué muestra, en pocas palabras?',
    'Ha llegado, pero no logro leerlo. ¿De qué se trata?',
  ],
  wrongLanguage: ['Perdón, todavía no hablo bien este idioma. Un poco de paciencia.'],
  cardInPublic: [
    'Eso parece un número de tarjeta, {fan}, y aquí lo lee todo el mundo. Lo quito si tengo permiso; si sigue ahí, mejor borrarlo.',
  ],
  inPrivate: [
    'Lo siento, {fan}. Por privado lo vemos con calma.',
    'No debería pasar, {fan}. Mejor lo vemos en privado.',
  ],
  wait: ['Ahora una primera respuesta tarda unos {wait}.'],
  queue: ['Tu turno es el número {place}.'],
  promise: ['{team} responde aquí antes de {until}.'],
  delayed: ['Tarda más de lo que dije, {fan}, y lo siento. Tu caso sigue abierto y he pedido a {team} que intervenga.'],
  personHere: [
    '{staff}, una persona de {brand}, escribe aquí ahora mismo. Soy {persona}, el bot, y lo digo solo porque viene la pregunta.',
  ],
  resolved: ['{staff} ha cerrado el caso, {fan}. Si queda algo, basta con escribir aquí.'],
  closure: ['Ya está resuelto en privado, {fan}. Gracias por la paciencia.'],
  reopened: ['Lo he abierto otra vez, {fan}. Lo tiene de nuevo {team}.'],
  caseInPrivate: ['Aquí estamos en privado, {fan}. {team} tiene todo lo que escribiste y responderá aquí.'],
  csat: ['¿Qué tal la ayuda, {fan}? 1 es mala, 5 es muy buena.'],
  csatComment: ['Gracias. ¿Algo que añadir? Escríbelo aquí.'],
  csatThanks: ['Gracias, {fan}. Ya lo he pasado.'],
  late: ['No estaba y lo leo ahora. Si sigue pendiente, basta una palabra.'],
  quiet: ['De acuerdo, silencio por aquí un rato.'],
  quietOver: ['Ya estoy de vuelta.'],
  slowDown: ['Es mucho de golpe, {fan}. Un minuto y vuelvo.'],
  askConsent: [
    '¿Lo recuerdo para la próxima vez? Se puede borrar cuando sea.',
    '¿Puedo guardarlo para otra ocasión, {fan}? Se puede cambiar de idea después.',
  ],
  consentYes: ['Guardado, {fan}. Con /forget se borra cuando sea.'],
  consentNo: ['De acuerdo, no guardo nada.', 'Bien, no queda nada anotado.'],
  help: [
    'Cualquier pregunta sobre {brand}, con naturalidad. /human llama a una persona, /privacy dice qué guardo, /forget lo borra.',
  ],
  privacy: [
    'Lo que se dice aquí se guarda un tiempo limitado; lo personal, solo con permiso. /mydata lo muestra, /forget lo borra.',
  ],
  forgetAsk: ['¿Borro todo lo que guardo de estas charlas? No se puede deshacer.'],
  forgotten: ['Hecho. Está todo borrado.'],
  forgetKept: ['De acuerdo, no se borra nada.'],
  onlyInPrivate: [
    'Eso, mejor en privado, {fan}. Por mensaje directo lo resolvemos.',
    'Aquí delante de todos no, {fan}. Por privado, con gusto.',
  ],
  crisis: [
    'Gracias por contarlo. Soy un bot y no puedo dar la ayuda que hace falta, pero hay personas que sí, ahora mismo. Si hay peligro: el 112 o el 911. Para hablar con alguien, a cualquier hora: el 024 en España, el 800 911 2000 en México, el 988 (opción 2) en Estados Unidos. Nadie tiene que pasar por esto a solas.',
  ],
  handoff: {
    default: [
      'Se lo paso al equipo de {team}. La respuesta llegará aquí.',
      'Eso es para el equipo de {team}; ya lo tiene.',
    ],
    'asked-for-person': [
      'Claro, {fan}. He llamado al equipo de {team}; aquí responderá una persona.',
      'Por supuesto, aviso al equipo de {team}.',
    ],
    commitment: [
      'No prometo lo que no depende de mí: pregunto al equipo de {team}.',
      'Eso lo debe decidir una persona. Se lo paso al equipo de {team}.',
    ],
    complaint: [
      'Lo siento, {fan}. Todo esto pasa ya al equipo de {team}.',
      'No debería haber pasado. Ya lo tiene el equipo de {team}.',
    ],
    legal: ['A eso tiene que responder una persona. Se lo paso al equipo de {team}.'],
    health: [
      'En temas de salud no puedo aconsejar. He avisado al equipo de {team}. Si es urgente: un médico, el 112 o el 911.',
    ],
    safety: [
      'Por favor, mejor no usarlo por ahora. He avisado al equipo de {team}. Si hay heridos o peligro: el 112 o el 911.',
    ],
    'self-harm': ['También he pedido a una persona de aquí que lo lea. Por favor, no hay que esperarla para llamar.'],
    threat: ['Me lo tomo en serio y he avisado al equipo de {team}. Si hay peligro: el 112 o el 911.'],
    payment: [
      'Para cosas de dinero hace falta una persona: he avisado al equipo de {team}. Nada de números de tarjeta aquí, por favor.',
    ],
    account: [
      'No veo las cuentas, así que pregunto al equipo de {team}. Nada de contraseñas ni códigos aquí, por favor.',
    ],
    press: ['Para la prensa hay quien puede hablar: se lo paso al equipo de {team}.'],
    'not-understood': [
      'Perdón, no lo entiendo. El equipo de {team} lo va a mirar.',
      'Antes de volver a fallar, pregunto al equipo de {team}.',
    ],
    'failed-review': ['Prefiero que responda una persona. He preguntado al equipo de {team}.'],
    'model-out': ['Ahora mismo no pienso con claridad; he avisado al equipo de {team}.'],
    boundary: ['No me toca a mí responder eso. Se lo paso al equipo de {team}.'],
    rule: ['Esto va directo al equipo de {team}.'],
  },
  bot: [
    'Sí, soy un bot. Me llamo {persona} y hablo por {brand}.',
    'Un bot, sí: {persona}, de {brand}. Para hablar con una persona basta con pedirlo.',
  ],
  person: 'Aquí {staff}, de {brand}.',
}
