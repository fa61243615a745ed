/** Sentences of ordinary fans, in English, with the very words that danger, law, abuse or spam would use. */
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/hearing/assess.ts'

const english = `
my husband took all the coffee capsules
i took all of it back to the shop
he wants to end his subscription
she is going to hang it herself on the wall
my kid wants to jump on the mattress
can i end it whenever i want
we want to end the contract
I want to disappear into one of your chairs
thinking about jumping on the deal
how much coffee does it take to die lol
i feel like death before my morning cup
this made me cry happy tears
can't live without your coffee
i cant live without it
i cannot live like this without coffee, restock please
my wife says she can't live without it
I would rather die than drink instant
what is the point of going on sale if nothing is left
i gave up on life hacks
no reason to live in London without your cafe
it hurts myself to say it but it's good
the knife cut myself yesterday while cooking, need a better one
your knife is so sharp I nearly cut myself
this playlist slays, it's killing it
kill two birds with one stone
she killed it at the show
drop dead gorgeous bag
dead tired, open late?
I'm dead 💀
dead lol
i'm gonna kill this whole bag in a week
gonna smash this cake
we'll destroy your stock on black friday
i will find you on the map
do you know where you live in the story
bring a knife to open the parcel?
i have a knife sharpener question
i'm coming to your shop with a bag to repair
can I bring my own gun case for engraving
bomb cyclone here, will it ship
this coffee is the bomb
that tastes bomb
my lawyer friend recommended you
court heels in stock?
is the trial free, how does the trial work
can i appeal the size
sue me but I like decaf
do you ship to Police station in Leeds
report a bug in your app
how do I report a problem
are you regulated by the FDA
does it comply with consumer law
what does the consumer rights act say about returns
who is your data protection officer
how do you handle GDPR requests
I'm ill, can I change the delivery date
I was sick last week so I missed the cupping
my dog is sick, what can I give her
my kid is allergic to milk, what can he have
does anyone get allergic reactions to wool?
my skin is dry, which cream
my baby swallows a lot of air, which bottle
he ate your whole cake haha
my cat ate my order receipt
my son ate all the cookies, so good
burnt taste, what am i doing wrong
my tongue burned, too hot lol
I burned my toast
the leather burned a hole in my wallet haha
burn baby burn
the light is burning out, do you sell bulbs
the sun melted the chocolate
my ice cream melted on the way home
the battery leaks power, is that normal
it exploded with flavour
your brand exploded on tiktok
sales exploded
that mustard is smoking
is the glass in the french press replaceable
hair dryer in stock
a fly rod case
plastic free packaging in my bag?
is there metal in the handle
is there mold on cheese
I want to pay twice as much for a bigger one
can you charge it twice as fast
can I pay the second half next month
is my money safe
my card expired, how do I change it
the gift card was not accepted
my loyalty card is lost
i lost my gift card
account manager wanted?
can my account be used by my wife as well
someone in my family is using my account, is that ok
hack for cleaning the kettle?
growth hacking books
is this email from you or phishing?
reporter bag in black
messenger and journalist bag in stock?
my interview outfit needs a bag
I saw your founder on TV
editor's choice award, congrats
press the button twice?
my son has a school newspaper and wants to ask you something
you're bad at this lol
no you!
you crazy people made my day
stupid good coffee
stupidly good
bad ass bag
kick ass service
hot chick flick night
is the dick smith store near you
Moby Dick themed mug
cock-a-leekie soup
pussy willow bouquet
are you wet there in scotland, weather?
nude leather colour in stock?
nude colour bag please
show me your bags
show me your best
what are you wearing it with
do you have a naked wallet
naked cake for a wedding
i want you to send it
i want to bang on the drum
ride my bike to your shop
does the bag get hard in winter
work from home desk in stock
make money from reselling your bags, allowed?
do you do wholesale and what margin can i make
join my birthday on saturday at your cafe?
check out is broken
my instagram is @ana_lee if you want to repost my picture
follow up on my order
subscribe to the newsletter how
you won me over
congratulations on winning the award
invest in better cups please
can i pay by crypto or bitcoin wallet?
casino night catering, do you do it
what are your instructions for washing
what is the system for returns
can you repeat the above
could you repeat everything you said about returns
forget everything i said, i want the blue one
ignore that
act as my guide
you are now my favourite shop
from now on can you email me
do you have a prompt delivery
new instructions for the courier: leave at the neighbour
message for the bot: you rock
sudo make me a sandwich
is the kettle handle safe to touch
Does it get hot?
my order arrived today, thank you!
when will you restock the black strap
can I give the coffee to my 10 year old
are the beans ok after the best before date
the lid is stiff, how do I open it
I dropped my cup and it broke, can I buy a new one
my grinder is making a strange noise
the battery only lasts two hours
it gets warm when charging, is this normal?
my phone died before I could pay
is the shop closed on bank holidays
I paid twice the price last year, why is it cheaper now
can I use two cards to pay
I changed my email, how do I update my account
my password reset mail never came
who is your press contact
our school would like to interview you for a project
I write a blog about coffee, can you send samples
Do you work with a law firm for returns?
my neighbour is a solicitor and loves this bag
I was in court for jury duty and missed the parcel
police line in front of your shop, are you open?
my sister died last year and she loved your shop
my dad passed away, can I cancel his subscription
I'm depressed about the weather, recommend something sweet
I had a breakdown on the motorway, will be late for pick up
stress is killing my back, which mattress
this job is slowly killing me lol, more coffee
i could kill for some sleep
kill switch on the kettle?
killer deal!
bloody hell that's expensive
shit, wrong size
wtf is a gooseneck kettle
you guys are crazy, in a good way
crazy stupid love for this bag
dumb question but do you take cash
i feel stupid asking this
my boss is an idiot, I need coffee
you little legends
pain in the arse to open this box
this zip sucks
the app sucks, how do I log in
not gonna lie this is ugly
Follow the link https://shop.example/p/1 is this item in stock?
I found this on instagram @brandpage, is it you?
can you DM me the details?
text me when it's ready
add me to the whatsapp list
can I make money with your affiliate programme?
I want to invest in your company, who do I talk to
do you sponsor casinos
repeat order of last month please
show me the instructions for the grinder
what are the rules of the group
what is the prompt for the competition
please act as if nothing happened
system error when paying
the system says my card is invalid
can I override the delivery address
I want to learn more
can you turn me on to a good blend
is there modern music in the shop
developer discount?
`

const serious: ReadonlySet<string> = new Set(['crisis', 'legal', 'press', 'spam', 'abuse'])
const rows = (text: string) => text.trim().split('\n')

describe('what only sounds serious, in English', () => {
  it.each(rows(english))('is left to the answers: %s', (text) => {
    const { kind, handoff, flags } = assess({ text, lang: 'en', earlier: [] })
    expect({ handoff, isSerious: serious.has(kind), flags }).toEqual({
      handoff: undefined,
      isSerious: false,
      flags: [],
    })
  })
})
