# The conversation around the forms.

language-ask = ភាសា · Language · 语言
language-set = I will speak English with you.
home =
    ⟦Snaknov⟧ helps you report the foreigners who stay with you. It takes under two minutes.

    What do you want to do?
home-report = 📝 Report an arrival
home-add-premises = ➕ Add a place
home-premises = 🏠 My places
home-language = 🌐 Language
home-help = ❓ Help
home-privacy = 🔒 Privacy
home-menu = ☰ Menu
# $chat (String) - the group's number in Telegram
group-hello = I talk with reporters in private chats only. In a group I bring alerts to police units that the operator has enrolled. Number of this group: ⟪{ $chat }⟫

# $version (String) - version of the privacy text
consent =
    🔒 ⟦Before you begin⟧

    You will tell me about your guests: name, document and its number, sex, birth date, nationality, visa and until when they may stay, room, arrival and departure; on sites and in company housing also the work permit. The law requires you to report them.

    • They go only to the police unit that answers for your place, or, if it cannot be reached, to the level above it. Colleagues at your place see them too.
    • They are kept encrypted and deleted 12 months after the departure was reported. Receipts, which name no guest, are kept for five years.
    • No photo of a document is kept.
    • You can read this again with /privacy and withdraw your consent there at any time. /mydata gives you everything about you, /deletemydata deletes what the law does not ask to keep.

    Privacy text { $version }
consent-agree = ✓ I agree
consent-decline = No
consent-declined = That is your decision; nothing is stored about guests. When you change your mind, press “Report an arrival” or send /start.
consent-thanks = Thank you. That is noted.
# $version (String) - version of the privacy text
# $given (String) - when consent was given, or that it was not
privacy =
    🔒 ⟦Privacy⟧ (text { $version })

    This bot is a reporting service. It is not the General Department of Immigration.

    ⟦What is stored:⟧ your Telegram number and language, your places, who works there and under which name colleagues know them; for each guest the name, document number, sex, birth date, nationality, visa class and stay-until date, arrival, departure, room, where from and where to if you told it; on sites and in company housing also work permits. A form that guests fill in themselves holds the same and comes to you; it is reported only when you send it.
    ⟦Who sees it:⟧ you and your colleagues at the place; the police unit that answers for it, or, if it cannot be reached, the level above it, through alerts. In groups no personal data appears; each look at the details is logged.
    ⟦How long:⟧ 12 months after the reported departure; receipts, which name no guest, five years; unfinished reports 7 days.
    ⟦How:⟧ encrypted on the disk. Photos of documents are not kept.
    ⟦What you can do:⟧ /mydata gives you everything about you. /deletemydata says what the law asks to keep and deletes the rest. Without your consent you cannot begin a new report; answers about guests whom you have reported are still taken, because the law asks for them.

    Your consent: { $given }
# $moment (String) - when consent was given
privacy-given = given on { $moment }
privacy-not-given = not given
privacy-withdraw = Withdraw my consent
privacy-withdrawn = Your consent is withdrawn. The unfinished report was deleted. Reports that were sent stay as long as the law asks, and answers about those guests are still taken. /deletemydata deletes what need not stay. You can begin again at any time with /start.
# $hours (String) - hours within which to report
help =
    ❓ ⟦Help⟧

    /report – report an arrival
    /stays – who is here: departures, extensions, corrections
    /receipts – your receipts again
    /template – a spreadsheet to fill in
    /export – your guests as a file
    /premises – your places and colleagues
    /language – ភាសា · Language · 语言
    /advice – ask for advice
    /check – check a receipt
    /privacy – what is stored, and your consent
    /mydata – your data as files
    /deletemydata – delete your data
    /cancel – stop what you are doing
    /start – the menu

    Each button can also be typed. A mistake can be changed before you send. If you stop half way, I remember where you were for 7 days.

    The law: whoever gives a foreigner a place to stay reports it within { $hours } hours. I count them from the end of the day of arrival.
cancelled = Stopped. Nothing was sent, the answers are deleted.
nothing-to-cancel = There is nothing to stop.
continue-here = Let us go on here:

# What came was something else than expected.
odd-sticker = 😊 Thank you! A sticker I cannot put into the report.
odd-voice = I cannot listen to voice messages. Please type, or press a button.
odd-video = I cannot watch videos. Please type, or press a button.
odd-edited = I saw that you changed an earlier message. I go by what you sent first; to correct an answer, press “Back”, or “Change something” at the end.
odd-own-contact = Thank you, but I do not need your phone number and have not kept it.
odd-other-contact = I do not need anyone's phone number and have not kept it.
odd-location = Thank you, but there is nothing to locate just now.
odd-other = I cannot do anything with this kind of message. Please type, or press a button.
odd-text = I did not understand that. Please use the menu:
odd-command = I do not know this command. /help shows what I can do.
# $user (String) - the person's number in Telegram
your-number = Your number in Telegram: ⟪{ $user }⟫. The operator needs it to enrol an officer.
old-button = This button belongs to an earlier step.
old-button-alert = This button is no longer valid.
text-too-long = That is more text than I can take. Please send only the answer.
# $reference (String) - a number by which the operator finds the fault
apology = I am sorry, something went wrong on my side. Nothing is lost; please try once more. If it goes on, tell the operator this number: ⟪{ $reference }⟫

# Commands, as the client's menu shows them.
command-report = Report an arrival
command-premises = Your places
command-language = ភាសា · Language · 语言
command-help = Help
command-privacy = Privacy and consent
command-cancel = Stop what you are doing
command-start = The menu
bot-name = Snaknov · report guests
bot-description = Landlords, hotels and construction sites report here the foreigners who stay with them: in Khmer, English or Chinese, in under two minutes, with a receipt. This is a reporting service, not the General Department of Immigration.
bot-short-description = Report foreign guests in under two minutes, with a receipt.
share-location = 📍 Share my location
not-a-member = You are not registered at this place any more, so I cannot report for it. Please ask its owner.
finish-first = Something else is half done. Please finish it, or press “Cancel”, and then press that button again.
home-stays = 👥 Who is here
home-receipts = 🧾 Receipts
command-stays = Who is here: departures, extensions, corrections
command-receipts = Receipts again
command-check = Check a receipt
command-mydata = Everything about you, as files
command-deletemydata = Delete your data
command-advice = Ask for advice
