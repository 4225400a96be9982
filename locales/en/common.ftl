# Buttons and remarks that every form shares.

# $step (String) - which question this is
# $of (String) - of how many
step = { $step }/{ $of }
# $answer (String) - the answer given before
so-far = Your answer so far: { $answer }
back = ← Back
skip = Skip →
cancel = ✕ Cancel
edit = ✏️ Change something
edit-which = What do you want to change?
yes-right = ✓ Yes, that is right
no-again = ✗ No, enter it again
# $label (String) - what the question is called
# $answer (String) - how the answer reads
summary-line = { $label }: ⟦{ $answer }⟧
summary-check = Please check. If all is right, press the first button.
summary-press = Everything is filled in. Please press the first button to finish, or change an answer.
please-press = Please press one of the buttons below the question.
# $example (String) - what an answer may look like
please-type = Please type the answer. { $example }
# $what (String) - what is wrong
# $example (String) - what an answer may look like
wrong-with-example = { $what } { $example }
# $length (String) - characters typed
# $longest (String) - characters allowed
too-long = That is too long: { $length } characters, at most { $longest } fit. Please shorten it.
not-known = not known
not-given = not given
today = Today
yesterday = Yesterday
pick-date = 📅 Pick the date by buttons
# $from (String) - first year
# $to (String) - last year
decade = { $from } – { $to }

# Dates that cannot be taken as typed.
date-whole = Please type the whole date: day, month and year. Example: 3/5/2026
date-not-a-date = I could not read this as a date. Please type day, month, year. Example: 3/5/2026
# $day (String) - a day of the month
# $month (String) - a month's number
date-impossible = There is no day { $day } in month { $month }. Please look at the date again and type day, month, year. Example: 3/5/2026
# $year (String) - a year
date-no-leap-day = In { $year } February has no 29th day. Please look at the date again. Example: 28/2/2026
date-lunar = This looks like a lunar date. Please type the date of the ordinary calendar, as on the document. Example: 3/5/2026
# $earliest (String) - first day that is taken
date-too-far-past = That is too long ago; I can take dates from { $earliest }. Please check the year. Example: 3/5/2026
# $latest (String) - last day that is taken
date-too-far-future = That is too far ahead; I can take dates up to { $latest }. Please check the year. Example: 3/5/2026
# $date (String) - the date as it was read
date-doubt-order = I read this as ⟦{ $date }⟧. Is that the date you mean?
# $date (String) - the date as it was read
date-doubt-no-year = Part of the date was missing. Do you mean ⟦{ $date }⟧?
# $date (String) - the date as it was read
date-doubt-two-digit-year = The year had two digits. Do you mean ⟦{ $date }⟧?
# $date (String) - the date in the international calendar
date-doubt-other-era = The year is not of the international calendar. Is it ⟦{ $date }⟧?
# $date (String) - the date as it was read
date-doubt-contradiction = The words and the numbers name different days. Do you mean ⟦{ $date }⟧?
# $count (String) - how many lines are left out
more-lines = … and { $count } more
