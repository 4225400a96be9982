# Many guests at once: pictures, lists, and what was read of them

read-ask = Is this what stands in the document?
read-why = The machine may misread a letter. Please compare each line with the document; only you can say that it is right.
read-label = Read from the document
read-known = 🔁 This document is reported here already. If it is the same stay, you need not send it again.
read-right = ✅ Yes, all of it
# $what (String) - which answer
read-wrong = ✏️ Wrong: { $what }
doubt-repaired = put right by the check digit: please compare
doubt-check-fails = the check digit does not agree: please compare
doubt-unclear = I am not sure that I read this rightly: please compare
doubt-may-be-cut = the name may be longer in the document
doubt-unknown-country = this country code is in no list
doubt-guessed = can be read in two ways: please compare
doubt-passed = this date has passed: please compare
file-before-start = Please choose a language first, then send it again. I have removed it from this chat and kept nothing of it.
file-before-place = Pictures and lists can be sent once your place is registered. Please do that first, then send it again; I have removed it from this chat and kept nothing of it.
file-for-guests = Please type this answer. I have removed the picture from this chat and kept nothing of it.
file-too-large = This file is larger than 20 MB. Please send it as a photo, or split the list.
refused-too-dark = The picture is too dark. Please switch on a light or go to a window, without flash.
refused-too-bright = Light is reflected on the page. Please tilt the document a little, without flash.
refused-blurred = The picture is blurred. Please hold the phone still and tap on the letters to focus.
refused-cut-off = The lines with <<< at the bottom are cut off. Please photograph the whole page.
refused-turned = The document lies too much at an angle. Please photograph it from straight above.
refused-too-small = The document is too small in the picture. Please go closer, so that the page fills it.
refused-no-zone = I find no lines with <<< in the picture. In a passport they stand at the bottom of the page with the photo.
refused-several-pages = This PDF has several pages. Please send the one page with the photo, or a picture of it.
refused-too-many-pixels = The picture is too large to be read. Please send it as a photo, not as a file.
refused-encrypted = The file is protected with a password. Please save it without one and send it again.
refused-damaged = The file is damaged or cut off. Please save it anew and send it again.
refused-took-too-long = Reading took too long. Please send it once more, or a smaller one.
refused-unavailable = I cannot read pictures and files at the moment. Please type the answers; the operator has been told.
refused-gone = Telegram does not have this file any more. Please send it again.
refused-unfolds = The table is far larger than a list of guests. Please copy the guests into a fresh file, for example the one from /template.
refused-too-many-rows = The table has more than 5,000 rows. Please send it in parts.
refused-empty = There is nothing in this file. Please look whether it was saved, and send it again.
refused-no-header = I find no row with headings such as "Name" or "Passport number". Please add one, or use the file from /template.
refused-unknown = I cannot read this kind of file. Please send a photo (JPEG, PNG, WebP, HEIC), a PDF of one page, or a list (XLSX, XLS, ODS, CSV).
# $many (String) - how many
batch-pictures = 📷 Pictures: { $many }
# $many (String) - how many people
batch-table = 📄 Your list. Guests: { $many }
# $many (String) - how many people
batch-roster = 👷 Everyone who lives here: { $many } people
# $many (String) - how many are left
batch-reading = ⏳ Reading, { $many } to go.
batch-state-read = Read. Nobody can be sent yet: something is missing.
batch-state-here = Read. Everyone in it is reported already; there is nothing to send.
batch-state-to-confirm = Read. Please look through it; nothing is sent before you press.
# $done (String) - how many are sent
# $all (String) - how many there are
batch-state-sending = 📤 Sending: { $done } of { $all }
batch-state-sent = ✅ All of them are sent. The receipt follows.
batch-state-partly = ✅ Those who were complete are sent. The others wait for you here.
batch-state-failed = Nobody could be read from it.
# $many (String) - how many
batch-good = ✅ Complete: { $many }
# $many (String) - how many
batch-open = ✏️ To be looked at: { $many }
# $many (String) - how many
batch-here = 🔁 Reported already: { $many }
# $many (String) - how many
batch-sent = 🧾 Sent: { $many }
# $many (String) - how many people
batch-send = 📤 Send the { $many } complete
batch-done = Done, show everyone
batch-one-by-one = One by one
batch-more = ➕ Add more
batch-send-more = Just send the next pictures here.
batch-sheet = 📄 The list with what to correct
batch-sheet-follows = The list follows, with the reasons beside the rows.
batch-type = ⌨️ Type it instead
batch-drop = 🗑 Throw away
batch-dropped = Thrown away. Nothing of it was sent or kept.
batch-dropped-rest = The rest is thrown away. Whoever was sent stays reported.
batch-place-ask = At which place do they stay?
# $header (String) - as it stands in the list
# $examples (String) - some values
batch-column-ask =
    ⟦What is in the column "{ $header }"?⟧
    For example: { $examples }

    I remember it for this place.
