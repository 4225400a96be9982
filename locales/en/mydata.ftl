# What is known about a reporter: given into their own hands, and erased.

mydata-button = 📦 My data
mydata-follows =
    📦 I am putting your data together; two files follow here: ⟪mydata.xlsx⟫ to read, ⟪mydata.json⟫ for programs. With many guests it takes a minute.

    They hold your guests' personal data. Please do not show them to anybody.
# $moment (String) - from when it can be had again
mydata-wait = 🙂 Your data was put together a moment ago; please look a little further up. You can have it again from { $moment }.
# $moment (String) - when it was put together
mydata-caption = 📦 Your data as of { $moment }
# $count (String) - how many did not fit
mydata-left-out = The latest are in it; { $count } earlier ones did not fit into one file. Please ask the operator for them.
mydata-none = I know nothing about you yet.
mydata-sheet-me = Me
mydata-sheet-places = Places
mydata-sheet-colleagues = Colleagues
mydata-sheet-guests = Guests
mydata-sheet-reports = Reports
mydata-sheet-receipts = Receipts
mydata-sheet-consents = Consent
mydata-telegram = Number in Telegram
mydata-language = Language
mydata-known-since = First spoke to the bot
mydata-registered = Registered
mydata-role = Part
mydata-called = Known to colleagues as
mydata-since = Since
mydata-until = Until
mydata-left = Left
mydata-cancelled = Cancelled
mydata-seen = Last confirmed as here
mydata-recorded = Recorded
mydata-number = Number
mydata-version = Version
mydata-kind = What
mydata-made = Received
mydata-deadline = Deadline
mydata-by = Reported by
mydata-by-me = me
mydata-went-to = Went to
mydata-rulebook = Rules in force
mydata-guests = Number of guests
mydata-code = Verification code
mydata-text = Privacy text
mydata-given = Given
mydata-withdrawn = Withdrawn
erase-button = 🗑 Delete my data
erase-intro =
    🗑 ⟦Delete my data⟧

    Nothing has been deleted yet. Please read what would happen:
erase-goes = ⟦Deleted at once:⟧ your number in Telegram, your language and consent, and what you have not finished.
erase-stays = ⟦Kept because the law asks for it,⟧ without your number in Telegram:
erase-nothing-kept = You have reported nobody; nothing of that kind has to be kept.
# $reports (String) - how many reports
# $guests (String) - about how many guests
erase-reports = • Reports you made: { $reports }, about { $guests } guests
# $date (String) - last day
erase-reports-until = – about guests who have left: the last until { $date }
# $guests (String) - how many guests are still there
# $months (String) - months after the departure
erase-reports-open = – about guests who are still there ({ $guests }): until { $months } months after they have left; your colleagues answer for them
# $receipts (String) - how many receipts
# $date (String) - last day
erase-receipts = • Receipts: { $receipts }, the last until { $date }. They name no guest. You cannot have them again afterwards; number and code can still be checked.
erase-log = • The log of who opened an alert, without end. It says that somebody was deleted, not who.
erase-officer = You are enrolled as an officer too. That is not touched; the operator can end it.
erase-after = This cannot be undone. Afterwards I do not know you any more. The duty to report guests remains.
erase-yes = 🗑 Yes, delete my data now
# $guests (String) - how many guests
erase-open =
    🗑 ⟦Delete my data⟧

    That is not possible yet. Guests still reported as here: { $guests }; nobody but you can be asked about them. Nothing has been deleted.
# $premises (String) - the place
# $guests (String) - how many guests
erase-open-line = • ⟦{ $premises }⟧: { $guests }
erase-open-first = First report who has left (“Who is here”), or invite another owner or manager to the place. Then send /deletemydata again.
erase-done =
    ✅ Done. Your data is deleted, and I do not know you any more. What stands in this chat you can delete yourself in Telegram.

    Thank you for your reports. Whenever you want to begin again, send /start.
# $memberships (String) - at how many places the person has a part
erase-memberships = • Your part at places: { $memberships }
# $count (String) - how many places are deleted
erase-premises = • Places without guests and colleagues: { $count }
