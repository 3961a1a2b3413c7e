/** Questions to the seeded help centre: the article that answers, words that the answer holds (any of those parted by a slash), the question. No article: it cannot be answered. */
const answerable = `
shipping-times-and-costs | $6.95 | how much does standard shipping cost
shipping-times-and-costs | $60 | is shipping free over a certain amount
shipping-times-and-costs | $60 | is shipping free
returns-and-exchanges | $5.95 | are returns free
shipping-times-and-costs | 3 to 5 | how long does standard delivery take
shipping-times-and-costs | 1 to 2 | how fast is express delivery
shipping-times-and-costs | Hawaii | do you deliver to Hawaii
shipping-times-and-costs | PO boxes | can you ship to a po box
shipping-times-and-costs | 2 pm | until what time do orders leave the same day
storm-delays | storm/Delayed parcels | what happens when a storm delays my parcel
storm-delays | December 15 | when do I have to order to get it before christmas
track-your-order | 24 hours | my tracking has no first scan yet, how long does it take
track-your-order | neighbors | it says delivered but it is not there
change-delivery-address | processing | can I change the shipping address before it ships
reschedule-delivery | twice | how often can a delivery be rescheduled
reschedule-delivery | Sunday | do you deliver on sundays
cancel-an-order | processing | until when can I cancel an order
cancel-an-order | Pre-orders | can I cancel a pre-order
refunds | 30 days | how many days after delivery can I get a refund
refunds | 3 to 5 | how long until a refund reaches my card
refunds | $500 | are refunds over 500 dollars treated differently
returns-and-exchanges | packaging | do I need the original packaging for a return
returns-and-exchanges | $5.95 | what does a return label cost
returns-and-exchanges | Exchanges ship free | is an exchange free
sale-items-and-final-sale | 30 days | can sale items be returned
warranty | 2 years | how long is the warranty on tents
warranty | 1 year | how long is the warranty for jackets
warranty | photo | how do I claim the warranty
membership-plans | $89 | how much is the Summit membership
membership-plans | 5% | what discount do Ridge members get
membership-plans | family | can family members share my Summit membership
pause-membership | 1 and 6 months | how long can I pause my membership
pause-membership | pay nothing | do I pay during a pause
cancel-membership | 14 days | do I get money back when I cancel the membership after a renewal
cancel-membership | sign-up fee | is there a sign-up fee when I join again
membership-billing | 14 days | do you remind me before the renewal
failed-payments | 48 hours | how long is my unpaid order kept
failed-payments | new card | where do I change my card
payment-methods | Apple Pay | do you accept apple pay
payment-methods | Klarna | can I pay in parts
invoices-and-receipts | Billing | where do I find my invoice
invoices-and-receipts | company name | can you add our company name to the invoice
gift-cards | never expire | do gift cards expire
gift-cards | five | how many gift cards can I use on one order
discount-codes | one code | can I use two discount codes on an order
discount-codes | 15% | is there a student discount
price-adjustment | 14 days | what if the price becomes cheaper after my order
price-adjustment | authorised dealer | do you price match other shops
store-pickup | 10 days | how long do you keep a pickup order
store-pickup | 10 am | what are the store hours
boot-fitting | wide | do you have boots for wide feet
boot-fitting | 20 miles | how long does it take to break in leather boots
tent-care | machine wash | can I wash my tent in the machine
tent-care | lemon | how do I get mold off my tent
drift-tents | 3 lb 6 oz | how heavy is the Drift 2
drift-tents | $45 | does the Drift come with a footprint
down-care | down wash | how do I wash a down jacket
rain-jacket-care | dryer | can a rain jacket go in the dryer
stoves-on-planes | never allowed | can I take fuel canisters on a plane
ember-stove | minutes | how fast does the Ember boil a liter of water
merino | itch | does your merino wool itch
headlamp-battery | AAA | which batteries does the Spark headlamp take
headlamp-battery | 4 hours | how long does the Beacon run on high
backpack-fitting | 35 to 50 | how many liters for a weekend backpack
sleeping-bag-ratings | comfort | what is the difference between comfort and limit temperature
sleeping-pads | R 5 | which R-value do I need for winter
repair-service | $45 | how much is a new zipper
used-gear | 40%/buy back | do you buy back used gear
password-and-account | 60 minutes | how long is the password reset link valid
password-and-account | three | how many password resets a day
two-factor | recovery codes | I lost my phone, how do I sign in with two-factor
change-email | confirm | how do I change my email address
privacy | sell | do you sell my personal data
contact-and-hours | 1-800 | what is your phone number
groups-and-wholesale | 15% | do you give group discounts for 25 pieces
international-shipping | $19 | how much is shipping to Canada
international-shipping | duties | are customs duties included for Canada
hazardous-goods | ground | how do you ship bear spray
trail-club-events | $15 | what do trail club day hikes cost for guests
`;

const unanswerable = `
can I take a hydrogen stove on a plane
do you sell kayaks
do you rent out ski equipment
what is the goodwill limit for agents
how much store credit may an agent give for a complaint
who is the CEO of Northline
do you deliver by drone
is the Bastion tent fireproof
what is the torque of the electric bike
do you have a store in Boston
can I pay with bitcoin lightning
how many employees do you have
what is the wifi password in the store
do you offer horse riding lessons
is there a mobile app for android
how do I sharpen a knife
do you sell baby carriers
what colour is the Traverse pack available in
can I get a pilot licence
do your stoves work underwater
is the headlamp approved for mining
do you ship to Antarctica
which airline do you recommend
can you translate the manual into Korean
what is the carbon footprint of a tent
do you offer life insurance
how do I become a supplier
are you hiring warehouse staff
does the jacket contain PFAS
how long is the river trail in Zion
what does the fishing licence cost
do you have vegan boots
can I bring my parrot to the store
who designed the Cloud pad
is there parking at the Denver store
what is the best mountain in Colorado
how do I fix a flat bicycle tire
do you accept food stamps
can I charge my car at your store
what is the serial number of my stove
is the tent bulletproof
how tall is the founder
does the membership include dental care
`;

export const questions = [
  ...answerable
    .trim()
    .split('\n')
    .map((row) => {
      const [slug, holds, question] = row.split(' | ');
      return { slug, holds: holds!.split('/'), question: question! };
    }),
  ...unanswerable
    .trim()
    .split('\n')
    .map((question) => ({ slug: undefined, holds: [], question })),
];
