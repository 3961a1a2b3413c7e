/**
 * Sentences as people write them to companies, and about people and places, with slots to fill. Each line is one sentence
 * or short message. What has no slot teaches what is nobody's name.
 */
export const englishTemplates = `
My name is {p}
My name is {p} and I live at {addr}
my name's {p}, I ordered {product} on {date}
Hi, my name is {p}, I'm a customer since {year}.
Hello, this is {p} from {org}.
This is {p}, I called yesterday about order {order}
I'm {p}. I would like to change my address to {addr}.
I am {p} and I need help with my subscription
Im {f}, can you help me?
Hi {f},
Hello {f}, thanks for your quick answer!
Hey {f}! How are things in {city}?
Dear {title} {l},
Dear {f} {l}, thank you for contacting us about your {product}.
Dear {f},\\nThank you for your message.
Good morning {title} {l}, I hope you are well.
Thanks,\\n{p}
Thank you!\\n{f}
Best regards,\\n{p}\\n{org}
Kind regards,\\n{p}\\n{org}\\n{addr}\\n{phone}
Cheers, {f}
Sincerely yours,\\n{p}
Regards\\n\\n{p}\\n{phone} office\\n{phone} mobile\\n{email}
{p}\\n\\n{addr}\\n\\n{phone}
{p}\\n{org}\\n{addr}\\nTel: {phone}\\nFax: {phone}
{f} {l} | {org} | {phone} | {email}
Name: {p}
Name: {p}\\nEmail: {email}\\nPhone: {phone}
Name: {p}\\nAddress: {addr}
First name: {f}\\nLast name: {l}\\nCity: {city}\\nCountry: {country}
Full name: {p}, date of birth: {date}
Customer: {p}\\nOrder: {order}\\nShip to: {addr}
Surname: {l}
Cardholder: {p}
Cardholder name is {p} and the card is {card}
Ship to: {p}, {addr}
Billing address: {addr}
Shipping address: {addr}\\nPhone: {phone}
Delivery address {addr}
my address is {addr}
My new address is {addr}.
My old address was {addr}, the new one is {addr}.
Please send it to {addr}
please ship my order to {addr} instead
Could you deliver the parcel to {addr}?
Please deliver it to {p}, {addr}.
I moved to {addr} last week
We have moved from {addr} to {addr}.
I live at {addr} and nobody rang the bell
I live in {place}
I live in {city}, {country}.
I'm from {place} originally but I live in {city} now
I am currently travelling in {place}, can I still use my card?
I will be in {city} next week
We're moving to {place} in {month}
Do you ship to {place}?
Do you deliver to {city}?
How much is shipping to {place}?
can i pick it up in {city}?
Is there a store in {city} or near {city}?
where is your branch in {city} located?
Are you open in {place} on {day}?
I was born in {place}
She was born in {city} in {year} and studied in {place}.
My flight from {city} to {city} was cancelled.
I need a train from {city} to {city} on {date}
We flew over {place} and landed in {city}.
I lost my card while I was in {place}.
The package is stuck at customs in {place}
My parcel went to {city} instead of {city}!
the tracking says it left {city} on {day}
I'm calling from {place}
We are a small shop in {city} and we sell {product}.
Our office is at {addr}
Our office is located at {addr}, second floor.
The {org} office is at {addr}
{org} is at {addr}.
The address of {org} is {addr}
The headquarters of {org} are in {city}
Our offices in {city} and {city} are closed on {day}.
I work at {org}
I work for {org} in {city}.
I used to work for {org} before I joined {org}.
I am the manager of {org}
I'm calling on behalf of {org}.
{p} works at {org}
{p} from {org} called me today
{p}, who works at {org}, told me to write to you.
{p} is the CEO of {org}
{f} {l} joined {org} as a director in {year}.
The invoice should be made out to {org}, {addr}
Please put {org} on the invoice
Our company {org} would like to order twenty tents
we're buying this for our company, {org}
{org} bought {org} for two billion dollars
{org} and {org} announced a new partnership
According to {org}, prices will rise in {place}.
{org} has opened a new office in {city}, {country}.
{org} said on {day} that it will cut jobs in {place}
I have an account with {org} and I can't log in
I bought it at {org} but they refused to help
I switched from {org} to you because of the price
Is {org} a partner of yours?
my bank is {org}
the transfer came from {org}
Payment by {org} on {date}
I was charged twice by {org}
Who owns {org}?
{org} never answered my letter
Have you heard of {org}?
We at {org} are very happy with your service
I'm a student at {org}
He studied law at {org} and moved to {place}.
I am a patient of {title} {l} at {org}
I have an appointment with {title} {l} on {day}
{title} {l} told me to call back
{title} {f} {l} will be there at 5 pm
I would like to speak with {title} {l} please
Can I talk to {p}?
Can I please speak to {f} again?
Could you tell {f} that I called?
Is {p} available?
I talked to {p} yesterday and was promised a refund.
your colleague {f} said it would take two days
your agent {f} was very helpful
An agent called {f} hung up on me
{f} from your team told me to wait
I spoke with {f} last {day}
{f} promised to call me back
{f} and {f} both said it is fine
It was bought by my wife {f}
My husband {f} ordered it for our son {f}
my daughter {f} is 12 years old
my brother's name is {p}
My partner {p} is also on the account
The account is under the name {p}
The account is in the name of {p}
it's under {p}
The reservation is under {l}
The order was placed by {p}
The package was signed for by {p}, but nobody of that name lives here
Please add {p} to my account
I'd like to add {p} as a second user
Please remove {p} from the policy, {f} passed away in {month}
Please change the name on my card from {p} to {p}.
my last name changed from {l} to {l}
The name on the ticket should be {p}
Who is {p}?
Have you met {p}?
Do you know {p} from {city}?
have you read the latest book by {p}?
I love the songs of {p}
I'm a big fan of {p}
{p} is my favourite singer
{p} wrote the song with {p}
"{f}, come here!" shouted {f}.
{f}: how are you?\\n{f}: fine, thanks
{f}: "Where are you?"\\n{f}: "I'm at home."
{f} asked {f}: "Did you see {f}?"
"I did not do it," said {p}.
says {l}, a teacher from {city}
{l} said that he was surprised
{l} told reporters in {city} that the talks had failed.
{p}, a lawyer in {city}, disagreed.
{p} (born {date} in {city}) is a painter from {country}.
Written by {p}
Photo: {p}
by {p}
Directed by {p} and produced by {p} of {org}
Produced by {p}, the album was recorded in {city}.
The film stars {p}, {p} and {p}.
Guests: {f}, {f}, {f} and {f}
There were four of us: {f}, {f}, {f} and me.
We invited {p}, {p} and {f}.
the best players are {l}, {l} and {l}
{p} beat {p} in the final in {city}
{p} was elected president of {country} in {year}
The president of {country} visited {city} on {day}.
{country} and {country} signed a treaty in {city}.
The capital of {country} is {city}.
{city} is the largest city in {country}
The weather in {city} is lovely today
What time is it in {city}?
I miss {city} so much
There's a great restaurant on {street}
The shop on {street} in {city} is closed.
I'm standing at the corner of {street} and {street}
Meet me at {street}
we met on {street} near the station
The concert takes place at {org}, {addr} on {date}
The party is at {addr}
We will meet on {day} at {org}, {addr}, {city}
let's meet at {addr} on {day}
The accident happened on {street} in {city}
There was a fire at {addr} last night
My office is across from {street}
Our new flat at {addr} has no internet yet
can you come to {addr} and fix the line?
How do I get to {addr}?
How far is {addr} from {city}?
I need a taxi from {addr} to {addr}
A driver picked me up at {addr}
{addr} is my address
{addr}
{p}, {addr}
to {p}\\n{addr}
P.O. box for {p}: {pobox}
Send the letter to {pobox}
my zip code is {zip}
The zip is {zip}
{city} {zip}
{city}, {country}
I'm at {zip} {city}
What's your name?\\n{p}
- What is your name? - {p}
Agent: may I have your name please? Customer: {p}
Bot: What is your full name?\\nUser: {p}
Q: who is calling? A: {p}
What is your address? {addr}
Where do you live? {place}
Where are you from? {country}
Can you confirm your address? It's {addr}
May I have your phone number? {phone}
people call me {f}
You can call me {f}
they named her {f}
His name was {p}.
her name is {f} and she is a nurse
a man called {p} came to my door
someone named {p} has used my card
a girl named {f}
{p} owes me {amount}
Transfer {amount} to {p}
I sent {amount} to {p}, IBAN {iban}
Please pay {amount} to {p} at {org}.
I want to send money to {f} in {country}
beneficiary: {p}, {iban}, {org}
I received {amount} from {p} on {date}
The landlord is {p}, {phone}
Emergency contact: {p} ({phone})
You can reach {p} at {phone}
You can reach me at {phone} or {email}
call {f} on {phone}
call me at {phone}
my email is {email} and my name is {p}
Please write to {email}, attention {p}
{p} <{email}> wrote:
On {date}, {p} <{email}> wrote:
From: {p} <{email}>\\nTo: {p}\\nSubject: invoice
From: {p}\\nSent: {date}\\nTo: Support\\nSubject: my order {order}
cc {p}
@{f} please have a look
the driver {f} was rude
The technician, {title} {l}, never came
Nurse {l} was very kind
Officer {l} took my statement
Professor {l} teaches at {org}
Judge {l} ruled against {org}
{l}'s decision was wrong
{f}'s order has not arrived
{p}'s card was declined
I'm {f}'s mother
I'm {p}'s assistant and book his travel
This is for {f}'s birthday
The gift is for {f}
Give my love to {f}
I am writing for my mother, {p}, who cannot use a computer.
my son {f} and I went to {place} with {org}
Our guide {f} in {place} was great
{p} lives in {city}
{p} lives at {addr}
{p} was born in {place} and lives in {place}.
{f} moved from {city} to {city}
{p}, {n}, from {city}
{p} is a {n} year old woman who grew up in {city}
{title} {l} is from {country}.
Ask {f} in accounting
Regards from {city}
Greetings from {place}!
Visit {city}!
I ordered from {country} and had to pay customs
Products made in {country} are taxed
the {country} office does not answer
Travellers to {country} need a visa
Is my insurance valid in {country}?
Does roaming work in {country}?
Tax rules differ between {country} and {country}
the {city} warehouse is out of stock
the {city} marathon is in {month}
I love {city} and {city} in spring
From {city} with love
{month} in {city} is wonderful
{product} for {p}
{p} bought a {product} and a {product}
Contact {p} at {org}
Contact: {p}, {org}, {addr}, {phone}
{org}, {addr}
{org}\\n{addr}\\n{phone}
{org} ({city}) is looking for a driver.
{org} was founded in {city} in {year} by {p} and {p}.
{org}, {org} and {org} are competitors
the charity {org} helps children in {place}
I donated to {org}
My employer, {org}, pays for it
As an employee of {org} I get a discount
We are {org}, a startup from {city}
Who is your contact at {org}? {p}
The contract with {org} ends in {month}
{org} hired {p} as head of sales
shares of {org} fell by 5%
I saw it on {org}
I read in {org} that {country} has a new law
an interview with {p} in {org}
{p} told {org} in an interview that the band will tour {place}.
The band from {city} released its album with {org}.
{l} & {l} played in {city} last night
a tribute to {p}
a cover of a song by {p}
Like {p}'s novel, it is set in {city}.
based on a story by {p}
The song is about {f}, a girl from {place}.
{f}, I love you!
Happy birthday {f}!
Congratulations, {f}!
Sorry {f}, I was wrong
Good bye {f}
Oh {f}, where have you been?
{f}?
why is {f} so quiet?
Is {f} your sister?
who told {f}?
I think {f} is right about {org}
Nobody believes {p}
{f} laughed. "{f} would never say that."
{f} looked at {f}
{f} went home and {f} stayed in {city}
I saw {f} at {org}
when {f} arrived in {city}, {f} was waiting
Tell {f} I said hi
{p} and {p} got married in {place}
Visitors: {p}, {p}
1. {p}\\n2. {p}\\n3. {p}
- {p}\\n- {p}
{p}; {p}; {p}
please update my details: {p}, {addr}, {phone}, {email}
update my address to {addr} for order {order}
change delivery for {order} to {addr}, {p}
Order {order} for {p} should go to {addr}
I need order {order} sent to my work, {org}, {addr}
the courier left it at {addr} with a {title} {l}
my neighbour {p} at {addr} got my parcel
It was delivered to {addr}, but I live at {addr}
the {product} was sent to {city} by mistake
can't return {product} in {city}, who can help?
My tenant at {addr} is {p}
I own a house at {addr}
the property at {addr} is insured with {org}
My policy {num} with {org} covers {addr}
SSN {ssn}, {p}
Passport of {p}, citizen of {country}
My driving licence was issued in {place}
patient {p}, dob {date}
The doctor is {p}
member {p}, membership {num}
Employee: {p}, department: sales, location: {city}
Booking for {p} and {p}, {city}, {date}
Room for {title} {l} from {date} to {date} in {city}
Passenger: {p}, flight from {city} to {city}
{p} / {p} , {city} - {city}
`;

