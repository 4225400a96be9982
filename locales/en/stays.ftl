# Who is here, one stay, receipts, the check of a receipt, FPCS.

# $premises (String) - the place
# $count (String) - how many are here
stays-heading = 👥 ⟦{ $premises }⟧: { $count } here
# $premises (String) - the place
# $count (String) - how many stays have ended
stays-past-heading = 🕘 ⟦{ $premises }⟧: earlier stays: { $count }
stays-none = Nobody is reported as staying here.
# $typed (String) - what was looked for
stays-found-none = Nobody here fits “{ $typed }”. Type a room or a part of a name.
stays-find = Press a guest, or type a room or a part of a name.
stays-which = At which place?
# $room (String) - the room
stays-room = 🚪 { $room }
stays-no-room = no room given
# $guest (String) - who
# $from (String) - day of arrival
# $until (String) - until when the guest may stay
# $duty (String) - state of the report
stays-line = • { $guest } · since { $from } · may stay until: { $until } · { $duty }
# $guest (String) - who
# $from (String) - day of arrival
# $until (String) - day of departure
# $duty (String) - state of the report
stays-past-line = • { $guest } · { $from } – { $until } · { $duty }
# $duty (String) - state of the draft
stays-draft = • Your unfinished report · { $duty }
stays-continue = ✏️ Go on with it
stays-several = 🚶 Several have left
stays-past = 🕘 Earlier guests
stays-present = 👥 Who is here
stays-back = ← List
stays-fpcs = 🖥 Today's arrivals for FPCS
# $count (String) - how many are chosen
several-ask = Who has left? Press each of them ({ $count } chosen).
several-none = Please choose somebody first.
stay-left-today = 🚶 Left today
stay-left-yesterday = Left yesterday
stay-left-other = Left on another day
stay-extend = ⏩ Extended
stay-move = 🚚 Moved
stay-correct = ✏️ Correct
stay-cancel = 🗑 Cancel the report
stay-receipt = 🧾 Receipt
stay-fpcs = 🖥 For FPCS
stay-not-left = ↩︎ Has not left after all
stay-again = 🔁 Here again
# $guest (String) - who
# $room (String) - the room
# $premises (String) - the place
# $document (String) - document and number
# $until (String) - until when the guest may stay
# $arrived (String) - day of arrival
# $leaves (String) - planned or real departure
# $permit (String) - a line on work and permit, or nothing
# $number (String) - the report's number
# $by (String) - who reported
# $duty (String) - state of the report
stay-card =
    👤 ⟦{ $guest }⟧
    Room: { $room } · { $premises }
    Document: { $document }
    May stay until: { $until }
    Arrived: { $arrived }
    { $leaves }{ $permit }
    Report: ⟪{ $number }⟫, by { $by }
    { $duty }
# $date (String) - planned departure
stay-leaves = Leaves: { $date }
# $date (String) - day of departure
stay-departed = Left: { $date }
stay-cancel-why = Why should the report be cancelled? It is kept with the reason, and the police post is told.
receipts-heading = 🧾 ⟦Receipts⟧ of the last five years, the latest first. Press one to have it again.
receipts-none = There are no receipts yet.
# $number (String) - the report's number
# $kind (String) - what it reports
# $moment (String) - when
# $premises (String) - the place
receipts-line = • ⟪{ $number }⟫ · { $kind } · { $moment } · { $premises }
receipts-sent = The receipt follows.
# $number (String) - the report's number
# $kind (String) - what it reports
# $moment (String) - when it was received
# $timeliness (String) - on time or late
# $guests (String) - how many guests
receipt-genuine =
    ✅ This receipt is genuine: ⟪{ $number }⟫

    { $kind }, received on { $moment } (Phnom Penh)
    { $timeliness }
    Guests: { $guests }

    Names are not shown here. This is a receipt of this reporting service, not of the General Department of Immigration.
receipt-genuine-on-time = ✅ On time
receipt-genuine-late = 🕐 After the deadline
receipt-genuine-no-deadline = No deadline applies
# $moment (String) - when
receipt-genuine-changed = The report was corrected or cancelled later, on { $moment }.
receipt-not-genuine = ❌ I know no receipt with this number and code. Please compare both with the paper; the number looks like R-7XK2M9Q, the code like 4H7T-9QZC.
receipt-check-how = To check a receipt, scan its QR code, or send its number and code in one message. Example: /check R-7XK2M9Q 4H7T-9QZC
# $count (String) - how many guests
# $reference (String) - the reference, or that there is none
fpcs-heading = 🖥 ⟦For FPCS⟧ ({ $count }), in the order of its form. Tap a value to copy it. Reference: { $reference }
# $label (String) - the field
# $value (String) - its value
fpcs-line = { $label }: ⟪{ $value }⟫
fpcs-next = Next guest →
fpcs-note = 📌 Note the FPCS number
fpcs-none-today = Nobody arrived at this place today.
