# Alerts, for officers; questions to reporters before an alert.

# $rule - what it states
# $number - the alert's number
# $premises - the place's name
# $kind - the place's kind
# $address - its address
# $unit - room, or that it was not given
# $fact - the fact and where it comes from
# $arrived - day of arrival
# $reported - when it was reported
# $more - corrections and departure, a line each
# $state - what has become of the alert
alert =
    🔔 ⟦{ $rule }⟧ ⟪{ $number }⟫

    កន្លែង៖ ⟦{ $premises }⟧ ({ $kind })
    { $address }
    បន្ទប់៖ { $unit }

    អង្គហេតុ៖
    • { $fact }
    • ចូលស្នាក់នៅថ្ងៃទី៖ { $arrived }
    • កន្លែងនេះបានរាយការណ៍ថ្ងៃទី៖ { $reported }{ $more }

    { $state }
# $date - the stay-until date
# $source - where it was read
# $days - days since then
fact-overstay = ថ្ងៃផុតកំណត់ស្នាក់នៅ៖ { $date } (កន្លងទៅ { $days } ថ្ងៃ)។ អ្នករាយការណ៍បានអានពី៖ { $source }
fact-no-document = អ្នករាយការណ៍ប្រាប់ថា ភ្ញៀវគ្មានឯកសារ។
fact-not-shown = អ្នករាយការណ៍មិនបានឃើញឯកសារ៖ ភ្ញៀវមិនបានបង្ហាញ។
fact-no-permission = អ្នករាយការណ៍មិនឃើញមានទិដ្ឋាការ ត្រាចូល ឬស្លាកបន្តទិដ្ឋាការ ក្នុងឯកសារ។
# $date - last day of validity
# $days - days since then
fact-card-expired = ប័ណ្ណស្នាក់នៅមានសុពលភាពដល់ថ្ងៃទី { $date } (កន្លងទៅ { $days } ថ្ងៃ) តាមការអានរបស់អ្នករាយការណ៍
# $date - the date stated later
# $source - where it was read
fact-later-date = ក្រោយមក អ្នករាយការណ៍បានប្រាប់ថ្ងៃថ្មី៖ { $date }។ បានអានពី៖ { $source }
state-open = ស្ថានភាព៖ ថ្មី
# $officer - who took it
# $moment - when
state-acknowledged = ស្ថានភាព៖ ✅ { $officer } បានទទួលដំណឹងនៅថ្ងៃទី { $moment }
# $moment - when
# $cause - why
state-withdrawn = ស្ថានភាព៖ បានដកវិញនៅថ្ងៃទី { $moment } ព្រោះ{ $cause }
alert-acknowledge = ✅ ទទួលដំណឹង
alert-details = 🔎 ព័ត៌មានលម្អិត
alert-acknowledged = លោកអ្នកបានទទួលដំណឹងនេះហើយ។
# $officer - who was first
alert-acknowledged-already = { $officer } បានទទួលដំណឹងនេះរួចហើយ។
alert-not-enrolled = មានតែមន្ត្រីដែលបានចុះឈ្មោះក្នុងអង្គភាពនេះ ទើបអាចធ្វើបាន។
alert-details-sent = ព័ត៌មានលម្អិត ខ្ញុំបានផ្ញើទៅឆាតផ្ទាល់ខ្លួនរបស់លោកអ្នក។
alert-details-start-first = ជាដំបូង សូមបើកឆាតផ្ទាល់ខ្លួនជាមួយខ្ញុំ ហើយចុច «Start»។ បន្ទាប់មក ចុច «ព័ត៌មានលម្អិត» ម្ដងទៀត។
# $number - the alert's number
# $rule - what it states
# $name - the person's name
# $document - kind of document
# $document_number - its number
# $nationality - nationality
# $sex - sex
# $birth - birth date
# $visa - visa class
# $stay_until - stay-until date
# $source - where it was read
# $premises - the place
# $address - its address
# $unit - room
# $arrived - day of arrival
# $permit - a line on work and permit, or nothing
# $report - the report's number
# $history - its versions, where there are several
# $trail - other stays of the same document, for province level and above
details =
    🔎 ⟦{ $rule }⟧ ⟪{ $number }⟫

    ឈ្មោះ៖ ⟦{ $name }⟧
    ឯកសារ៖ { $document } ⟪{ $document_number }⟫
    សញ្ជាតិ៖ { $nationality }
    ភេទ៖ { $sex }
    ថ្ងៃខែឆ្នាំកំណើត៖ { $birth }
    ទិដ្ឋាការ៖ { $visa }
    អាចស្នាក់នៅដល់ថ្ងៃ៖ { $stay_until } (អានពី៖ { $source })

    កន្លែង៖ { $premises } · { $address }
    បន្ទប់៖ { $unit }
    ថ្ងៃចូលស្នាក់នៅ៖ { $arrived }{ $permit }
    របាយការណ៍៖ ⟪{ $report }⟫{ $history }{ $trail }

    ព័ត៌មានទាំងនេះ អ្នករាយការណ៍បានបញ្ចូល មិនទាន់បានផ្ទៀងផ្ទាត់ទេ។ ការបើកមើលនេះត្រូវបានកត់ត្រាទុក។ សូមកុំចម្លង។
