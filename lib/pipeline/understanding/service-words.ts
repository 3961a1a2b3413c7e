/**
 * What service vocabulary has in common, whatever the trade: words that mean the same to a classifier. Forty examples
 * cannot show every pair of "parcel" and "hold on to"; knowing that a parcel is an order and a hold a delay, they need not.
 * `*` ends a word stem; entries of several words are phrases.
 */
export const serviceWords: Record<string, string> = {
  order: 'order, orders, purchase, purchases, _order_',
  parcel: 'parcel*, package, packages, shipment*, delivery, deliveries, box, stuff',
  goods:
    'item*, product*, tent*, jacket*, boot*, shoe*, backpack*, bag, bags, stove*, headlamp*, pad, pads, sleeping bag*, pant, pants, sock*, glove*, fleece*, shirt*, gear, pole*, pack, packs, rucksack*, hat, hats, bottle*, merino, down jacket*, rain jacket*, cooker*, lamp, poncho*, trousers, shell, lantern*, hammock*, tarp*',
  bought: 'ordered, bought, placed, purchased, i got, i ordered, i bought',
  deliver:
    'deliver, delivers, delivered, arrive*, arriving, ship, ships, shipped, shipping, dispatch*, come, comes, coming, gets here, get here, sent out, on its way, send out',
  courier: 'courier*, driver*, carrier*, ups, fedex, usps, dhl, postman',
  track: 'track, tracking, status, whereabouts, update on, eta, any news, any update, news',
  where: "where, wheres, where's, where is, where are",
  late: "late, delayed, stuck, missing, lost, still waiting, waiting for, waiting on, been waiting, overdue, should have been here, not here, nowhere, haven't received, not received, never arrived, never came, didn't arrive, hasn't arrived, havent received, isn't here, not arrived, didn't come, hasn't come",
  reschedule:
    'reschedul*, postpon*, delay, push back, another day, different day, another date, different date, another time, later, instead of, hold, move, redeliver*, different time, new date, slot, pick another, other day',
  absent:
    "not home, won't be home, nobody, not be home, out of town, travelling, traveling, holiday, vacation, on leave, at home, not at home, no one, i'm away, be away, not in",
  weekday:
    'monday, tuesday, wednesday, thursday, friday, saturday, sunday, tomorrow, weekend, next week, morning, evening, afternoon, today, tonight, january, february, march, april, june, july, august, september, october, november, december',
  address:
    'address*, adress*, zip, street, house number, apartment, apt, postcode, _address_, road, avenue, city, moved, move house, moved house',
  change:
    'change, changed, changing, update, updated, modify, edit, correct, switch, replace, fix, set, alter, amend, swap',
  different: 'different, another, new, other, wrong, old, instead',
  refund:
    'refund*, reimburs*, money back, my money, money returned, payment returned, get my money, pay back, give back, paid back',
  return:
    'return, returning, returns, send back, send it back, sent back, send this back, send them back, send these back, ship back, bring back, sending back, return label*, sent it back, give it back',
  label: 'label*, rma, return form',
  exchange:
    'exchange*, swap, trade, replacement*, replace, send another, new one, right one, another one, bigger, smaller, larger',
  fit: 'fit, fits, size, sizes, too small, too big, too large, too tight, too long, too short, small, large, medium, colour*, color*, bigger, smaller, half a size',
  broken:
    "broken, broke, defect*, damaged, faulty, torn, leak*, doesn't work, does not work, not working, cracked, stopped working, ripped, never worked, scratched, snapped, fell apart, useless",
  cancel: 'cancel*, cancle, call off, void, annul*, scrap, withdraw',
  stop: "stop, end, quit, terminate*, discontinue*, don't renew, not renew, unsubscribe*, close, leave, opt out, get out, turn off, any longer, no longer, don't want, do not renew, get rid, anymore, any more",
  membership: 'member*, subscription*, ridge, summit, plan, plans, auto renew*, auto-renew*, renewal*, annual, trail',
  pause:
    'pause*, pausing, on hold, freeze*, frozen, suspend*, take a break, break from, temporar*, for a while, resume*, unpause*, reactivat*, on ice, skip',
  months: 'month, months, half a year, until, till, spring, summer, winter',
  password: 'password*, pasword*, passwort, pw, passcode, credential*',
  login:
    "log in, login, sign in, signing in, logging in, log into, sign into, get in, get into, locked, locked out, log on, access, blocked, signin, logged out, unlock*, can't get in",
  factor: '2fa, two-factor, two factor, authenticator*, verification code, code, codes, one-time',
  reset: "reset*, forgot*, forgotten, don't remember, can't remember, lost, recover*, expired",
  account: 'account*, profile, settings, on file',
  email: 'email*, e-mail*, mail, mailbox, gmail, inbox, _email_, mails',
  charge:
    'charge, charges, charged, billed, debited, took, bill me, billing, payment, paid, pay, charging, deducted, payments, paying',
  mischarge:
    "overcharged, overcharge, double charged, charged twice, billed twice, card twice, twice, wrong amount, too much, don't recognize, don't recognise, unknown charge, unauthorized, never signed up, extra charge, two charges, more than, instead of, but i was, but charged, should be, doesn't match, don't match, incorrect charge, double, higher than",
  amount: '_amount_, amount*, price*, total, dollar*, cost, full price',
  bill: 'invoice*, receipt*, bill, bills, proof of purchase, statement, tax invoice',
  copy: 'copy, copies, resend, pdf, download*, forward, duplicate of, print*, send me, email me, send again, need a, need an, provide, vat, accountant*, accounting, expenses',
  declined:
    "declined, decline, fail, failed, failing, fails, rejected, refused, denied, didn't go through, won't go through, not go through, error, bounced, unsuccessful, not accepted, insufficient, past due, doesn't work, won't take, can't pay, expired, didn't work, retry",
  card: 'card, cards, credit card*, visa, mastercard, paypal, apple pay, debit card*, payment method*, bank',
  checkout: 'checkout, check out, payment page, at the till',
  policy: 'policy, policies, rules, terms, allowed, possible, in general, usually, normally, period',
  free: 'free, fee, fees, discount*, coupon*, cost, costs, how much, price match*, cheaper, promo*, sale, voucher*',
  warranty: 'warranty, warranties, guarantee*, repair*, lifetime',
  shop: 'store*, shop*, opening hours, open, hours, pickup, pick up in store, phone number, location*, website',
  abroad:
    'international*, customs, canada, europe, abroad, overseas, countries, country, duties, po box, alaska, hawaii',
  benefits: 'include*, benefit*, perks, get with, what do i get, worth it, difference between, comes with',
  giftcard: 'gift card*, giftcard*, gift wrap*, gift voucher*',
  privacy: 'privacy, personal data, personal information, data, gdpr, screen reader*, accessible',
  care: 'wash*, clean*, dry, dryer, store, care for, waterproof*, waxing, re-proof*, reproof*, machine wash, break in, maintain*',
  spec: 'waterproof, warm, heavy, weight, weigh*, lumens, batter*, capacity, r-value, temperature*, rating, size chart, true to size, fuel, gas, fabric, material*, windproof, breathable, litre*, liter*, compatible, in stock, fit in, how long does, how many hours, winter, altitude, itchy, wide feet, side sleepers, insulat*, footprint, cold',
  advise:
    'recommend*, advise, suggest*, best, better, good for, which, what size, should i get, should i buy, ok for, suitable, works best',
  angry:
    'terrible, awful, worst, unacceptable, ridiculous, disappoint*, horrible, useless, rude, disgrace*, disgust*, frustrat*, annoy*, angry, fed up, pathetic, unhappy, dissatisfied, poor, appalling, joke, complain*, complaint*, sucks, cheated, lied, shame, unprofessional, had enough, bad service, never again, furious, nonsense, excuses, atrocious, incompetent',
  service:
    'service, support, staff, team, company, experience, treated, treat, communication, you people, you guys, your',
  thanks: 'thank, thanks, thx, ty, tysm, appreciate*, grateful, cheers, thankyou, obliged, thank you',
  praise: 'great, awesome, perfect, wonderful, amazing, excellent, brilliant, super, love, helpful, best, kind',
  greeting:
    'hi, hello, hey, good morning, good afternoon, good evening, howdy, hiya, greetings, dear, anyone there, anybody there, good day, yo, helloo',
  help: 'help, assist*, question, problem, issue, need help',
  person:
    'human*, person, agent, agents, representative*, rep, operator, supervisor, manager, real person, someone, somebody, colleague, employee*, advisor*, adviser, live chat, boss, human being, people, live agent, customer service',
  talk: 'talk*, speak*, chat, call me, connect me, transfer me, put me through, contact me, reach, escalate*, hand me over',
  machine: 'bot, robot*, machine, chatbot, computer, ai',
  legal:
    'lawyer*, attorney*, sue, suing, sued, court*, legal*, lawsuit*, litigation, solicitor*, ftc, consumer protection, better business bureau, bbb, class action, ombudsman, trading standards, attorney general, law, summons, judge, police, regulator*, press charges, fraud, illegal, authority, prosecut*, report you, reporting you, reporting this, report this',
  done: "solved, resolved, fixed, sorted, works now, working again, works again, all set, all good, that's all, thats all, that is all, that's it, that's everything, nothing else, bye, goodbye, see you, never mind, nevermind, we're good, found it, turned up, no further, no more questions, close this, figured it out, take care, was everything, done, fine now",
  yes: "yes, yep, yeah, yup, sure, go ahead, ok, okay, proceed, correct, confirm, absolutely, certainly, do it, please do, of course, sounds good, definitely, agree, that's right, right, alright, go for it, y, yea, exactly, fine by me",
  no: "no, nope, nah, don't, do not, not now, rather not, no thanks, incorrect, absolutely not, not that, leave it, n, never, that's wrong, not correct, not right, isn't right, disagree, nooo",
  not: "not, never, can't, cannot, cant, won't, doesn't, didn't, haven't, hasn't, isn't, doesnt, didnt, havent, no longer",
  doYou:
    'do you, do your, are your, does your, is there, are there, you offer, you have, you sell, you ship, can i use, do members, are you',
  howTo: 'how do i, how can i, how to, how do you, how should i, how does',
  howMuch: 'how long, how much, how many, how fast, how late, how often, how heavy, how warm',
  what: "what, what's, whats, which, who, why, when, what is, what are, what does, when is, when do",
  is: '^ is, ^ are, ^ does, ^ do, ^ can, ^ will',
  want: "i want, i'd like, i would like, i need, i wish, want to, wanna, need to, please, pls, plz, could you, can you, can u, would like, give me, i demand",
  mine: 'my, mine, our',
  elsewhere:
    'netflix, amazon, facebook, instagram, uber, spotify, google, whatsapp, iphone, laptop*, computer, python, java, javascript, code, weather, joke*, poem*, recipe*, song*, music, football, president, capital, translate*, movie*, hotel*, flight*, restaurant*, pizza, taxi, homework, essay, horoscope, stock market, bitcoin, mortgage, passport, visa for, airline, population, planet*, universe, moon, guitar, history, politics, landlord, dog, cat, wifi, windows, tv, game, printer',
};