batch-column-ignored = Nothing that is reported
# $row (String) - its number
# $why (String) - what is wrong
batch-row = Row { $row }: { $why }
# $field (String) - of what
# $what (String) - what is wrong
batch-complaint = { $field }: { $what }
# $field (String) - of what
# $why (String) - why it is doubtful
batch-doubt = ⚠️ { $field }: { $why }
# $what (String) - which answers
batch-missing = missing: { $what }
batch-nobody-to-send = There is nobody to send at the moment.
# $many (String) - how many people
batch-fill-in = ✏️ Fill in what is missing ({ $many })
batch-lend = 🔁 Same days and visa for the others
batch-change = ✏️ Change or fill in
batch-leave-out = ➖ Leave out
batch-keep = ✅ Keep
batch-is-sent = sent
# $row (String) - which place in the list
batch-twin = the same document as no. { $row }
batch-here-already = reported already
wrong-date-unclear = this is no date I can read; for example 31/12/2026
wrong-date-incomplete = day, month and year are needed; for example 31/12/2026
wrong-date-impossible = there is no such day in the calendar
wrong-date-lunar = a day of the moon calendar; please use the usual one
wrong-date-past = so long ago cannot be meant
wrong-date-future = so far ahead cannot be meant
wrong-born-future = this day of birth has not come yet
wrong-leaves-before = the day of departure is before the arrival
wrong-number = no document number; for example N1234567
wrong-number-rounded = the spreadsheet has rounded the number; please type it as text
wrong-name-not-latin = please write the name in Latin letters, as in the passport
wrong-name-digits = there is a digit in the name
wrong-name = there is a sign in it that names do not have
wrong-country = I know no country of that name; for example China or CHN
wrong-country-unclear = several countries are called so; please use the code, for example KOR
wrong-sex = please write M or F
wrong-document = I do not know this kind of document; for example passport
wrong-visa = I do not know this class of visa; for example T or EB
wrong-source = please write stamp, sticker or card
wrong-work = please write yes or no
wrong-too-long = this is longer than can be kept
wrong-formula = the spreadsheet shows an error here
wrong-became-date = the spreadsheet has made a date of it; please type it as text
# $count (String) - how many guests
# $number (String) - the receipt's number
# $moment (String) - when they were received
# $timeliness (String) - how many on time and late
# $premises (String) - the place's name
# $address (String) - its address
# $listed (String) - who was reported, a line each
# $by (String) - who reported
# $code (String) - the verification code
receipt-many =
    🧾 ⟦Receipt for { $count } guests⟧ ⟪{ $number }⟫

    Received: { $moment } (Phnom Penh time)
    { $timeliness }
    Place: ⟦{ $premises }⟧ · { $address }
    { $listed }

    Reported by: { $by }
    Verification code: ⟪{ $code }⟫

    Please keep this message: it proves that you reported, and when. It is a receipt of this service; where needed, an officer confirms it.
# $guest (String) - who
# $room (String) - the room
# $date (String) - day of arrival
# $number (String) - the report's number
receipt-many-line = • { $guest }, room { $room }, { $date } ⟪{ $number }⟫
# $many (String) - how many
receipt-many-on-time = ✅ On time: { $many }
# $many (String) - how many
receipt-many-late = 🕐 After the deadline: { $many }. It is good that you reported; next time please report as soon as guests arrive.
batch-sheet-caption = 📄 Your list, with what to correct beside each row. Correct it and send it here again; whoever is reported already is not doubled.
# $place (String) - the place's name
roster-ask =
    ⟦Who stands on this list?⟧

    If everybody who lives at { $place } now stands on it, I compare it with who is reported there.
roster-everybody = 👷 Everybody: compare
roster-newcomers = ➕ Only those who are new
# $many (String) - how many
roster-joined = ➕ Joined: { $many }
# $many (String) - how many
roster-left = ➖ Left: { $many }
# $many (String) - how many
roster-changed = ✏️ Changed: { $many }
# $many (String) - how many
roster-unchanged = 🟰 Unchanged: { $many }
# $many (String) - how many
roster-unclear = ❓ Not certain: { $many }. I do not report these; please look at them under "Who is here".
roster-drastic = ⚠️ This list leaves out most of those who are here. Is it really everybody at this place? If it is only a part, please throw it away.
# $many (String) - how many
roster-send = 📤 Report all of it ({ $many })
roster-change-unit = another room
roster-change-work = work or permit
roster-change-permit = until when the work permit is valid
roster-change-extended = may stay longer
roster-change-shortened = may stay less long (please check)
roster-change-leaves = planned departure
roster-change-number = another document number (please check)
# $what (String) - what it is made of
batch-waits = 📥 Not sent yet: { $what }
operator-cannot-read = ⚠️ Pictures and files cannot be read on this machine: the confined process does not start. `snaknov doctor` says why. Everything else works.
batch-unclear = perhaps somebody who is here already: not reported