# $unit - the unit's name
officer-hello =
    លោកអ្នកបានចុះឈ្មោះជាមន្ត្រីនៃ ⟦{ $unit }⟧។

    ការជូនដំណឹងផ្ញើទៅក្រុមរបស់អង្គភាព។ ចុច «ព័ត៌មានលម្អិត» ដើម្បីបើកមើលអ្វីដែលបានរាយការណ៍ នៅក្នុងឆាតផ្ទាល់ខ្លួនរបស់លោកអ្នក។ រាល់ការបើកមើល ត្រូវបានកត់ត្រាទុក។
# $number - the alert's number
# $place - the commune
operator-no-unit =
    ⚠️ គ្មានអង្គភាពនគរបាលទទួលបន្ទុក{ $place } ទេ។ ការជូនដំណឹង ⟪{ $number }⟫ កំពុងរង់ចាំ។
    សូមចុះឈ្មោះអង្គភាពមួយ៖ snaknov unit add
# $number - a row of the quarantine
operator-quarantine = ⚠️ សារ (update) មួយត្រូវបានដាក់ឡែក ក្រោយបរាជ័យ ៣ ដង។ សូមមើល៖ snaknov quarantine show { $number }
# $name - the unit's name
operator-unit-unreachable = ⚠️ ទាក់ទងក្រុមរបស់អង្គភាព { $name } លែងបានហើយ។ ការជូនដំណឹងដែលមិនទាន់ទទួល ត្រូវបានបញ្ជូនបន្តទៅអង្គភាពបន្ទាប់ ឬរង់ចាំ បើគ្មានអង្គភាព។

# $premises - the place's name
# $unit - room
# $date - the stay-until date
# $arrived - day of arrival
check =
    🙂 សូមពិនិត្យ៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ភ្ញៀវនេះអាចស្នាក់នៅបានត្រឹមថ្ងៃទី { $date }។ តើឥឡូវនេះ ជាករណីណា?
