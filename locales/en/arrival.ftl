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
# $timeliness (String) - on time or late
# $premises (String) - the place's name
# $address (String) - its address
# $guest (String) - who was reported
# $arrived (String) - day of arrival
# $code (String) - the verification code
receipt =
    🧾 ⟦Receipt⟧ ⟪{ $number }⟫

    Received: { $moment } (Phnom Penh)
    { $timeliness }
    Place: ⟦{ $premises }⟧, { $address }
    Guest: { $guest }
    Arrived: { $arrived }
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
