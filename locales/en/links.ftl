# Who works at a place, and what guests fill in themselves: both through links that work once.

link-in-a-minute = I have only just woken up and cannot make links yet. Please press again in a minute.
link-unknown = I do not know this link. Perhaps a letter was lost when it was copied. Please ask whoever sent it for the link again.
link-used = This link has been used already; each works only once. If you still need one, please ask whoever sent it for a new link.
link-expired = This link has run out. Please ask whoever sent it for a new link; two presses make one.
link-revoked = This link was taken back and opens nothing any more. Please ask whoever sent it.
place-back = ← Places
# $premises (String) - the place
# $kind (String) - what kind of place
# $address (String) - its address
# $role (String) - the reader's part there
# $count (String) - how many work there
place-card =
    ⟦{ $premises }⟧
    { $kind }
    { $address }

    Your part: { $role }. People who work here: { $count }.
place-stays = 👥 Who is here
place-members = 🧑‍💼 Members
place-invite = ✉️ Invite somebody
place-guest-links = 🔗 Guest link
place-leave = 🚪 Leave this place
# $premises (String) - the place
place-leave-ask = Leave ⟦{ $premises }⟧? You will not see its guests any more, and cannot report for it. What you reported stays.
place-leave-yes = Yes, leave
# $premises (String) - the place
place-left = You have left { $premises }.
place-last-owner = A place needs an owner, and this is the last one. Please invite another owner first.
# $premises (String) - the place
members-heading = 🧑‍💼 ⟦{ $premises }⟧: members
# $member (String) - who, with their part
# $date (String) - since when
members-line = • { $member } · since { $date }
# $member (String) - who, with their part
# $date (String) - since when
members-line-you = • { $member } · since { $date } · you
members-invited = ✉️ Invited, not answered yet:
# $member (String) - who, with their part
# $until (String) - until when
members-invited-line = • { $member } · link works until { $until }
# $member (String) - who, with their part
members-revoke = ✕ Revoke { $member }
# $member (String) - who, with their part
members-take-back = ↩︎ Take back: { $member }
members-taken-back = The invitation is taken back; its link opens nothing any more.
# $member (String) - who, with their part
# $premises (String) - the place
members-revoke-ask = Revoke ⟦{ $member }⟧ at { $premises }? From that moment they see nothing of the place and cannot report for it. They are told.
members-revoke-yes = Yes, revoke
# $member (String) - who, with their part
members-revoked = { $member } is revoked.
members-back = ← Members
# $premises (String) - the place
revoked = You are not a member of ⟦{ $premises }⟧ any more. If that is a mistake, please ask its owner.
invitation-summary = Invitation
invitation-role-ask = Which part will this person have here?
invitation-role-example = An owner may do everything; a manager too, but cannot invite or revoke owners and managers; a clerk reports and corrects; a guard reports who comes and who leaves.
invitation-role-why = Each sees the guests of this place; choose the smallest part that fits.
invitation-role-label = Part
invitation-called-ask = By which name do colleagues know this person?
invitation-called-example = Example: Dara, night
invitation-called-why = It stands beside what this person reports, at this place and on receipts.
invitation-called-label = Called
invitation-make = ✉️ Make the link
invitation-made = The link stands below. Send it to that person only, or let them scan the picture.
# $premises (String) - the place
# $role (String) - their part
# $until (String) - until when
# $link (String) - the link
invitation-link =
    ✉️ Invitation to work at ⟦{ $premises }⟧ as { $role }. Open the link or scan the picture; it works once, until { $until }.

    { $link }
# $premises (String) - the place
# $role (String) - their part
invited =
    ✉️ You are invited to work at ⟦{ $premises }⟧ as ⟦{ $role }⟧.

    If you accept, you see its guests and report for it; each of your reports says that you made it.
