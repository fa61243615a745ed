/** English examples of each softer kind. */
import type { Seeds } from './seeds.ts'

export const en: Seeds = {
  question: `
what time do you open
how much is it
do you ship to germany
price pls
is this available in black
can i return it if i dont like it
how long does delivery take
what payment methods do you accept
how do i delete my account
is it safe for kids
does it contain nuts
which one is better for beginners
what is the difference between the two
where is your shop
do you have a discount code
can i pay with paypal
what size should i order
is it waterproof
how do i clean it
do you have gift cards
what sizes do you have
how much is shipping
are you hiring
is there a warranty
how do i reset my password
can i pick it up in the store
do you have a legal notice
who founded the company
when will it be back in stock
what are the ingredients
is cash on delivery available
can you tell me more about this product
i want to buy one
i need the price of the big one
tell me about the subscription
looking for a gift for my mum
how does the trial work
can i change my delivery address
how do i cancel my subscription
what is your return policy
can i get an invoice
do you offer installments
how to use it
which model should i choose
is it suitable for back pain
do you sell spare parts
need a catalogue
can i order online
how can i contact you
what colours are there
i would like to order two
do you deliver to my city
why is it so expensive
whats the cheapest option
does it work with iphone
how long does the battery last
please call me
call me tomorrow
i want this one
i need this for my bed
i want to know more about your company
i need your help to choose
can i speak to someone about a purchase
is there anyone
i have some queries about this
please send me the details
send me the price list
what was the name of this
change the language please
what do you recommend for this week
i would like to make a reservation for four
can you help me with this
please set it to two
which of your shops is open this week
do you have an option for my size
i am not sure about the size
my size is not in your options
if i order today when will i get it
when will i receive it if i order now
can i order from abroad
can i order two of them
i want to order the big one
cash and delivery
no cost instalments
need more discount
please let me know the net price
rate please
main menu
other
support
who is the person behind your design
was it made in this country
what is your name again
under which name do i book
is there a trial for this
my mother has joint pain which one is good
i read that it keeps cool, is that right
remind me what this was
add this to my list
i am going away next week
play the next one
is this the right place to ask
`,
  'order-trouble': `
where is my order
my order is late, where is it
my parcel hasnt arrived yet
tracking hasnt moved for a week
i still havent received my package
its been two weeks and no delivery
my order never came
the tracking says delivered but i got nothing
you sent me the wrong item
i received the wrong size
an item is missing from my order
one bag is missing from the box
my package arrived damaged
it arrived broken
the box was crushed and the glass is broken
i havent got a confirmation email for my order
my refund hasnt arrived
still waiting for my refund
when will i get my money back
i returned it three weeks ago and no refund
order not delivered
track my order please
my order has not shipped yet
order status
cancel my order please
i ordered last week and nothing has come
delivery is delayed again
the courier did not come
the driver left it at the wrong address
my order number is 12345 and it has not arrived
wheres my stuff
wheres my parcel
the item doesnt work out of the box
it stopped working after two days
my device wont turn on anymore
the zip is broken after a week
payment went through but no order confirmation
my discount code did not work at checkout
i ordered two but got one
order stuck in processing
parcel lost
package was stolen from my porch
i need my order today and its not here
havent heard anything about my order
wrong colour delivered
you sent the wrong one
you sent me a different colour than i ordered
i got someone elses order
the part i need is not in the box
replacement has not arrived
delivry late
order hasnt come yet pls check
`,
  complaint: `
this is unacceptable
very disappointed with your service
terrible customer service
worst experience ever
i am really unhappy with this
your support is useless
nobody answers my emails
the quality is awful
i want to make a complaint
the coffee was cold and the staff were rude
it fell apart after one week, what a joke
waste of money
i expected better from you
not what was advertised, very misleading
poor quality for the price
your website is terrible and keeps crashing
i have been ignored for weeks
this is the third time it broke
absolutely disgusting service
you ruined my birthday
your staff was so rude to me
the taste has got much worse
overpriced and bad
never buying from you again
i am so frustrated with this
i waited an hour and nobody cared
shame on you
what a rip off
your driver was rude
such a let down
this product is rubbish
the new recipe is horrible
i regret buying this
your app is full of bugs and nobody fixes it
false advertising
you keep lying to me
i am fed up with your excuses
it looks nothing like the picture
quality has gone downhill
bad service
i am not happy at all
one star
`,
  praise: `
i love it
best coffee ever
you guys are great
thank you so much for your help
amazing service
great job
this is awesome
i am so happy with my order
my favourite shop
excellent quality
just wanted to say it is wonderful
you made my day
super fast delivery, thanks
the staff was so kind
it tastes fantastic
beautiful work
five stars
so good
love your products
highly recommended
my daughter adores it
great value
perfect, thank you
the new blend is delicious
well done team
i am impressed
keep up the good work
the best purchase i made this year
nice bag, everyone asks me about it
your barista was lovely
works like a charm
damn good coffee
this slaps
obsessed with it
you rock
`,
  suggestion: `
you should sell smaller bags
it would be nice if you had a vegan option
please bring back the old recipe
have you thought about opening later
i wish you had more colours
can you please add paypal
suggestion: make the strap longer
why dont you offer refills
it would be great to have an app
please make a blue one
feature request dark mode
you could add a filter to the website
i think you should open a shop in leeds
would love to see a bigger size
maybe you could use less plastic
an idea for you: a tasting box
my feedback is that the buttons are too small
how about a student discount
you need more seats outside
it would help if the app remembered my order
please consider shipping to norway
could you make a decaf version
i have an idea for a new product
might be good to have a loyalty card
would be cool if it had bluetooth
add more sizes please
next time please use paper packaging
i suggest you put the price on the page
`,
  chat: `
hi
hello there
good morning
how are you
what are you doing
haha
lol
nice weather today
whats up
are you a bot
who are you
tell me a joke
good night
bye
see you
thanks
this was a nice chat
nice talking to you
ok
cool
yes
no
i am bored
it is raining here
did you watch the game yesterday
happy birthday
i am drinking my coffee right now
guess what happened to me today
my cat is sleeping on the bag
do you like music
what is your favourite colour
i am at work
just woke up
anyone here from london
good luck with your exam
see you on friday
i read an interview with your founder
same here
me too
you are funny
merry christmas
monday again
`,
}
