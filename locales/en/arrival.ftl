# Reporting an arrival and its receipt; telling an extension.

arrival-premises-ask = At which place does the guest stay?
arrival-premises-label = Place
arrival-document-ask = Which document did the guest show you?
arrival-document-why = You only say what you saw. “Did not show it” is a fine answer.
arrival-document-label = Document
arrival-number-ask = Document number, and the name as printed?
arrival-number-example = Type both in one message, or the number first. Example: N01234567 WANG XIAOMING
arrival-number-why = With the number the report can be found again, and nobody is taken for someone else.
arrival-number-label = Document number
number-too-short = This number is too short.
number-too-long = This number is too long.
number-no-digit = A document number has at least one digit.
# $character (String) - what does not belong there
number-strange = “{ $character }” does not belong in a document number; only letters A–Z and digits do.
arrival-name-ask = The name, as printed in the document?
arrival-name-example = In Latin letters. Example: WANG XIAOMING
arrival-name-why = As printed, so that everyone writes it the same way.
arrival-name-label = Name
# $example (String) - what an answer may look like
name-not-latin = The document prints the name in Latin letters as well. { $example } Does it really show no Latin letters?
name-no-letters = I see no letters there.
name-too-long = That is too long for a name.
name-has-digits = A name has no digits.
# $character (String) - what does not belong there
name-strange = “{ $character }” does not belong in a name.
arrival-sex-ask = F or M in the document?
arrival-sex-label = Sex
arrival-birth-ask = Date of birth?
arrival-birth-example = Day, month, year. Example: 7/3/1985. If the document shows only the year, type the year.
arrival-birth-why = It tells people of the same name apart, and protects children.
arrival-birth-label = Born
arrival-nationality-ask = Which country issued the document?
arrival-nationality-example = Press a button, or type the country. Example: Korea
arrival-nationality-why = It belongs to the document number. No rule looks at it.
arrival-nationality-label = Nationality
nationality-not-found = I found no such country. Type its name or the three letters in the document. Example: China, CHN
arrival-visa-ask = Which visa is in the document?
arrival-visa-example = The letter stands on the visa or on the extension sticker. “No visa or stamp” and “I cannot tell” are fine answers.
arrival-visa-why = It says where to find the date that counts.
arrival-visa-label = Visa
arrival-stay-until-ask = Until which date may the guest stay?
arrival-card-until-ask = Until which date is the residence card valid?
arrival-stay-until-example = ① on the entry stamp, or ② on the latest extension sticker. Type it. Example: 3/5/2026
arrival-card-until-example = It stands on the front of the card. Type it. Example: 3/5/2026
arrival-card-until-why = Cards are valid for two years.
arrival-stay-until-why = This date counts, not the visa's own expiry date.
arrival-stay-until-label = May stay until
arrival-stay-until-unreadable = I cannot read it
# $date (String) - the date as it was read
arrival-stay-until-past = ⟦{ $date }⟧ has already passed. Is that really the date on the latest stamp or sticker?
arrival-source-ask = Where did you read the date?
arrival-source-label = Read from
arrival-unit-ask = Which room or flat?
arrival-unit-example = Example: 204
arrival-unit-label = Room
arrival-arrived-ask = When did the guest arrive?
arrival-arrived-example = Press a button, or type the date. Example: 20/11/2026
# $hours (String) - hours within which to report
arrival-arrived-why = The { $hours } hours for reporting count from the end of that day.
arrival-arrived-label = Arrived
# $today (String) - the day it is
arrived-in-future = That day is still to come; today is { $today }. Please report when the guest is there.
arrival-leaves-ask = When will the guest leave?
arrival-leaves-example = If you do not know, press “Skip”. Example: 25/11/2026
arrival-leaves-label = Leaves
leaves-before-arrival = That is before the day of arrival. Please check the date, or press “Skip”.
arrival-work-ask = Does this person work here?
arrival-work-why = Work permits are renewed each year from January to March.
arrival-work-label = Work
arrival-summary = Report of arrival
arrival-send = ✅ Send the report

# $number (String) - the report's number
# $moment (String) - when it was received
# $timeliness (String) - on time or late, and what was corrected
# $premises (String) - the place's name
# $address (String) - its address
# $guest (String) - who was reported
# $arrived (String) - day of arrival
# $by (String) - who reported
# $code (String) - the verification code
receipt =
    🧾 ⟦Receipt⟧ ⟪{ $number }⟫

    Received: { $moment } (Phnom Penh)
    { $timeliness }
    Place: ⟦{ $premises }⟧, { $address }
    Guest: { $guest }
    Arrived: { $arrived }
    Reported by: { $by }
    Verification code: ⟪{ $code }⟫

    Keep this message: it shows that and when you reported. It is a receipt of this service; an officer will confirm it if needed.
# $deadline (String) - until when a report was on time
receipt-on-time = ✅ On time (possible until { $deadline })
# $deadline (String) - until when a report was on time
receipt-late = 🕐 After the deadline of { $deadline }. It is good that you reported; next time please report as soon as the guest arrives.
receipt-exempt = diplomat: exempt, not assessed
receipt-unnamed = name not known
report-another = ➕ Report another guest
report-sent = ✅ Sent. Your receipt follows.
# $number (String) - the report's number
report-sent-already = This report has been sent already: ⟪{ $number }⟫.

extension-summary = Extension
extension-visa-ask = Which class stands on the extension?
extension-until-ask = Until which date does the extension allow the stay?
# $date (String) - the date as it was read
extension-in-past = { $date } has already passed. Please type the date on the latest sticker. Example: 3/5/2027
# $moment (String) - when it was received
# $date (String) - the new date
# $number (String) - the report's number
extension-done =
    ✅ Noted on { $moment }: the guest may stay until ⟦{ $date }⟧.
    Report: ⟪{ $number }⟫
