# Buttons and remarks that every form shares.

# $step - which question this is
# $of - of how many
step = { $step }/{ $of }
# $answer - the answer given before
so-far = 之前的答案：{ $answer }
back = ← 上一步
skip = 跳过 →
cancel = ✕ 取消
edit = ✏️ 修改
edit-which = 要修改哪一项？
yes-right = ✓ 对，没错
no-again = ✗ 不对，重新填
# $label - what the question is called
# $answer - how the answer reads
summary-line = { $label }：⟦{ $answer }⟧
summary-check = 请核对。都没错的话，请按第一个按钮。
summary-press = 都填好了。请按第一个按钮完成，或修改某一项。
please-press = 请按问题下面的按钮。
# $example - what an answer may look like
please-type = 请打字回答。{ $example }
# $what - what is wrong
# $example - what an answer may look like
wrong-with-example = { $what }{ $example }
# $longest - characters allowed
# $length - characters typed
too-long = 太长了：写了{ $length }个字，最多{ $longest }个字。请缩短一些。
not-known = 不清楚
not-given = 未填写
today = 今天
yesterday = 昨天
pick-date = 📅 用按钮选日期
# $from - first year
# $to - last year
decade = { $from }–{ $to }年

# Dates that cannot be taken as typed.
date-whole = 请填完整的日期：年、月、日。例如：2026/5/3
date-not-a-date = 没看懂这个日期。请按年、月、日填写。例如：2026/5/3
# $day - a day of the month
# $month - a month's number
date-impossible = { $month }月没有{ $day }日。请再看一下日期，按年、月、日填写。例如：2026/5/3
# $year - a year
date-no-leap-day = { $year }年的2月没有29日。请再看一下日期。例如：2026/2/28
date-lunar = 这像是农历日期。请照证件填写公历日期。例如：2026/5/3
# $earliest - first day that is taken
date-too-far-past = 这个日期太早了，最早只能填{ $earliest }。请检查年份。例如：2026/5/3
# $latest - last day that is taken
date-too-far-future = 这个日期太晚了，最晚只能填{ $latest }。请检查年份。例如：2026/5/3
# $date - the date as it was read
date-doubt-order = 我理解为⟦{ $date }⟧，对吗？
# $date - the date as it was read
date-doubt-no-year = 日期没写全。是⟦{ $date }⟧吗？
# $date - the date as it was read
date-doubt-two-digit-year = 年份只有两位数。是⟦{ $date }⟧吗？
# $date - the date in the international calendar
date-doubt-other-era = 这个年份不是公历。是公历⟦{ $date }⟧吗？
# $date - the date as it was read
date-doubt-contradiction = 文字和数字说的不是同一天。是⟦{ $date }⟧吗？
# $count - how many lines are left out
more-lines = ……还有{ $count }条