invited-accept = ✓ Accept
invited-decline = Decline
# $premises (String) - the place
# $role (String) - their part
invited-joined = ✅ You work at ⟦{ $premises }⟧ as { $role } now.
# $premises (String) - the place
# $role (String) - their part
invited-already = You belong to ⟦{ $premises }⟧ already, as { $role }. The link is still good for somebody else.
invited-declined = You have declined. The link opens nothing any more.
# $member (String) - who, with their part
# $premises (String) - the place
invitation-accepted = ✅ { $member } has accepted and works at ⟦{ $premises }⟧ now.
# $member (String) - who, with their part
# $premises (String) - the place
invitation-declined = { $member } has declined the invitation to ⟦{ $premises }⟧.
# $premises (String) - the place
guest-links-heading = 🔗 ⟦{ $premises }⟧: guest links
guest-links-about = With a guest link, guests fill in their own details on their own phone, in their own language. You compare, add room and dates, and send. Each link is for one guest and works once.
guest-links-new = 🔗 Make a guest link
# $moment (String) - when it was made
# $until (String) - until when
guest-links-unopened = • made { $moment }, not opened yet, works until { $until }
# $moment (String) - when it was made
guest-links-open = • made { $moment }, the guest is filling it in
# $moment (String) - when it was handed over
guest-links-handed = • filled in { $moment }, waiting for you
# $moment (String) - when it was made
guest-links-take-back = ↩︎ Take back: { $moment }
guest-links-taken-back = The link is taken back, and what was filled in is deleted.
guest-links-made = The link stands below. Send it to the guest only, or let the guest scan the picture.
# $premises (String) - the place
# $until (String) - until when
guest-link = For the guest of ⟦{ $premises }⟧: please open the link or scan the picture, and fill in your details. It works once, until { $until }.
# $premises (String) - the place
guest-handed = 🧳 A guest has filled in their details for ⟦{ $premises }⟧. Please compare them with the person and the document, add room and dates, and send.
guest-handed-open = 📝 Compare and report
guest-gone = These details are not there any more: they were reported, taken back or deleted after their time.
guest-reported-already = A colleague has reported this guest already. There is nothing more to do.
# $guest (String) - who
# $duty (String) - state of the report
guest-waiting = • { $guest } · filled in by the guest · { $duty }
# $guest (String) - who
guest-waiting-open = 📝 { $guest }: compare and report
guest-seen-ask = Have you seen the person and the document?
guest-seen-example = The guest typed this; if you have not compared it yet, press “I will compare now”.
# $summary (String) - what the guest entered, one a line
guest-seen-compare =
    Please compare with the document:
    { $summary }
guest-seen-why = You send the report and answer for it; the guest only helped to fill it in.
guest-seen-label = Compared
guest-seen-yes = ✓ Yes, both as entered
guest-seen-now = 🔍 I will compare now
guest-seen-differs = ✏️ Something differs, I put it right
# $premises (String) - the place
# $days (String) - days for which it is kept if nobody reports it
guest-consent =
    🔒 ⟦{ $premises }⟧ asks for your details

    Whoever gives a foreigner a place to stay must report it to the police. You can fill in your own details here, so that nothing is misspelt.

    • ⟦What:⟧ document and its number, name, sex, birth date, nationality, visa, until when you may stay.
    • ⟦Who sees it:⟧ your host, who compares it with your document, adds room and dates, and sends the report; then the police unit that answers for the place.
    • ⟦How long:⟧ what you fill in is kept encrypted and deleted after { $days } days if it is not reported. You can take it back until then. A report is deleted 12 months after you have left.
    • You get a proof with a number when the report was made. No photo is needed.

    You may say no and show your document to your host as usual.
guest-consent-agree = ✓ I agree
guest-consent-decline = No
guest-declined = That is your decision; nothing is stored about you. Please show your document to your host as usual. If you change your mind, open the link again.
# $premises (String) - the place
guest-own-link = This is a link for a guest of { $premises }, and you work there. Please send it to the guest; it is still good.
guest-form-summary = Your details
guest-form-hand-over = ✅ Hand over to my host
guest-document-ask = Which document do you have with you?
guest-document-why = Your host compares what you enter with this document.
guest-birth-ask = When were you born?
guest-stay-until-ask = Until which date may you stay in Cambodia?
# $premises (String) - the place
guest-done = ✅ Handed over to ⟦{ $premises }⟧. Your host compares it with your document and sends the report; then you get a proof here.
guest-done-change = ✏️ Change something
guest-done-take-back = ↩︎ Take it back
guest-done-taken-back = You have taken it back; what you filled in is deleted. Please show your document to your host as usual.
# $premises (String) - the place
# $moment (String) - when it was reported
# $number (String) - the report's number
# $code (String) - the verification code
guest-proof =
    🧾 ⟦{ $premises }⟧ has reported your stay: { $moment } (Phnom Penh).

    Proof: ⟪{ $number }⟫, code ⟪{ $code }⟫

    Anybody can check it here by sending: ⟪/check { $number } { $code }⟫
    Keep this message. It is a proof of this service, not of the General Department of Immigration.
