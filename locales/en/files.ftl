# Spreadsheets to fill in, and the lists of guests as files.

files-button = 📎 Lists & files
# $premises (String) - the place's name
files-page =
    📎 ⟦Lists & files⟧
    { $premises }

    A spreadsheet to fill in, or the list of your guests as a file.
files-template = 📄 Template to fill in
files-template-ask =
    📄 ⟦Template to fill in⟧

    In which form do you want it?

    • Excel: with drop-down lists and explanations. Also for WPS and Google Sheets.
    • CSV: for other programs.
# $list (String) - which list
files-guests-ask =
    ⟦{ $list }⟧

    In which form do you want it?

    • Excel: to read. Also for WPS and Google Sheets.
    • CSV: for other programs.
    • UNL: for hotel programs that read Ubyport files.
files-xlsx = 📗 Excel (XLSX)
files-csv = CSV
files-unl = UNL
files-template-follows = 📄 The template follows here. Fill it in and send it back to me.
files-guests-follow =
    📎 The file follows here in a moment.

    It holds your guests' personal data. Please do not show it to anybody.
files-wait = 🙂 I sent you this file a moment ago; please look a little further up. You can have it again in a minute.
files-nobody = There is nobody in this list, so there is nothing to put into a file.
# $kind (String) - for which kind of place
files-template-caption = 📄 Template: { $kind }
# $list (String) - which list
# $premises (String) - the place's name
# $moment (String) - when it was put together
# $count (String) - how many guests
files-guests-caption =
    { $list }: ⟦{ $premises }⟧
    As of { $moment }. Guests: { $count }
# $count (String) - how many did not fit
files-left-out = The latest are in it; { $count } earlier ones did not fit into one file.
command-template = A spreadsheet to fill in
command-export = The list of your guests as a file
table-sheet-howto = How to fill
table-sheet-lists = Lists
table-number = No.
table-example = EXAMPLE
table-correct = What to correct
table-report = Report number
table-reported-at = Reported at
table-timeliness = On time or late
table-on-time = on time
table-late = late
table-departed-on = Left on
table-hint-unit = As it stands on the door. Example: 012
table-hint-name = As printed in the document, family name first, in Latin letters. Example: WANG XIAOMING
table-hint-birth = Day/month/year. Example: 07/03/1985. If the document shows only the year, write the year: 1985
table-hint-number = As printed, with the zeros in front. Example: 012345678
table-hint-list = Please choose from the list.
table-hint-country = Choose from the list, or type the country or the three letters in the document. Example: CHN
table-hint-date = Day/month/year. Example: 25/11/2026. If your computer turns day and month round, write 2026-11-25.
table-hint-stay-until = The date on the entry stamp or on the latest extension sticker, not the visa's own expiry date. Example: 25/11/2026
table-howto =
    One line for each guest. The two lines marked EXAMPLE are not read; you may delete them.
    Names as printed in the document, family name first, in Latin letters.
    Dates are day/month/year, such as 25/11/2026. Of a birth date the year is enough where the document shows no more.
    “May stay until” is the date on the entry stamp or on the latest extension sticker, not the visa's own expiry date.
    In columns with a list, please choose from it. The country may also be typed.
    A guest who showed no document: choose “Did not show it”. What you do not know stays empty.
    Send the file to Snaknov in Telegram. You see what was read; nothing is reported before you confirm.