arrival-unseen-name-ask = What is the guest's name, as far as you know?
arrival-unseen-name-example = In Latin letters if you can. Example: WANG XIAOMING
arrival-unseen-sex-ask = Is the guest a woman or a man?
arrival-unseen-nationality-ask = Which country is the guest from, as far as you know?
arrival-unseen-birth-ask = When was the guest born, as far as you know?
arrival-premises-example = Press the name of the place.
arrival-premises-why = Each place has its own police post.
arrival-document-example = For most guests: Passport.
arrival-sex-example = It stands beside the name. Example: M
arrival-sex-why = It helps to tell people of the same name apart.
arrival-unseen-sex-example = Press a button.
arrival-unseen-why = What you know is enough; “not known” is a fine answer.
arrival-unit-why = So that the right guest is found and nobody else is disturbed.
arrival-leaves-why = It shows how long the stay is planned for. Nothing happens if it changes.
arrival-work-example = Press what you know. Example: a mason with a permit works here.
arrival-source-example = ① entry stamp, ② extension sticker: see the picture.
arrival-source-why = The alert names the source, so that nobody mistakes one date for another.
extension-visa-example = The letters stand on the sticker. Example: EB
extension-visa-why = It belongs to the new date.
# $date (String) - the date as it was read
arrival-card-until-past = ⟦{ $date }⟧ has already passed. Is that really the date on the card?
extension-until-example = It stands on the latest sticker: ② in the picture. Example: 3/5/2027
extension-sent = ✅ Sent. I am noting the new date.
# $moment (String) - when it was corrected
# $version (String) - which version
# $reason (String) - why
receipt-corrected = ✏️ Corrected on { $moment } (version { $version }): { $reason }
# $moment (String) - when it was cancelled
# $reason (String) - why
receipt-cancelled = 🗑 Cancelled on { $moment }: { $reason }
receipt-forgotten = deleted after the time the law asks for
receipt-paper = 📄 As a page (PDF)
# $moment (String) - when it was noted
# $guests (String) - who left and when, one a line
departure-done =
    ✅ Noted on { $moment }. Left:
    { $guests }
# $guest (String) - who left
# $room (String) - the room
# $date (String) - day of departure
# $number (String) - the report's number
departure-line = • { $guest }, room { $room }, { $date } ⟪{ $number }⟫
# $place (String) - where to
departure-to =    went to: { $place }
departure-sent = ✅ Sent. I am noting the departure.
departure-taken-back = ✅ Noted: the guest is still here.
departure-summary = Departure
# $count (String) - how many guests
departure-ask = On which day was the departure? (guests: { $count })
departure-example = Press a button, or type the date. Example: 25/11/2026
departure-why = The stay ends on that day, and I will not ask about it again.
# $today (String) - the day it is
departure-in-future = That day is still to come; today is { $today }. Please report a departure when the guest has left.
# $arrived (String) - day of arrival
departure-before-arrival = The guest arrived on { $arrived }; the departure cannot be earlier. Please check the date.
move-summary = Move
move-where-ask = Where did the guest move to?
move-where-example = Press one of your places, or “Somewhere else”.
move-where-why = At your own place the report goes on by itself; you need not enter the guest again.
move-where-label = Moved to
move-elsewhere = Somewhere else
move-place-ask = Do you know where?
move-place-example = Type a town or address, or press “Skip”. Example: Siem Reap
move-place-why = Only if you know; nobody will ask you about it.
move-place-label = Where
move-day-ask = On which day?
move-day-label = On
arrival-came-from-ask = Where did the guest stay before?
arrival-came-from-example = Type a town or a place, or press “Skip”. Example: Siem Reap
arrival-came-from-why = Everyone may leave this out.
arrival-came-from-label = Came from
correction-summary = Correction
correction-why-ask = What needs to be put right?
correction-why-example = Press what fits best; next you change the answers.
correction-why-why = It is kept with the new version; the old one is kept too.
correction-why-label = Reason
correction-sent = ✅ Sent. The receipt of the corrected report follows.
cancellation-sent = ✅ The report is cancelled.
move-sent = ✅ Sent. The receipt for the other place follows.
reference-summary = FPCS reference
reference-ask = Which number did FPCS give for this guest?
reference-example = Type or paste it. Example: FP-2026-004711
reference-why = So that you find both reports together later.
reference-save = ✅ Note it
reference-saved = ✅ Noted.
# $room (String) - the room
# $arrived (String) - day of arrival
# $number (String) - the report's number
same-guest = A guest with this document number is reported here already: room { $room }, since { $arrived }, ⟪{ $number }⟫. Is this another stay?
same-guest-open = No, open that one
same-guest-send = Yes, send this too
may-not = Your part at this place does not include this. Please ask the owner or manager.
stay-closed = This stay has ended already; a colleague may have noted it.
known-guest = I know this guest from an earlier stay here and have filled in what is known. Please compare it with the document.
report-group = 👥 Next guest of the same group
# $number (String) - the report's number
# $kind (String) - what it reports
receipt-paper-caption = 📄 Receipt ⟪{ $number }⟫ ({ $kind }). Scan the QR code on it to check it.
arrival-permit-until-ask = Until which date is the work permit valid?
arrival-permit-until-example = Type the date on the permit. If you do not know it, press “Skip”. Example: 31/12/2026
arrival-permit-until-why = I will remind you before it runs out.
arrival-permit-until-label = Permit valid until
# $date (String) - the date as it was read
arrival-permit-until-past = ⟦{ $date }⟧ has already passed. Is that really the last day on the permit?
