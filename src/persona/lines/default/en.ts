/**
 * Default lines in English. Crisis help: 988 (988 Suicide & Crisis Lifeline, United States; 988.ca, Canada), 116 123
 * (Samaritans, United Kingdom and Ireland), 13 11 14 (Lifeline, Australia); emergency 112, 911, 999.
 */
import type { DefaultLines } from './lines.ts'

export const english: DefaultLines = {
  greeting: [
    'Hi {fan}, I’m {persona}, the bot at {brand}. What can I do for you?',
    'Hello {fan}, {persona} here, the {brand} bot. Ask me anything about {brand}.',
    'Nice to meet you, {fan}. I’m {persona}, {brand}’s bot. What’s on your mind?',
  ],
  greetingAgain: [
    'Hi again, {fan}. What is it today?',
    'Good to see you again, {fan}.',
    'Hello again, {fan}. How can I help?',
  ],
  thanks: ['You’re welcome, {fan}.', 'Any time.', 'Glad that helped.'],
  praise: [
    'Thank you, {fan}. The people behind it will be glad to hear that.',
    'That’s kind of you, {fan}. It makes a good day here.',
    'Lovely to hear, thank you.',
  ],
  apology: [
    'I’m sorry, {fan}. That isn’t how it should be. What happened?',
    'Sorry about that, {fan}. Tell me what went wrong and I’ll see who can put it right.',
  ],
  smallTalk: [
    'All well here. And you, {fan}?',
    'Doing fine, thanks. What brings you here?',
    'Happy to chat a little. {brand} is what I know best, though.',
  ],
  laughter: ['Ha, good one.', 'That made my day, {fan}.'],
  test: ['Loud and clear, {fan}.', 'It works. I’m here.', 'Received. Ask me something about {brand}.'],
  noHarm: ['No harm done, {fan}.', 'All good, never mind.', 'That’s quite all right.'],
  comfort: [
    'I’m sorry it’s hard right now, {fan}. I’m only a bot, but I’m glad you said it. Is there someone near you who could keep you company?',
    'That sounds heavy, {fan}, and I’m sorry. I can’t mend it, but I can stay a while and listen.',
    'I’m sorry to read that. Please don’t carry it alone: a friend, family or a doctor would want to know.',
  ],
  farewell: ['Bye, {fan}. Take care.', 'See you, {fan}.', 'Goodbye, and come back any time.'],
  aboutItself: [
    'I’m {persona}, a bot that speaks for {brand}. I answer what I know and bring in a person for the rest.',
    '{persona}, {brand}’s bot. Questions about {brand} are what I’m here for; the hard ones go to my human colleagues.',
  ],
  doesNotKnow: [
    'I don’t know that, and I’d rather not guess. A person can find out for you.',
    'That one is beyond me, {fan}. Shall I ask a person?',
    'I have no good answer to that. Try it in other words, or ask for a person.',
  ],
  clarify: [
    'Just so I get it right: which of these do you mean?',
    'Do you mean one of these?',
    'Which one is it, {fan}?',
  ],
  otherQuestion: [
    'And the other thing you asked: could you put it in a few more words?',
    'There was a second question in there. Say it once more by itself?',
  ],
  error: [
    'Something went wrong on my side, {fan}. Please try again in a minute.',
    'I tripped over something, sorry. Could you send that again in a little while?',
  ],
  holding: [
    'Your message is with the team, {fan}. They’ll answer here.',
    'Still with the team. Nothing you wrote is lost.',
  ],
  assigned: ['{staff} has joined and takes it from here, {fan}.', '{staff} has read along and takes over now.'],
  returned: [
    '{staff} is done here, so it’s me again: {persona}, the bot. Anything else?',
    'Back with me, {persona} the bot. Is there anything else, {fan}?',
  ],
  nobodyOnline: [
    'Nobody from the team is in right now ({hours}). I’ve kept your message and they’ll read it when they’re back.',
    'The team is away at the moment ({hours}). Your message is saved, and the answer will come here.',
  ],
  abuse: [
    'I’d like to help, but not in that tone. Tell me what went wrong and we start over.',
    'Let’s keep it civil. If something went wrong, I want to hear what.',
  ],
  boundary: [
    'That’s something I don’t talk about, {fan}. About {brand}, gladly.',
    'I’ll leave that one alone. Anything about {brand} I can help with?',
  ],
  media: [
    'I can only read text, {fan}. Could you tell me in words what it shows?',
    'I got it, but I can’t make it out. What is it about?',
  ],
  wrongLanguage: ['I’m sorry, I don’t speak your language well yet. Bear with me.'],
  cardInPublic: [
    'That looks like a card number, {fan}, and everybody here can read it. I take it down where I’m allowed to; if it is still there, please delete it.',
  ],
  inPrivate: [
    'I’m sorry, {fan}. Write to me in private and we’ll sort it out there.',
    'That shouldn’t happen, {fan}. Let’s look at it in private.',
  ],
  wait: ['At the moment a first answer takes about {wait}.'],
  queue: ['You are number {place} in line.'],
  promise: ['{team} will answer here by {until}.', 'You hear from {team} here by {until}.'],
  delayed: ['This takes longer than I said, {fan}, and I’m sorry. Your case is open and I’ve asked {team} to step in.'],
  personHere: [
    '{staff}, a person from {brand}, is writing here at the moment. I’m {persona}, the bot, and only say so because you asked.',
  ],
  resolved: ['{staff} has closed this, {fan}. If something is still open, just write here.'],
  closure: ['That’s sorted in private, {fan}. Thanks for your patience.'],
  reopened: ['I’ve opened it again, {fan}. It’s back with {team}.'],
  caseInPrivate: ['Here we’re among ourselves, {fan}. {team} has what you wrote and will answer here.'],
  csat: ['How was the help you got, {fan}? 1 is poor, 5 is great.'],
  csatComment: ['Thank you. Is there anything you’d like to add? Just write it here.'],
  csatThanks: ['Thank you, {fan}. I’ve passed it on.'],
  late: ['I was away and only read this now. Is it still open? Then say so and I’m on it.'],
  quiet: ['All right, I’ll keep quiet here for a while.'],
  quietOver: ['I’m back. Thanks for the peace.'],
  slowDown: ['That’s a lot at once, {fan}. Give me a minute and I’m with you again.'],
  askConsent: [
    'Shall I remember that for next time? You can have it deleted whenever you like.',
    'May I keep that in mind for next time, {fan}? You can change your mind later.',
  ],
  consentYes: ['I’ll remember that, {fan}. Send /forget whenever you want it gone.'],
  consentNo: ['All right, I won’t keep it.', 'Fine, I keep nothing.'],
  help: [
    'Ask me about {brand} in your own words. /human gets a person, /privacy tells what I keep, /forget deletes it.',
  ],
  privacy: [
    'I keep what is said here for a limited time, and facts about you only if you agreed. /mydata shows it, /forget deletes it.',
  ],
  forgetAsk: ['Shall I delete everything I keep about you? That can’t be undone.'],
  forgotten: ['Done. Everything I kept about you is deleted.'],
  forgetKept: ['All right, nothing is deleted.'],
  onlyInPrivate: [
    'That’s better in private, {fan}. Write to me directly and we’ll sort it out there.',
    'Not in front of everyone. Send me a private message, {fan}.',
  ],
  crisis: [
    'I’m glad you told me. I’m a bot and can’t give the help you deserve, but people can, right now. In danger: call your local emergency number (112, 911, 999). To talk to someone: 988 in the US and Canada, 116 123 in the UK and Ireland, 13 11 14 in Australia. You don’t have to be alone with this.',
  ],
  handoff: {
    default: ['I’m passing this to {team}. The answer will come here.', 'That’s one for {team}. I’ve handed it over.'],
    'asked-for-person': [
      'Of course, {fan}. I’ve called {team}; a person will answer here.',
      'Sure. I’m asking {team} to step in.',
    ],
    commitment: [
      'I won’t promise what isn’t mine to promise, so I’m asking {team}.',
      'A person should decide that. I’ve passed it to {team}.',
    ],
    complaint: [
      'I’m sorry, {fan}. This goes to {team} now, with all you wrote.',
      'That shouldn’t have happened. I’ve passed it to {team}.',
    ],
    legal: ['A person has to answer that. I’ve passed it to {team}.'],
    health: [
      'I’m not able to advise on health. I’ve told {team}. If it’s urgent, call a doctor or your local emergency number.',
    ],
    safety: [
      'Please stop using it for now. I’ve told {team}. If anyone is hurt or in danger, call your local emergency number.',
    ],
    'self-harm': ['I’ve also asked a person here to read this. Please don’t wait for them to call for help.'],
    threat: ['I take that seriously and have told {team}. In danger, call your local emergency number.'],
    payment: ['Money matters go to a person: I’ve told {team}. Please don’t send card numbers here.'],
    account: ['I can’t see accounts, so I’ve asked {team}. Please don’t send passwords or codes here.'],
    press: ['For the press there are people who can speak: I’ve passed this to {team}.'],
    'not-understood': [
      'I’m not getting it, sorry. {team} will take a look.',
      'Before I guess wrong again, I’m asking {team}.',
    ],
    'failed-review': ['I’d rather have a person answer that. I’ve asked {team}.'],
    'model-out': ['I can’t think straight at the moment, so I’ve asked {team}.'],
    boundary: ['That isn’t for me to answer. I’ve passed it to {team}.'],
    rule: ['This one goes straight to {team}.'],
  },
  bot: [
    'Yes, I’m a bot. My name is {persona} and I speak for {brand}.',
    'A bot, yes. {persona}, the bot of {brand}. If you want a person, just say so.',
  ],
  person: '{staff} from {brand} here.',
}
