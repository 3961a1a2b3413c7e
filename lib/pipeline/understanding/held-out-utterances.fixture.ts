/**
 * Test data: written apart from the seed examples and never trained on. A row that comes out wrong is not to be
 * answered by adding it, or its twin, to the seed: then this table would measure nothing.
 */
const rows = `
order_status | Hey, could you let me know where NL-50233 is right now?
order_status | my package should have been here by now
order_status | when is my delivery coming
order_status | I haven't received my tent yet
order_status | any news about my order? I placed it last week
order_status | has NL-41112 been dispatched
order_status | it's been ten days and my order still isn't here
order_status | tracking number please
order_status | Where are my hiking boots?
order_status | what is the status of NL-43990
delivery_change | can you deliver my order on Monday instead of Friday
delivery_change | I'm out of town next week, please delay the delivery
delivery_change | Could the delivery be moved to December 12?
delivery_change | reschedule delivery of NL-45512 to tomorrow
delivery_change | nobody will be at home when the courier comes, can we pick another day
address_change | I entered the wrong shipping address for NL-44018
address_change | please ship it to 9 Elm Street, Austin, TX 78701
address_change | we have moved, can you update our address?
address_change | change the delivery address of my order
address_change | can you send my parcel to a different address please
refund | I would like a refund for NL-48213
refund | give me my money back
refund | Can you refund me for the damaged tent
refund | how come my refund isn't in my account yet
refund | The stove is broken and I want my money returned
refund | please refund $620
refund | I sent the jacket back, when will I be refunded?
return_exchange | I'd like to send these boots back
return_exchange | can I swap this jacket for a bigger size
return_exchange | Where can I get a return label?
return_exchange | these shoes are too small, I want to exchange them
return_exchange | I received the wrong item, please send the right one
return_exchange | I want to return NL-42222
return_exchange | the headlamp is defective, can I get a replacement
cancel_order | please cancel my order NL-47711
cancel_order | I want to cancel what I bought an hour ago
cancel_order | can you stop the order before it's sent out
cancel_order | ordered the wrong thing, cancel it please
cancel_order | Is it still possible to cancel my order?
cancel_subscription | I want to end my membership
cancel_subscription | please cancel my Ridge subscription
cancel_subscription | how do I cancel Summit
cancel_subscription | do not renew my plan
cancel_subscription | I don't want to be a member any longer
pause_subscription | please pause my membership for 3 months
pause_subscription | can I put my Summit plan on hold
pause_subscription | I would like to freeze my membership until April
pause_subscription | take a break from the subscription for two months
password_reset | I forgot my password and can't get in
password_reset | please send me a password reset link
password_reset | my account is locked
password_reset | I can't log in anymore
password_reset | need to reset password for [EMAIL_1]
password_reset | lost my authenticator, how can I sign in
change_email | please change my email address to [EMAIL_1]
change_email | I want to use a new email for my account
change_email | update the email on file, the old one is dead
change_email | how can I change the email I log in with
wrong_charge | the invoice was for $55 yet you took $85 from my card
wrong_charge | you charged my card twice
wrong_charge | I see a charge I don't recognise on my statement
wrong_charge | I've been overcharged for my order
wrong_charge | why did you bill me $89 when my plan is $49?
wrong_charge | there's an error on my bill, I paid too much
invoice_copy | could you send me a copy of my invoice
invoice_copy | I need a receipt for NL-46001
invoice_copy | where do I find the invoice for my membership
invoice_copy | please email me the receipt for my boots
failed_payment | my payment didn't go through
failed_payment | my card keeps being declined
failed_payment | I need to update my credit card details
failed_payment | it says payment failed for my membership renewal
failed_payment | I tried to pay but the card was rejected
product_question | how do I wash a down sleeping bag?
product_question | is this tent good for winter camping?
product_question | what size of backpack should I get
product_question | are your boots waterproof
product_question | how many hours does the headlamp run
product_question | what sleeping pad is best for cold nights
policy_question | what's your return policy
policy_question | how long does shipping take
policy_question | do you ship internationally
policy_question | what do I get with a Summit membership
policy_question | is there a warranty on backpacks
policy_question | when is your store open
policy_question | do gift cards have an expiry date
complaint | your customer service is terrible
complaint | I'm very disappointed with how I was treated
complaint | this is unacceptable, I've written three times
complaint | what an awful experience
thanks | thank you very much!
thanks | thanks for your help
thanks | great, thanks
greeting | hello there
greeting | hi, I need help
greeting | good morning, anybody there?
person_request | can I talk to a person please
person_request | I want a human
person_request | connect me to an agent
person_request | let me speak to somebody real
person_request | I need a human agent now
legal_threat | my lawyer will be in touch
legal_threat | I'm going to sue your company
legal_threat | I will take you to court over this
legal_threat | I'm reporting this to the consumer protection office
solved | that's all, bye
solved | it's solved now
solved | never mind, it works again
solved | no more questions, goodbye
affirm | yes please do that
affirm | yes, go ahead
affirm | ok, please proceed
affirm | sure, do it
deny | no, don't do that
deny | no, please leave everything as it was
deny | nope, that's not right
unknown | what's the weather like in Boston
unknown | can you write a poem for me
unknown | who is the best football player
unknown | how do I learn the guitar
unknown | asdkjh qweiu zxmn
unknown | fix my javascript code
unknown | what is the population of Canada
unknown | book me a hotel in Paris
unknown | do you know a good recipe for pancakes
unknown | how old is the universe
unknown | my laptop is slow
unknown | is my bank open on Sunday
unknown | my netflix account doesn't work
`;

export const heldOut = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [intent, text] = row.split(' | ');
    return { intent: intent!, text: text! };
  });