check-left = ភ្ញៀវចាកចេញហើយ
check-extended = បានបន្តទិដ្ឋាការហើយ
check-still = នៅស្នាក់ មិនទាន់បានបន្តទិដ្ឋាការ
check-left-done = អរគុណ។ ខ្ញុំបានកត់ត្រាថា ភ្ញៀវចាកចេញថ្ងៃនេះ។
check-still-done = អរគុណ។ ពេលបានបន្ត សូមចុច «បានបន្តទិដ្ឋាការហើយ» ខ្ញុំនឹងកត់ត្រាថ្ងៃថ្មី។
check-closed = អរគុណ។ សំណួរនេះមានចម្លើយរួចហើយ។
fact-turned-18 = ភ្ញៀវមានឈ្មោះក្នុងប័ណ្ណស្នាក់នៅរបស់ឪពុកម្ដាយ ហើយគ្រប់អាយុហើយ។ មិនទាន់មានរបាយការណ៍អំពីប័ណ្ណផ្ទាល់ខ្លួនទេ។
# $arrived - day of arrival
fact-work-permit-missing = ភ្ញៀវធ្វើការនៅកន្លែងនេះ ហើយស្នាក់នៅតាំងពីថ្ងៃទី { $arrived }។ មិនបានបង្ហាញប័ណ្ណការងារទេ។
# $premises - the other place's name
# $address - its address
# $arrived - day of arrival there
# $number - the report from there
fact-two-places = ឯកសារដដែលនេះ ក៏មានក្នុងរបាយការណ៍ថាស្នាក់នៅ ⟦{ $premises }⟧ · { $address } តាំងពីថ្ងៃទី { $arrived } (របាយការណ៍ ⟪{ $number }⟫)
fact-two-places-over = ឯកសារដដែលនេះ មានក្នុងរបាយការណ៍ពីកន្លែងពីរ។ ការស្នាក់នៅមួយបានចប់ហើយ។
# $moment - when
# $version - which version
# $reason - why
more-corrected = • កន្លែងនេះបានកែនៅថ្ងៃទី { $moment } កំណែទី { $version }៖ { $reason }
# $date - day of departure
more-left = • បានរាយការណ៍ថាចាកចេញនៅថ្ងៃទី { $date }
cause-left = ភ្ញៀវបានចាកចេញ
cause-moved = ភ្ញៀវបានប្ដូរទៅកន្លែងផ្សេងរបស់ម្ចាស់ដដែល
cause-extended = បានបន្តការអនុញ្ញាតឱ្យស្នាក់នៅ
cause-corrected = កន្លែងនេះបានកែរបាយការណ៍
cause-cancelled = កន្លែងនេះបានបោះបង់របាយការណ៍
cause-resolved = ការស្នាក់នៅមួយក្នុងចំណោមពីរបានចប់
# $premises - the place
# $room - the room
# $date - day of departure
# $number - number of the report
has-left = 🚶 ⟦{ $premises }⟧ បន្ទប់ { $room }៖ ភ្ញៀវបានចាកចេញនៅថ្ងៃទី { $date } (របាយការណ៍ ⟪{ $number }⟫)។
# $premises - the place
# $room - the room
# $date - day of arrival
# $number - number of the report
has-arrived = 🚶 ⟦{ $premises }⟧ បន្ទប់ { $room }៖ ភ្ញៀវបានចូលស្នាក់នៅថ្ងៃទី { $date } ហើយការស្នាក់នៅមុននេះបានចប់ (របាយការណ៍ ⟪{ $number }⟫)។
history = កំណែនានា៖
# $moment - when
# $by - who
history-first = • { $moment }៖ { $by } បានរាយការណ៍
# $moment - when
# $by - who
# $reason - why
history-version = • { $moment }៖ { $by } បានកែ ({ $reason })
# $label - what
# $before - as it was
# $after - as it is
history-change =    { $label }៖ { $before } → { $after }
trail = ពីកន្លែងមួយទៅកន្លែងមួយ៖
# $premises - the place
# $address - its address
# $from - first day
# $until - last day, or that it is open
# $number - number of the report
trail-line = • { $premises } · { $address }៖ { $from } – { $until } ⟪{ $number }⟫
trail-open = មិនទាន់មានរបាយការណ៍ចាកចេញ
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
check-turned-18 =
    🙂 សូមពិនិត្យ៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ភ្ញៀវនេះមានឈ្មោះក្នុងប័ណ្ណឪពុកម្ដាយ ហើយគ្រប់អាយុ ១៨ ឆ្នាំហើយ។ ពីពេលនេះទៅ ត្រូវមានប័ណ្ណផ្ទាល់ខ្លួន។ តើឥឡូវនេះ ជាករណីណា?
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
check-work-permit =
    🙂 សូមពិនិត្យ៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ភ្ញៀវនេះធ្វើការនៅទីនេះ តែមិនទាន់បានកត់ត្រាប័ណ្ណការងារទេ។ តើឥឡូវនេះ ជាករណីណា?
