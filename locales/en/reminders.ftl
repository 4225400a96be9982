# What the bot says and asks by itself: reminders, questions, the roll call, places gone silent.

# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
# $date (String) - the stay-until date
# $days (String) - days left
reminder-stay-until =
    🙂 A reminder, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    This guest may stay until ⟦{ $date }⟧. Days left: { $days }. Please ask the guest to arrange the extension in time.
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
# $date (String) - last day of validity
# $days (String) - days left
reminder-card =
    🙂 A reminder, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    The residence card of this guest is valid until ⟦{ $date }⟧. Days left: { $days }. Please ask the guest to renew it in time.
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
reminder-turns-18 =
    🙂 A reminder, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    This guest is named on a parent's card and turns 18 soon. From then on a card of their own is needed; please tell the family in time.
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
# $date (String) - by when it should be there
# $days (String) - days left
reminder-work-permit =
    🙂 A reminder, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    This person works here, and no work permit has been noted yet. It should be there by ⟦{ $date }⟧. Days left: { $days }.
reminder-open = 👤 Open this guest
reminder-no-more = 🔕 No more about this
no-more-done = 🔕 All right, no more reminders about this. Should the date pass while the guest is here, I will ask once.
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
# $date (String) - planned departure
question-departure =
    🙂 A question, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    This guest planned to leave on { $date }. Has the guest left?
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
question-still-here =
    🙂 A question, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    It is a while since we spoke of this guest. Is the guest still here?
question-stays-on = 🛏 Staying longer
stays-on-done = Thank you. I have noted that the guest is here.
leaving-summary = Planned departure
leaving-save = ✅ Note it
leaving-ask = When does the guest plan to leave now?
leaving-why = So that I ask you at the right time, and not more often than needed.
leaving-saved = ✅ Noted. Thank you.
# $today (String) - the day it is
leaving-in-past = That day has passed; today is { $today }. If it is not known, press “Skip”.
# $premises (String) - the place's name
# $count (String) - how many are listed
roll-call =
    👷 ⟦{ $premises }⟧, weekly roll call

    People on the list: { $count }. Are all of them still here?
roll-call-all = ✅ All are here
roll-call-some = 🚶 Some have left
roll-call-new = ➕ Somebody new
# $premises (String) - the place's name
# $by (String) - who answered
# $moment (String) - when
roll-call-all-here = ✅ ⟦{ $premises }⟧, weekly roll call: all are here. Answered by { $by } on { $moment }.
# $premises (String) - the place's name
# $by (String) - who answered
# $moment (String) - when
roll-call-some-left = ✅ ⟦{ $premises }⟧, weekly roll call: departures were reported, the others are here. Answered by { $by } on { $moment }.
place-answer-taken = Thank you, noted. Your colleagues need not answer again.
# $by (String) - who answered
place-answer-already = Thank you, this was answered already by { $by }.
# $premises (String) - the place's name
# $days (String) - days without a report
silent =
    🙂 ⟦{ $premises }⟧: for { $days } days nobody new has been reported. Is everything all right?

    If nobody new has come, one press is enough.
silent-nobody = ✅ Nobody new, all is well
# $premises (String) - the place's name
# $by (String) - who answered
# $moment (String) - when
silent-nobody-new = ✅ ⟦{ $premises }⟧: nobody new has come. Answered by { $by } on { $moment }. Thank you.
# $deadline (String) - until when it must be sent
draft-reminder = ⏳ Your report is not finished. To be on time, it must be sent by { $deadline } (Phnom Penh). Your answers are still here.
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
# $date (String) - last day of the work permit
# $days (String) - days left
reminder-permit-until =
    🙂 A reminder, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    The work permit of this person is valid until ⟦{ $date }⟧. Days left: { $days }. Permits are renewed each year from January to March.
