# Buttons and remarks that every form shares.

# $step - which question this is
# $of - of how many
step = { $step }/{ $of }
# $answer - the answer given before
so-far = ចម្លើយពីមុន៖ { $answer }
back = ← ថយក្រោយ
skip = រំលង →
cancel = ✕ បោះបង់
edit = ✏️ កែចម្លើយ
edit-which = តើលោកអ្នកចង់កែចំណុចណា?
yes-right = ✓ ត្រូវហើយ
no-again = ✗ ទេ វាយម្ដងទៀត
# $label - what the question is called
# $answer - how the answer reads
summary-line = { $label }៖ ⟦{ $answer }⟧
summary-check = សូមពិនិត្យមើល។ បើត្រឹមត្រូវទាំងអស់ សូមចុចប៊ូតុងទីមួយ។
summary-press = បំពេញគ្រប់ហើយ។ សូមចុចប៊ូតុងទីមួយដើម្បីបញ្ចប់ ឬកែចម្លើយណាមួយ។
please-press = សូមចុចប៊ូតុងណាមួយ នៅខាងក្រោមសំណួរ។
# $example - what an answer may look like
please-type = សូមវាយចម្លើយ។ { $example }
# $what - what is wrong
# $example - what an answer may look like
wrong-with-example = { $what } { $example }
# $longest - characters allowed
# $length - characters typed
too-long = វែងពេក៖ លោកអ្នកវាយ { $length } តួអក្សរ តែអាចវាយបានច្រើនបំផុត { $longest } តួ។ សូមវាយឱ្យខ្លីជាងនេះ។
not-known = មិនដឹង
not-given = មិនបានបំពេញ
today = ថ្ងៃនេះ
yesterday = ម្សិលមិញ
pick-date = 📅 ជ្រើសថ្ងៃតាមប៊ូតុង
# $from - first year
# $to - last year
decade = { $from } – { $to }

# Dates that cannot be taken as typed.
date-whole = សូមវាយឱ្យគ្រប់៖ ថ្ងៃ ខែ និងឆ្នាំ។ ឧទាហរណ៍៖ ៣/៥/២០២៦
date-not-a-date = ខ្ញុំមើលមិនយល់ថាជាថ្ងៃណាទេ។ សូមវាយ ថ្ងៃ ខែ ឆ្នាំ។ ឧទាហរណ៍៖ ៣/៥/២០២៦
# $day - a day of the month
# $month - a month's number
date-impossible = ខែទី { $month } គ្មានថ្ងៃទី { $day } ទេ។ សូមមើលឯកសារម្ដងទៀត រួចវាយ ថ្ងៃ ខែ ឆ្នាំ។ ឧទាហរណ៍៖ ៣/៥/២០២៦
# $year - a year
date-no-leap-day = ឆ្នាំ { $year } ខែកុម្ភៈគ្មានថ្ងៃទី ២៩ ទេ។ សូមមើលម្ដងទៀត។ ឧទាហរណ៍៖ ២៨/២/២០២៦
date-lunar = នេះមើលទៅជាថ្ងៃខែចន្ទគតិ (កើត ឬរោច)។ សូមវាយថ្ងៃខែសុរិយគតិ ដូចក្នុងឯកសារ។ ឧទាហរណ៍៖ ៣/៥/២០២៦
# $earliest - first day that is taken
date-too-far-past = កាលបរិច្ឆេទនេះយូរពេកហើយ។ ខ្ញុំទទួលបានតែចាប់ពីថ្ងៃទី { $earliest }។ សូមពិនិត្យឆ្នាំម្ដងទៀត។ ឧទាហរណ៍៖ ៣/៥/២០២៦
# $latest - last day that is taken
date-too-far-future = កាលបរិច្ឆេទនេះឆ្ងាយពេក។ ខ្ញុំទទួលបានត្រឹមថ្ងៃទី { $latest }។ សូមពិនិត្យឆ្នាំម្ដងទៀត។ ឧទាហរណ៍៖ ៣/៥/២០២៦
# $date - the date as it was read
date-doubt-order = ខ្ញុំយល់ថា ថ្ងៃទី ⟦{ $date }⟧។ តើត្រូវទេ?
# $date - the date as it was read
date-doubt-no-year = កាលបរិច្ឆេទនៅខ្វះផ្នែកខ្លះ។ តើគឺថ្ងៃទី ⟦{ $date }⟧ មែនទេ?
# $date - the date as it was read
date-doubt-two-digit-year = ឆ្នាំមានតែពីរខ្ទង់។ តើគឺថ្ងៃទី ⟦{ $date }⟧ មែនទេ?
# $date - the date in the international calendar
date-doubt-other-era = ឆ្នាំនេះមិនមែនជាគ្រិស្តសករាជទេ។ តើគឺថ្ងៃទី ⟦{ $date }⟧ មែនទេ?
# $date - the date as it was read
date-doubt-contradiction = ពាក្យ និងលេខ បង្ហាញថ្ងៃខុសគ្នា។ តើគឺថ្ងៃទី ⟦{ $date }⟧ មែនទេ?
# $count - how many lines are left out
more-lines = … និង { $count } ទៀត