check-moved = ភ្ញៀវប្ដូរកន្លែងហើយ
check-has-card = មានប័ណ្ណផ្ទាល់ខ្លួនហើយ
check-has-permit = មានប័ណ្ណការងារហើយ
check-not-yet = មិនទាន់មាន
check-not-yet-done = អរគុណ។ ពេលមានហើយ សូមចុចប៊ូតុងខាងលើ ខ្ញុំនឹងកត់ត្រាទុក។
# $number - the alert's number
# $cause - why
alert-note-withdrawn = 🔁 ⟪{ $number }⟫ បានដកវិញ ព្រោះ{ $cause }។
# $number - the alert's number
# $cause - why
alert-note-changed = 🔁 ⟪{ $number }⟫ មានអង្គហេតុថ្មី ព្រោះ{ $cause }។
# $place - where from
trail-came-from = • មកពី (តាមដែលកន្លែងនេះដឹង)៖ { $place }
# $place - where to
trail-went-to = • ទៅ (តាមដែលកន្លែងនេះដឹង)៖ { $place }
# $unit - the unit's name
# $date - the last day that is counted
# $arrivals - arrivals reported
# $late - of these after the deadline
# $departures - departures reported
# $changes - extensions, corrections, cancellations
# $alerts - open alerts
# $silent - places gone silent, a line each
# $state - whether an officer has seen it
digest =
    📋 ⟦{ $unit }⟧៖ របាយការណ៍ដល់ថ្ងៃទី { $date }

    • ចូលស្នាក់នៅ៖ { $arrivals } (យឺតជាងពេលកំណត់៖ { $late })
    • ចាកចេញ៖ { $departures }
    • បន្តទិដ្ឋាការ កែ បោះបង់៖ { $changes }
    • ការជូនដំណឹងមិនទាន់ទទួល៖ { $alerts }{ $silent }

    { $state }
# $count - how many places
digest-silent = កន្លែងដែលគ្មានរបាយការណ៍យូរហើយ ហើយពេលសួរក៏មិនបានឆ្លើយ៖ { $count }
# $premises - the place's name
# $address - its address
# $date - the last word from it
digest-silent-line = • { $premises } · { $address } តាំងពីថ្ងៃទី { $date }
# $officer - who saw it
# $moment - when
digest-state-seen = ស្ថានភាព៖ ☑️ { $officer } បានឃើញនៅថ្ងៃទី { $moment }
digest-seen = ☑️ បានឃើញ
digest-seen-done = អរគុណ។ របាយការណ៍ដែលរាប់ក្នុងនេះ បានកត់ត្រាថាបានឃើញហើយ។
# $officer - who was first
digest-seen-already = { $officer } បានឃើញរួចហើយ។
# $moment - when
# $reason - why
more-cancelled = • កន្លែងនេះបានបោះបង់នៅថ្ងៃទី { $moment }៖ { $reason }
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - last day of the work permit
check-permit-ran-out =
    🙂 សូមពិនិត្យ៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ភ្ញៀវនេះធ្វើការនៅទីនេះ ហើយប័ណ្ណការងារមានសុពលភាពត្រឹមថ្ងៃទី { $date }។ តើឥឡូវនេះ ជាករណីណា?
# $date - last day of the work permit
fact-work-permit-ran-out = ភ្ញៀវធ្វើការនៅកន្លែងនេះ។ ប័ណ្ណការងារដែលបានបង្ហាញ មានសុពលភាពត្រឹមថ្ងៃទី { $date } ហើយមិនទាន់មានរបាយការណ៍អំពីប័ណ្ណថ្មីទេ។
# $date - last day of the work permit
fact-work-permit-since = ភ្ញៀវធ្វើការនៅកន្លែងនេះ។ ក្រោយមក មានរបាយការណ៍អំពីប័ណ្ណការងារ ដែលមានសុពលភាពដល់ថ្ងៃទី { $date }។
