export type SeedIntent = {
  key: string;
  name: string;
  description: string;
  examples: string[];
  /** Goes to people whatever the confidence. */
  sensitive?: boolean;
  team: 'orders' | 'returns' | 'membership' | 'billing';
};

/** One utterance a line, as customers type them: misspelled, shouted, half a sentence, two lines long. */
const lines = (strings: TemplateStringsArray): string[] =>
  strings
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const served: SeedIntent[] = [
  {
    key: 'order_status',
    name: 'Order status',
    description: 'Where an order is, whether it has shipped, when it will arrive, its tracking.',
    team: 'orders',
    examples: lines`
      where are my boots
      so where's the jacket I bought?
      my shoes still haven't arrived
      the tent I ordered isn't here yet, when will it come
      any news on my backpack
      has the sleeping bag left your warehouse
      Where is my order?
      where's NL-48213
      has my order shipped yet
      hi, any update on order NL-40021? it's been a week
      Can you tell me when my tent will arrive
      wheres my package its been 8 days
      track my order please
      I need the tracking number for NL-51177
      the tracking hasn't updated since Monday
      my parcel says delivered but I don't have it
      It says out for delivery since yesterday, what's going on?
      status of order 48213
      Still waiting on my boots. Ordered two weeks ago.
      when do you think my stuff gets here
      i ordered a sleeping bag on the 3rd and havent heard anything since
      Order #50412 — has it left the warehouse?
      what's the ETA on my backpack
      Could you check whether my delivery is on time? I leave on Friday.
      my jacket never arrived
      the carrier lost my parcel i think
      My order still says processing, is that normal?
      did you guys send it yet??
      how long until NL-44310 gets to me
      Only half of my order came. Where is the rest?
      package stuck in transit
      I got a shipping mail but the link to follow it doesn't work
      expected delivery date for my order?
      tracking says returned to sender, why
      Where is my stuff
      looking for an update on the headlamp I bought last Thursday
      is my order on its way?
      I was supposed to get it on Tuesday and nothing came
      shipment NL-49002 whereabouts
      Hello, I placed an order on Sunday, when will it be dispatched?
      It's late. Where is it now?
      can u tell me where my order is at
      Haven't recieved my order NL-42875
      delivery seems delayed, can you look it up for me
      was my order delivered? I am away from home
      My neighbour got hers already and mine is nowhere to be seen
      order missing
      did my replacement ship out
      i want to know the status of my purchase
      follow up on my order please, no news in days
      has the courier picked up order NL-47730
      where is my order, I used [EMAIL_1]
      It has still not shown up and the trip is next week
      ordered with [EMAIL_1], when does it get here
    `,
  },
  {
    key: 'delivery_change',
    name: 'Change of delivery time',
    description: 'Deliver on another day or time, hold a parcel, leave it somewhere, pick it up instead.',
    team: 'orders',
    examples: lines`
      Can you deliver on Saturday instead?
      I won't be home tomorrow, please reschedule the delivery
      move my delivery to next week
      can i change the delivery date of NL-48213
      Please hold my package until I'm back on the 14th
      I need it later, could you deliver December 3
      leave it with my neighbour at number 12 please
      Tell the driver to leave the box at the back door
      I missed the delivery, can they come again on Thursday?
      reschedule please, nobody is in on monday
      is it possible to get it in the evening rather than the morning
      can the courier come after 5pm
      deliver order 40188 on friday not wednesday
      We're on holiday, can you delay the delivery by two weeks?
      change delivery day
      i need a different delivery slot
      Can I pick up my order in the store instead of having it delivered?
      please don't deliver this week, i'm travelling
      could you push the delivery back a few days
      the driver came while I was out, arrange a new attempt
      Upgrade NL-50019 to express please, I need it sooner
      can you make it arrive earlier? our trip starts saturday
      hold at the depot, I'll collect it myself
      want my parcel on the 20th
      postpone my shipment until after the long weekend
      switch to a morning delivery
      Redeliver please. I wasn't there.
      Would it be possible to have NL-43321 arrive on a weekday?
      deliver it to a pickup point near me
      different date for delivery plz, not the 9th
      My office is closed Friday so the parcel can't come that day
      I'd like to choose another day for the delivery of my stove
      can it be dropped in the garage
      schedule my delivery for tuesday afternoon
      not home until 6, can they come later
      they tried to deliver and left a note. new date?
      Don't send it yet, wait until the 1st
      i have to change when my order comes
    `,
  },
  {
    key: 'address_change',
    name: 'Change of address',
    description: 'Another shipping address for an order or for the account.',
    team: 'orders',
    examples: lines`
      I need to change the shipping address on my order
      wrong address on NL-48213, can you fix it
      I moved, please update my address
      Please send it to 44 Pine Street, Boulder, CO 80302 instead
      can you ship order 50231 to my work
      i put my old adress by mistake
      The zip code on my order is wrong, it should be 97214
      new address: 12 Harbor Rd, Portland ME 04101
      I forgot the apartment number on my order
      Ship to my parents' house instead please
      how do i change where my order is going
      update delivery address for NL-41560
      it's going to the wrong house!!
      My street name is misspelled in the order
      could you redirect the parcel to another address
      Change address
      we just moved house and the tent is going to the old place
      can you correct the address before it ships
      My default address in the account is outdated
      send NL-44902 to [ADDRESS_1]
      please deliver to a different address
      I typed in the wrong city
      the house number is missing in my shipping details
      Is it too late to alter the destination of my package?
      I'd rather have it sent to my office at [ADDRESS_1]
      need the ship-to changed asap
      please use my new home address from now on
      I accidentally chose my billing address for shipping
      i live somewhere else now, pls change my profile address
      Unit 5B got left off my address
      reroute my order to my hotel
      The parcel should go to Denver not Dallas
      Can you swap the address for my brother's? he will receive it
      edit my shipping information
      order went to my ex's address, please change it quickly
      address on the account needs an update, I am at [ADDRESS_1] now
      add apt 9 to the address for NL-46118
      shipping it to the wrong state, can u change
    `,
  },
  {
    key: 'refund',
    name: 'Refund',
    description: 'Money back for an order or an item, or news of a refund that was promised.',
    team: 'returns',
    examples: lines`
      I want a refund
      refund order NL-48213 please
      Can I get my money back for the jacket?
      the tent leaks, I'd like to be refunded
      i want my money back
      How do I get a refund for NL-40772, it arrived broken
      please give me back what i paid for the stove
      It never worked. Refund me.
      You cancelled my order, where is my refund?
      I sent the boots back 10 days ago and still no refund
      has my refund been processed?
      money back pls, wrong colour and I don't want another
      My order never came and I want the $120 back
      can you refund just one item from order 51190
      The poles were snapped when I opened the box. I want to be reimbursed.
      requesting a refund of $620 for the expedition tent
      refund status
      when will the refund be on my card
      Sleeping pad deflates overnight, I don't want a replacement, just the money
      could you please issue a refund for my last purchase
      You only refunded half of it
      i returned it last week, when do i get my cash
      I'd like my payment returned, the parcel arrived far too late for our trip
      partial refund for the scratched cooker?
      not satisfied with the backpack, want full refund
      Please reverse the purchase NL-45561, it's defective
      do the refund to my original card please
      I was told I'd be refunded on Monday and nothing has shown up
      charge back my money for the missing item
      the bottle was cracked so refund that one
      How about giving me my money back? The zipper broke on day one.
      refund for NL-47018
      Need my $89.95 back for the headlamp that doesn't turn on
      one pair of socks was missing, please refund it
      I want reimbursement for a faulty stove
      hello i would like to get refunded
      full refund. now. the thing is useless
      Still haven't got my money for the return
      credit me back the cost of the gloves
      i paid for 2 and got 1, refund the other
      the refund hasn't arrived in my bank account yet
      my order was damaged in shipping i want my money
      refund please, the order was placed with [EMAIL_1]
    `,
  },
  {
    key: 'return_exchange',
    name: 'Return or exchange',
    description: 'Send an item back, get a return label, swap a size or colour, have a faulty item replaced.',
    team: 'returns',
    examples: lines`
      I want to return my boots
      Can I exchange these for a size 10?
      the jacket is too small, I need a large
      how do i send something back
      please send me a return label for NL-48213
      Wrong item in the box, I ordered the green one
      I'd like to swap the blue tent for the grey one
      need to return a sleeping bag I haven't used
      start a return
      boots don't fit
      the pants are too long can i get a shorter pair
      My backpack strap broke, can you replace it?
      you sent me the wrong size
      return label please
      Can you exchange the headlamp, it came with a dead battery compartment
      It doesn't fit, what do I do?
      i got two of the same thing and want to send one back
      Where do I drop off my return?
      want to trade my medium for a small
      I changed my mind about the stove and would like to send it back
      replacement for a broken tent pole please
      order NL-43118 return
      the printer ate my return label, can I have a new one
      My wife got me a size 42 and I wear 44
      the shoes pinch, need half a size up
      I'd like a different color
      item arrived damaged, please send another one
      can u swap it
      how can I send back part of my order
      exchange NL-50666 for the women's version
      Return request: one fleece, unworn, tags on
      my gloves are faulty and I would like new ones
      Not what I expected from the photos. I want to ship it back.
      received someone else's order, how do I return it
      this pack is too big for me, got anything smaller I could exchange for
      got the wrong colour
      zip is broken on the brand new jacket, send me a working one
      I need to return this gift
      print return form for order 46720
      shirt is way too tight, exchange?
      send back the rain pants
      a pole of our tent snapped on the first trip, can it be replaced
    `,
  },
  {
    key: 'cancel_order',
    name: 'Cancel an order',
    description: 'Stop an order, or a line of it, before it ships.',
    team: 'orders',
    examples: lines`
      Cancel my order
      please cancel NL-48213
      I ordered by mistake, can you cancel it
      stop my order before it ships
      i want to cancel the order i made this morning
      Can I still cancel order 50112?
      I accidentally ordered twice, cancel one of them
      don't send it, I no longer need it
      cancel the tent but keep the stove
      Found it cheaper somewhere else, please cancel my purchase
      oops wrong item, cancel order pls
      How can I cancel an order that I just placed?
      Please void order NL-40909
      My kid ordered this without asking, cancel it
      remove the boots from my order
      I would like to call off my order
      is it too late to cancel? placed it an hour ago
      cancle my order
      abort the order NL-45213
      changed my mind, please don't ship my order
      Order 47771 needs to be cancelled
      The delivery takes too long so cancel it
      can you cancel just one item on NL-42006
      Kindly cancel the purchase of the sleeping bag
      take the headlamp off my order please
      duplicate order, get rid of the second one
      I don't want the order anymore
      cancel everything I ordered yesterday
      CANCEL ORDER NL-49555 NOW
      our trip is off so please cancel what we ordered
      I need the order cancelled today
      hit buy too quickly, undo my order please
      scrap order 41418
      can you stop NL-43434 from going out
      order cancellation
      pls cancel my backpack order
      I want to withdraw from my purchase, it has not shipped yet
      never mind the order, cancel it
      cancel NL-40871, the account is [EMAIL_1]
    `,
  },
  {
    key: 'cancel_subscription',
    name: 'Cancel the membership',
    description: 'End a Ridge or Summit membership or its renewal.',
    team: 'membership',
    examples: lines`
      Cancel my membership
      I want to cancel my Summit membership
      please end my subscription
      how do i stop the ridge membership
      Don't renew my membership next year
      turn off auto renewal
      I no longer want to be a member
      unsubscribe me from Summit
      cancel my subscription before it renews on the 3rd
      I hardly use my Ridge plan, please close it
      membership cancellation please
      can I quit the membership
      stop charging me every year, I want out
      I'd like to leave the Trail club program
      end my plan
      downgrade me to the free plan
      cancle subscription
      I do not wish to continue with Summit
      Please terminate my membership effective immediately
      don't need the paid plan any more
      How do I get out of the yearly membership?
      switch me back to Trail, I don't want to pay
      my husband has a membership too so cancel mine
      please make sure the subscription does not renew
      I can't find where to cancel the membership
      too expensive, cancelling my membership
      opt me out of auto-renew
      discontinue my Ridge
      we don't hike any more, please cancel the annual plan
      could you stop my membership?
      I want my Summit plan gone
      remove my subscription
      close my membership today
      I signed up for the trial and want to cancel before it costs money
      no more membership for me thanks, cancel it
      Ridge isn't worth it, get me off it
      cancel membership renewal
      i wanna unsubscribe from the membership
    `,
  },
  {
    key: 'pause_subscription',
    name: 'Pause the membership',
    description: 'Put a membership on hold for some months, or resume it.',
    team: 'membership',
    examples: lines`
      Can I pause my membership?
      put my subscription on hold for 3 months
      freeze my Summit plan please
      I'm injured and won't hike until spring, can I pause?
      pause ridge for two months
      I would like to suspend my membership temporarily
      is there a way to take a break from my membership
      pause my plan
      going abroad for half a year, can you hold my membership
      Please pause instead of cancelling
      stop my subscription for a while, not forever
      skip a few months of my membership
      resume my membership
      unpause my plan please
      I want to start my paused membership again
      hold my Ridge until June
      Expecting a baby so no trips for 6 months, pause summit please
      can my membership be frozen
      temporarily deactivate my subscription
      i need a 4 month break from summit
      put it on ice until march, the membership i mean
      Pausing membership - how long can I do that?
      extend the pause on my plan
      my membership is on hold, please reactivate it
      could I suspend Summit over the winter
      pause subscription starting next month
      take my membership off pause
      just a short pause of my plan, 1 month
      freeze account membership while i'm deployed
      I'd rather pause than cancel my ridge plan
      hi, please halt my subscription till september
      I broke my leg. Can the membership wait until I am better?
      membership hold please
      please put Summit on pause for five months
      i won't be using it this summer, can we pause
    `,
  },
  {
    key: 'password_reset',
    name: 'Password reset',
    description: 'Cannot sign in, forgot the password, locked out, lost second factor.',
    team: 'membership',
    examples: lines`
      I forgot my password
      reset my password please
      can't log in
      I'm locked out of my account
      password reset link never arrived
      my password doesn't work anymore
      how do i reset my pasword
      I can't sign in to my account
      it says wrong password but i'm sure it's right
      need a new password
      send me a reset link at [EMAIL_1]
      my account is blocked after too many tries
      I lost my phone and can't get the two-factor code
      The authenticator code is refused
      cant get into my account help
      login not working
      Could you email me a link to set a new password?
      I've requested the reset three times and got no mail
      unlock my account
      i dont remember my login
      The reset link has expired
      2FA code isn't coming through
      Trying to sign in, but the site keeps rejecting me
      new phone, authenticator app is gone, how do I get in
      forgot pw
      recover access to my account please
      My account got hacked and my password was changed
      what's my password
      change my password for me
      can you reset the password for [EMAIL_1]
      I don't recall the password I set up years ago
      sign in problem
      it won't let me log in
      please help me regain access
      resetting my password does nothing
      my login credentials are not accepted
      password help
      I never get the verification code when logging in
      account locked!!!
      I want to set a different password
      I forgot my password, my account email is [EMAIL_1]
      cannot sign in as [EMAIL_1]
      the phone with my 2FA app broke and now I can't get in
      didn't get the mail for resetting it
      new password please for [EMAIL_1]
    `,
  },
  {
    key: 'change_email',
    name: 'Change of email',
    description: 'Another email address on the account.',
    team: 'membership',
    examples: lines`
      I want to change my email address
      update my email to [EMAIL_1]
      please change the email on my account from [EMAIL_1] to [EMAIL_2]
      I have a new email
      my old email no longer works, use [EMAIL_1]
      there's a typo in my email address on file
      how do I change the e-mail for my login
      I lost access to my old mailbox, can you switch my account to another one
      can you put a different email on my profile
      new email: [EMAIL_1]
      i changed jobs so my work email is gone, need to update it
      My email is misspelled in your system
      Replace my email with [EMAIL_1] please
      change email
      swap the e-mail address on my Northline account
      the account still has my college email
      I'd like to use another email for signing in
      correct my mail address please, it should be [EMAIL_1]
      email address update
      could you move my account to [EMAIL_2]
      please send everything to my new email from now on
      you've got the wrong email for me
      i dont use that gmail anymore pls change it
      Got married, my email changed to [EMAIL_1]
      how can i edit my email in settings
      modify contact email
      my email provider is shutting down so I need to give you a new address, [EMAIL_1]
      set [EMAIL_1] as my account email
      need the login email changed
      I registered with the wrong e-mail
      can i have a different email address on the account
      the mail on file isn't mine anymore
      my confirmation mails go to an old email, please update
      switch email to [EMAIL_1]
    `,
  },
  {
    key: 'wrong_charge',
    name: 'Wrong charge',
    description: 'Charged too much, twice, or for something unexpected; invoice and charge differ.',
    team: 'billing',
    examples: lines`
      My invoice says $49 but I was charged $79
      I was charged twice
      you charged me the wrong amount
      There's a charge on my card I don't recognize
      why was I billed $89 this month
      double charged for order NL-48213
      you took too much money
      I got overcharged
      my statement shows 2 payments for one order
      I cancelled my membership and you still charged me
      What is this $49 charge from Northline?
      the discount was not applied and i paid full price
      Invoice and bank statement don't match
      I was promised 10% off but was charged the full amount
      charged for express shipping but I picked standard
      unknown charge on my credit card
      you billed me 120 dollars instead of 102
      the price at checkout was lower than what you charged
      my card was billed twice on the same day
      incorrect charge
      I think there is a mistake in my bill
      Why did I pay $8 more than the order total?
      I've been charged for a membership I never signed up for
      there are two charges of 62.50 and I only bought one thing
      my credit card was hit three times
      total on the receipt is different from the one on my card
      extra charge on my account
      you guys debited $79 when it should be $49
      Please explain the amount on my last bill, it looks too high
      someone used my card at your shop, I did not order this
      renewal cost more than you said it would
      the gift card was not deducted, you charged it all to my card
      billing error on NL-44120
      I don't understand this charge
      charged me again after i already paid
      i see a pending charge for an order i didnt make
      hi i was billed for summit but i have ridge
      I got billed the old price after downgrading
      my bank shows $30 more than the invoice
      I was billed too much, my account is [EMAIL_1]
    `,
  },
  {
    key: 'invoice_copy',
    name: 'Copy of an invoice',
    description: 'Send an invoice or receipt again, or one with company details.',
    team: 'billing',
    examples: lines`
      Can you send me the invoice for NL-48213
      I need a receipt
      copy of my invoice please
      where can I download my invoices
      please email me the bill for my last order
      I lost the receipt for my tent
      need an invoice with our company name and VAT number
      receipt for order 51002 for my taxes
      could you resend the invoice from March
      my accountant needs a copy of the invoice
      I never got an invoice
      invoice INV-20931 as pdf please
      send proof of purchase
      can i get a printable receipt for the boots
      i need the bill for my employer's reimbursement
      How do I get an invoice for my membership?
      I need all invoices of last year
      forward me the invoice again please, I deleted it
      itemized receipt for NL-40031
      do you have a copy of the receipt? insurance wants it
      please provide an invoice for my records
      tax invoice please
      missing invoice for order NL-45009
      Can I have the receipt sent to [EMAIL_1]
      the pdf of the invoice won't open, send again
      our accounting dept. requires an official invoice
      invoice for the Summit renewal please
      duplicate of my receipt
      purchase receipt needed for warranty
      may I have a bill for what I bought on the 2nd?
      get invoice
      can you put my business address on the invoice
      looking for the invoice of my summer order
      hey need a receipt for expenses
      billing document for order 43999
    `,
  },
  {
    key: 'failed_payment',
    name: 'Failed payment',
    description: 'A payment was declined, a card has expired, the renewal did not go through.',
    team: 'billing',
    examples: lines`
      My payment failed
      my card was declined
      payment won't go through at checkout
      I got an email that my renewal payment didn't work
      how do I update my card
      my credit card expired, where do I enter the new one
      I keep getting an error when paying
      checkout says payment declined but my card is fine
      Change my payment method
      the charge for my membership bounced
      can't pay for my order
      card not accepted
      You said my membership is past due because the payment failed
      I have a new credit card for the subscription
      transaction refused, what now
      could you retry my payment
      payment error on NL-48213
      My bank blocked the payment, please try again
      it won't take my visa
      paypal doesn't work when i try to pay
      I need to replace the card on file
      why did my payment get rejected
      try charging my card again please
      order is on hold because payment was not received?
      I tried three cards and none of them work on your site
      update billing details, got a new card
      insufficient funds last time, can you run it again
      payment declined
      Apple Pay keeps failing
      My renewal was declined and now I lost my benefits
      checkout is stuck at the payment step
      failed transaction for my membership renewal
      the payment page gives me an error code
      your mail says payment unsuccessful
      Add a different card to my account for billing
      debit card keeps getting denied
      I couldn't complete the purchase, it refused my card
    `,
  },
  {
    key: 'product_question',
    name: 'Product question',
    description: 'About gear: sizes, materials, care, use, what fits what.',
    team: 'orders',
    examples: lines`
      Is the Drift tent waterproof?
      what size backpack do I need for a weekend
      How do I wash my down jacket?
      how warm is the sleeping bag
      does the headlamp take AAA batteries
      what R-value should a pad have for winter
      can I put my rain jacket in the dryer
      how do the boots run, true to size?
      Which stove works best at altitude
      do you have the fleece in green
      how heavy is the two person tent
      how to waterproof leather boots
      is merino itchy
      can I take a gas stove on an airplane
      what's the difference between the comfort and limit temperature
      how do i measure my torso for a pack
      will two people fit in that tent
      how long does the headlamp battery last
      is the sleeping pad ok for side sleepers
      How do I clean a tent with mold on it
      what fuel does the stove use
      how should I store my sleeping bag
      Are these boots good for wide feet?
      can you recommend a jacket for rain
      what does the 20D fabric mean
      when will the 45 liter pack be back in stock
      is this jacket windproof as well
      what's the temperature rating of the Ember bag
      do your tents come with a footprint
      which sock size for a shoe size 43
      Is it safe to cook in the tent vestibule?
      can i machine wash merino wool
      how do you re-proof a rain shell
      which pack has a rain cover included
      what is the capacity of the big duffel
      does the pump work with the older pads
      how do I break in new boots
      size chart for women's pants?
      is the stove compatible with other brands of canisters
      Does this bottle keep drinks hot and for how many hours
      how many lumens
      tent care tips?
      what would you advise for camping at minus 10
      does the tent have a vestibule
      is down better than synthetic
    `,
  },
  {
    key: 'policy_question',
    name: 'Policy question',
    description: 'About rules and services: shipping, returns, warranty, membership benefits, stores, privacy.',
    team: 'orders',
    examples: lines`
      What is your return policy?
      how much is shipping
      do you ship to Canada
      how long do I have to return something
      Is shipping free over a certain amount?
      what does the Summit membership include
      how long is the warranty on tents
      what are your opening hours
      do you price match
      Can I use two discount codes at once
      how long do refunds take in general
      what's the difference between Ridge and Summit
      do you have a store in Seattle
      is there a student discount
      how much does membership cost
      do you repair old gear
      What data do you keep about me
      can I return something without the original packaging
      who pays for return shipping
      do gift cards expire
      do you buy used gear
      Are there customs fees for orders to Europe
      when do you charge my card
      what's your warranty policy
      how fast is express delivery
      do members get free returns
      can I combine a gift card and a coupon
      is a membership worth it? what do I get
      how do price adjustments work if something goes on sale
      which payment methods do you accept
      do you offer wholesale prices for schools
      can sale items be returned
      how late can I call you
      what happens when a storm delays deliveries
      do you deliver on weekends usually
      do you ship fuel canisters
      how do i join the trail club hikes
      is the website accessible for screen readers
      how do you handle my personal information
      how does store pickup work
      can you ship to a PO box
      are refunds over 500 dollars treated differently
      what's your phone number and when are you open
      how many months can a membership be paused at most
      do you do gift wrapping
      How do I get a discount code
      what is the cutoff for same day shipping
      where do i send gear for repair
    `,
  },
  {
    key: 'complaint',
    name: 'Complaint',
    description: 'Anger or disappointment without a request that can be carried out as such.',
    team: 'returns',
    examples: lines`
      This is the worst service I've ever had
      I'm really disappointed with Northline
      your support is useless
      I want to make a complaint
      nobody ever answers my emails
      Terrible experience from start to finish
      you people don't care about customers
      The staff in the store were rude to me
      absolutely unacceptable
      I've been waiting for an answer for two weeks, this is ridiculous
      your quality has gone downhill
      I am extremely unhappy
      never shopping here again
      what a joke of a company
      i have to repeat myself every time i write
      this is a disgrace
      The courier threw my parcel over the fence, very unprofessional
      fed up with your excuses
      I'm a loyal customer for ten years and this is how you treat me
      your website is awful to use
      I want to file a formal complaint about how I was treated
      Such poor communication from your team
      frustrated beyond words
      you lied to me last time
      third time I contact you about the same thing and nothing happens
      worst shop ever
      how can a company be this bad
      I expected better from you
      my feedback: horrible
      so annoyed right now
      The guy on the phone hung up on me
      You keep promising and nothing is done
      I feel cheated
      zero stars if I could
      very dissatisfied with how this was handled
      shame on you
      You ruined our holiday
      this sucks
      I've had enough of this nonsense
    `,
  },
  {
    key: 'thanks',
    name: 'Thanks',
    description: 'Thanks or praise, nothing asked.',
    team: 'orders',
    examples: lines`
      Thank you!
      thanks a lot
      great, thank you so much for your help
      thx
      ty
      that was quick, thanks
      Perfect, thanks
      you're the best
      really appreciate it
      many thanks
      awesome service
      Thanks for the fast answer
      cheers
      thank u very much
      wonderful, thank you
      I appreciate your help
      Much obliged
      super, thanks!!
      amazing support, thank you
      thanks for sorting this out
      love it, thanks
      That's very kind of you
      brilliant thanks
      you have been very helpful
      great job
      thanks again
      excellent, thanks for letting me know
      tysm
      nice one, cheers mate
      I'm so happy with my new tent, thank you
      thankyou
      Grateful for your help today
      cool thanks
      good to know, thank you
      thanks for the info
    `,
  },
  {
    key: 'greeting',
    name: 'Greeting',
    description: 'Hello and nothing else yet.',
    team: 'orders',
    examples: lines`
      Hi
      hello
      hey there
      good morning
      Good afternoon!
      hi, is anyone there?
      hello, I have a question
      hey
      Hi there, can you help me?
      good evening
      hello hello
      yo
      I need some help
      greetings
      hiya
      hi bot
      Hello Northline team
      anyone around?
      can you help me with something
      helloo
      howdy
      hi i have a problem
      Hey, got a minute?
      morning
      Dear Northline, hello
      I need assistance
      are you there
      help
      hi!! quick question
      hey, how are you
      hello, hope you're well
      could you help me out please
      good day
      i have an issue with something
      sup
    `,
  },
  {
    key: 'person_request',
    name: 'Wants a person',
    description: 'Asks to speak with a human being.',
    team: 'orders',
    examples: lines`
      I want to talk to a human
      agent please
      can I speak to a real person
      get me a person
      human
      let me speak with someone
      I don't want to talk to a bot
      representative
      transfer me to an agent
      are there any real people I can talk to
      connect me with customer service
      operator
      put me through to your manager
      speak to a supervisor
      i need to talk to somebody about this
      stop the bot, real human now
      live agent
      is there a human there
      can someone call me
      I'd prefer to deal with a person
      talk to support staff please
      give me a human being
      please have a colleague contact me
      I want to speak to your boss
      no robots please
      live chat with a person
      how do I reach a human
      may I speak with an employee
      can I talk to someone who works there
      hand me over to an advisor
      customer representative now
      just let me talk to a person!!
      escalate this to a human
      I want to chat with a real agent
      not a machine, a person
      i wish to speak to someone in charge
    `,
  },
  {
    key: 'legal_threat',
    name: 'Legal threat',
    description: 'Lawyers, courts, regulators, chargebacks announced as a threat.',
    sensitive: true,
    team: 'billing',
    examples: lines`
      I will sue you
      my lawyer will contact you
      you'll hear from my attorney
      I'm taking you to court
      I am going to take legal action
      see you in small claims court
      this is fraud and I will report you to the consumer protection agency
      I'll file a complaint with the FTC
      I'm reporting you to the Better Business Bureau
      my solicitor is preparing a letter
      expect a lawsuit
      you are breaking the law and I will press charges
      legal action will follow if you don't pay me back
      I have already spoken with a lawyer about this
      I'll start a class action against Northline
      if this isn't fixed by Friday I go to court
      I'm filing a lawsuit
      I will report this to the attorney general
      this is illegal and my lawyer agrees
      you will receive a summons
      consider this a formal legal notice
      I'm contacting the police about your theft
      I demand compensation or I'll sue
      next step is litigation
      I shall be seeking legal advice
      pay up or I see a judge
      We intend to pursue this through the courts
      my attorney says you violated consumer law
      final warning before legal proceedings
      I will complain to the data protection authority
      going to the trading standards office
      letter before action
      taking this to the ombudsman
      I reserve all my legal rights
    `,
  },
  {
    key: 'solved',
    name: 'Solved, goodbye',
    description: 'The customer says that it is done, or takes leave.',
    team: 'orders',
    examples: lines`
      that's all, it's solved
      that's all I needed
      problem solved
      it works now
      all good now
      no that was everything
      goodbye
      bye
      see you
      nothing else
      that fixed it
      sorted
      I'm all set
      Never mind, I found it
      ok that's it
      have a nice day, bye
      it arrived just now so we're good
      you can close this
      issue resolved
      i figured it out myself
      that's everything for today
      bye bye
      okay it's working again
      my question is answered
      done, you may close the ticket
      we're good
      no further questions
      got it, bye
      solved it
      take care
      everything is fine now
      don't worry about it, it's fixed
      no need any more, it turned up
      that answers my question
      ok goodbye then
      it's been resolved
    `,
  },
  {
    key: 'affirm',
    name: 'Yes',
    description: 'Agrees to what was proposed.',
    team: 'orders',
    examples: lines`
      yes
      yes please
      go ahead
      yep
      sure
      ok do it
      yeah
      please do
      that's right
      correct
      confirm
      sounds good
      yes go ahead
      okay
      of course
      absolutely
      that works for me
      do it please
      i agree
      y
      exactly
      yes that is correct
      fine by me
      right
      yup thats the one
      alright
      please proceed
      yes, confirm it
      definitely
      that one
      ok
      sure go for it
      I confirm
      yes I'm sure
      yea pls
      certainly
      make it so
      works for me
    `,
  },
  {
    key: 'deny',
    name: 'No',
    description: 'Declines what was proposed.',
    team: 'orders',
    examples: lines`
      no
      no don't
      nope
      please don't
      no, not that one
      nah
      not now
      that's wrong
      I'd rather not
      no way
      don't do it
      stop
      wait, no
      that's not correct
      no leave it as it is
      incorrect
      not yet
      n
      no thank you
      no thanks
      absolutely not
      hold on, don't do that
      negative
      leave it
      I don't want that
      no that isn't right
      no keep it
      on second thought no
      not what I meant
      no wrong one
      i disagree
      never
      please do not proceed
      nooo
      that is not what I asked
    `,
  },
];