/** What looks like a name and is none: products, months, titles of pages, starts of sentences. */
export const plainTemplates = `
Where is my order {order}?
where is my package
My {product} arrived broken
The {product} is too small, I want to return it
The {product} and the {product} were missing
Is the {product} waterproof?
Do you have the {product} in stock?
I love my {product}!
Cancel my {product} please
I'd like to buy a {product} and two {product}.
{product} or {product}, which one is better?
{product}: how do I clean it?
How long does the {product} last?
What is the difference between the {product} and the {product}?
The {product} costs {amount}
I paid {amount} on {date} for {order}
Can I get a refund of {amount}?
Order {order} has not arrived yet
Orders {order} and {order} are late
On {day} I ordered a {product}
It should have come on {day}
I will be home on {day} and {day}
Every {day} in {month} you are closed
In {month} I paid twice
From {month} to {month} we are away
{month} {n}, {year}
{day}, {date}
Since {month} my card has not worked
I can't log in to my account. Please help
How do I reset my password?
Please cancel my subscription
PLEASE CANCEL MY SUBSCRIPTION NOW
WHERE IS MY ORDER???
I WANT MY MONEY BACK
THIS IS THE WORST SERVICE EVER
I want to talk to a human
Can you help me?
Hello
Hi there!
Good morning
Thanks a lot
Thank you so much for your help!
Yes
No
Yes, please do that
Ok, great
Sure, go ahead.
Perfect, thank you
Never mind
That did not work
It is still not working
What are your opening hours?
Do you have gift cards?
How can I pay?
Can I pay with a credit card?
Is there a fee for late payment?
Please block my card, I lost it.
I would like to increase my limit
How do I change my PIN?
My card was swallowed by the machine
why was I charged {amount}?
There is a charge of {amount} I don't recognise
The app crashes when I open Settings
Go to Settings > Account > Privacy and turn it off
Click on Forgot Password
Press the Start button, then choose Reset
Open the Menu and tap Orders
I clicked Buy Now and nothing happened
The Terms and Conditions say something else
According to your Return Policy I have 30 days
Your Privacy Policy is not clear
Customer Service was great
Customer Support told me to wait
Dear Sir or Madam,
Dear Customer Service,
Dear Support Team,
Hi Team,
Hello Support
Hi all,
To whom it may concern
Kind regards
Best wishes
Sent from my iPhone
Sent from my phone
My iPhone does not connect to Bluetooth
I use Android and Windows
It works in Chrome but not in Firefox
The PDF is empty
My Wi-Fi is slow
The USB cable is missing
I speak English and Spanish
Do you have a manual in German or French?
I have a British passport
Is it an Italian product?
I am a French citizen
We celebrate Christmas and Easter
It was a present for Christmas
The Black Friday offer did not work
I used the code SAVE20 at checkout
My discount code is SPRING
My order number is {order}
Invoice {num} is wrong
Tracking number {num}
The serial number is {num}
Reference {num}
It was delivered at {n}:30
I waited {n} days
The size is too small, can I change it for an XL?
I need a size M in Blue
Do you have it in Dark Green?
Color: Red, Size: Large
Quantity: {n}
Subject: Refund
Subject: Problem with my Order
Re: Your Order {order}
Status: Delivered
Delivery: Express
Payment: Credit Card
Reason: Changed my mind
Note: Leave it at the door
It says Out for Delivery
Estimated Delivery: {day}
The status is Shipped
Standard Shipping is free
Express Delivery costs {amount}
Free Shipping on all orders
What are my options?
What a beautiful song
It is the best album of the year
One of the saddest songs on the list
The band played for two hours
Everybody knows that
Great book, a bit long though
Nothing to see here
The movie was boring.
Who are you?
What are you doing?
Let's go
Come on!
Where do you want to go tomorrow?
Will it rain tomorrow?
May I ask something?
Mark it as paid
Will you refund me?
Can anyone help?
Grace period is over
Hope this helps
Hope to hear from you soon
Bill me later
The bill is too high
Just a second
Frank answer please
The rich and the poor
I am so angry
I'm happy with it
I'm sorry
I'm not sure
I am Canadian
I'm calling about my bill
I am interested in your products
I am a new customer
I am writing about order {order}
I'm looking for a {product}
I'm out of town until {day}
I am waiting since {day}!
This is urgent
This is a scam
This is the third time I write
It's me again
My husband is ill
my wife and my son
My mother bought it for me
The manager was rude
your driver was rude
The driver left it in the rain
the courier never came
Our address has changed
What is your address?
what is my account number
Please update my address
I moved to another country
I am travelling abroad
I live in the countryside
We live upstairs
It is on the second floor
I work from home
My company will pay
My boss is angry
the bank said no
I called the bank
You said that it would be free
She said yes
He told me to wait
They never answered
Nobody answered the phone
I have a question about Knowledge
My Trail membership ends in {month}
Is the Gold plan better than the Silver plan?
I have the Premium subscription
Upgrade me to Pro please
The Basic plan costs {amount} a month
How do I use my Gift Card?
I have two {product}s and one {product}
1. Open the box\\n2. Take out the {product}\\n3. Read the manual
Question: {n} + {n}?
{n}% of it
{amount}
{order}
{date}
Version {n}.{n}
Step {n}: Press Save
Section {n}: Refunds
Level {n}
Chapter {n}
Room {n}
Your order {order} has shipped and should arrive by {day}.
Your refund of {amount} is on its way. It takes {n} days.
I have cancelled order {order} for you.
Our team will get back to you within {n} hours.
You can return items within {n} days of delivery.
Members get Free Shipping and early access.
The refund goes back to your original payment method.
Refunds take five business days. Returns are free.
Please let us know if you need anything else.
Hand wash only. Do not bleach. Dry flat.
Down jackets need care. Use a mild soap.
Tents: dry them before you pack them.
Boots, jackets and bags can be repaired.
Northern lights are seen in winter
North, south, east or west
The mountain was steep
South of the river
Central heating does not work
The United team won
The president spoke yesterday
Doctors say it is healthy
Scientists have found a new planet
The government wants to cut taxes
Prices rose by {n} percent in {month}
Parents want better schools
Police are looking for two men
The court decided against it
God knows
Jesus!
Oh my God
LOL
ASAP please
FYI it is broken
OMG this is great
Thx
Pls help
thx u r the best
`;
