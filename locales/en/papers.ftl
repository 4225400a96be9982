# What stands on printed papers. No symbols of the emoji kind: the fonts of the papers have none.

paper-title = Receipt
paper-subtitle = Report about a foreign guest
paper-number = Receipt number
paper-received = Received
paper-premises = Place
paper-address = Address
paper-guest = Guest
paper-guests = Guests
paper-arrived = Arrived
paper-reported-by = Reported by
paper-version = Version
paper-code = Verification code
paper-scan = Scan to check this receipt
paper-footnote = This is a receipt of Snaknov, a reporting service. It is not issued by the General Department of Immigration. Anyone can check it: scan the QR code, or send the receipt number and the verification code to the bot.
# $moment (String) - when it was printed
paper-printed = Printed on { $moment }. All times are Phnom Penh time.