/** What people also type into a shop's chat, and what no intent above means. */
const outOfScope: string[] = lines`
  what's the weather tomorrow
  will it rain in Denver this weekend
  tell me a joke
  write me a poem about autumn
  who won the game last night
  what is the capital of Peru
  how do I fix a null pointer exception in java
  write a python script that sorts a list
  can you book me a flight to Lisbon
  what's the best pizza in town
  who is the president of France
  solve 3x + 5 = 20
  translate good night into japanese
  my iphone won't turn on
  cancel my netflix
  what's on tv tonight
  play some music
  set an alarm for 7
  what time is it in Tokyo
  how tall is mount everest
  asdf
  qwerty uiop
  lkjhgf dsa
  blah blah blah
  xkcd zzzt
  the the the
  12345
  ???
  ...
  do you like me
  are you single
  what is the meaning of life
  what do you think about politics
  how do I bake sourdough bread
  recipe for lentil soup
  is bitcoin going up
  which stocks should I buy
  how do I lose weight
  my cat is sick, what can I do
  I have a headache, what should I take
  call me a taxi
  remind me to call mom
  what's 15 percent of 80
  how many people live in China
  when was the french revolution
  my amazon parcel is late
  I want to complain about my electricity company
  how do I renew my passport
  where can I vote
  do I need a visa for Vietnam
  best hiking trails in Patagonia
  how do I get to the airport
  find me a hotel in Rome
  is there a bus to the national park
  how do I tie a bowline knot
  what do bears eat
  can you identify this mushroom
  good books about mountaineering
  who climbed k2 first
  tell me about yourself
  what model are you
  who made you
  do you dream
  are you smarter than a human
  sing me a song
  let's play a game
  roll a dice
  flip a coin
  what's my horoscope
  I am bored
  I love you
  what should I cook tonight
  why is the sky blue
  how far is the moon
  explain quantum physics
  help me with my homework
  write my essay on hamlet
  how do I install windows
  my printer is broken
  the wifi at home is slow
  how do I change a tyre
  what's a good name for a dog
  when does the supermarket close
  are you hiring
  I want to apply for a job at your company
  can I do an internship with you
  I'm a journalist writing a story
  we would like to offer you SEO services
  buy cheap followers now
  congratulations you won a prize click here
  increase your sales with our marketing tool
  collaboration request from an influencer with 50k followers
  can you sponsor our football club
  would you donate to our charity raffle
  do you rent out ski chalets
  can I rent a car from you
  do you sell live bait
  do you do piercings
  can you fix my bicycle gears
  how do I get a fishing licence
  how do I train for a marathon
  is it safe to swim in the river there
  what is your favourite colour
  when is mother's day
  how old are you
  spell necessary
  define serendipity
  synonym for happy
  who wrote don quixote
  how many ounces in a pound
  convert 5 miles to km
  what's the exchange rate of the euro
  will there be a recession
  what's the score
  how do I unclog a sink
  what's a good movie
  my landlord won't fix the heating
  how do I file taxes
  can I get a mortgage
  what is my bank balance
  transfer 100 dollars to my savings account
  block my debit card at the bank
  order me a burger
  reserve a table for two
  how do I delete my facebook
  reset my instagram password
  why was my uber so expensive
  my spotify doesn't play
  how do I get a refund from the airline
  track my fedex from another shop
  where is my pizza
  the moon is made of cheese
  purple monkey dishwasher
  colourless green ideas sleep furiously
  lorem ipsum dolor sit amet
  aaaaaaaaaaaa
  hjkl hjkl hjkl
  test
  testing 1 2 3
  foo bar baz
  my grandmother's birthday is on sunday
  I saw a deer today
  it is snowing here
  the train was late this morning
  my son plays the violin
  do aliens exist
  what's trending on social media
  how do magnets work
  how do I grow tomatoes
  is coffee bad for you
  how do I get rid of ants
  tell me something interesting
  are sharks dangerous
  how do I calm a crying baby
  my email is [EMAIL_1]
  [EMAIL_1]
  it's [EMAIL_1]
  it's NL-48213
  NL-50110
  order number NL-44871
  this one: NL-43307
  my name is Ann Lee
  the first one
  the second
  the blue one
  size 10
  on the 12th
  3 months
  my phone number is [PHONE_1]
  teach me spanish
  repeat after me
`;

export const intents: SeedIntent[] = [
  ...served,
  {
    key: 'unknown',
    name: 'None of these',
    description: 'What no intent means: it teaches the classifier to say that it does not know.',
    team: 'orders',
    examples: outOfScope,
  },
];
