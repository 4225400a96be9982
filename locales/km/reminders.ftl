# What the bot says and asks by itself: reminders, questions, the roll call, places gone silent.

# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - the stay-until date
# $days - days left
reminder-stay-until =
    🙂 សូមរំលឹក៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ភ្ញៀវនេះអាចស្នាក់នៅដល់ថ្ងៃទី ⟦{ $date }⟧។ នៅសល់ { $days } ថ្ងៃ។ សូមប្រាប់ភ្ញៀវឱ្យបន្តទិដ្ឋាការទាន់ពេល។
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - last day of validity
# $days - days left
reminder-card =
    🙂 សូមរំលឹក៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ប័ណ្ណស្នាក់នៅរបស់ភ្ញៀវនេះ មានសុពលភាពដល់ថ្ងៃទី ⟦{ $date }⟧។ នៅសល់ { $days } ថ្ងៃ។ សូមប្រាប់ភ្ញៀវឱ្យបន្តប័ណ្ណទាន់ពេល។
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
reminder-turns-18 =
    🙂 សូមរំលឹក៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ភ្ញៀវនេះមានឈ្មោះក្នុងប័ណ្ណឪពុកម្ដាយ ហើយជិតគ្រប់អាយុ ១៨ ឆ្នាំហើយ។ ពេលគ្រប់អាយុ ត្រូវមានប័ណ្ណផ្ទាល់ខ្លួន។ សូមប្រាប់គ្រួសារឱ្យបានមុន។
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - by when it should be there
# $days - days left
reminder-work-permit =
    🙂 សូមរំលឹក៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ភ្ញៀវនេះធ្វើការនៅទីនេះ តែមិនទាន់បានកត់ត្រាប័ណ្ណការងារទេ។ គួរមានមុនថ្ងៃទី ⟦{ $date }⟧។ នៅសល់ { $days } ថ្ងៃ។
reminder-open = 👤 មើលភ្ញៀវនេះ
reminder-no-more = 🔕 ឈប់រំលឹករឿងនេះ
no-more-done = 🔕 បាន ខ្ញុំនឹងឈប់រំលឹករឿងនេះ។ បើផុតកំណត់ ហើយភ្ញៀវនៅស្នាក់ទីនេះ ខ្ញុំនឹងសួរម្ដង។
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - planned departure
question-departure =
    🙂 សូមសួរ៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ភ្ញៀវនេះគ្រោងចាកចេញថ្ងៃទី { $date }។ តើភ្ញៀវចាកចេញហើយឬនៅ?
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
question-still-here =
    🙂 សូមសួរ៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    យូរហើយ ខ្ញុំមិនបានឮដំណឹងពីភ្ញៀវនេះ។ តើភ្ញៀវនៅស្នាក់ទីនេះដែរឬទេ?
question-stays-on = 🛏 នៅបន្តទៀត
stays-on-done = អរគុណ។ ខ្ញុំបានកត់ត្រាថា ភ្ញៀវនៅស្នាក់ទីនេះ។
leaving-summary = គម្រោងចាកចេញ
leaving-save = ✅ កត់ត្រាទុក
leaving-ask = តើភ្ញៀវគ្រោងចាកចេញថ្ងៃណាវិញ?
leaving-why = ដើម្បីឱ្យខ្ញុំសួរចំពេល មិនសួរញឹកញាប់ពេក។
leaving-saved = ✅ បានកត់ត្រាទុក។ អរគុណ។
# $today - the day it is
leaving-in-past = ថ្ងៃនោះកន្លងហើយ ថ្ងៃនេះជាថ្ងៃទី { $today }។ បើមិនដឹង សូមចុច «រំលង»។
# $premises - the place's name
# $count - how many are listed
roll-call =
    👷 ⟦{ $premises }⟧ ស្រង់វត្តមានប្រចាំសប្ដាហ៍

    ក្នុងបញ្ជីមាន { $count } នាក់។ តើទាំងអស់គ្នានៅទីនេះដែរឬទេ?
roll-call-all = ✅ នៅទាំងអស់គ្នា
roll-call-some = 🚶 មានអ្នកចាកចេញ
roll-call-new = ➕ មានអ្នកថ្មី
# $premises - the place's name
# $by - who answered
# $moment - when
roll-call-all-here = ✅ ⟦{ $premises }⟧ ស្រង់វត្តមានប្រចាំសប្ដាហ៍៖ នៅទាំងអស់គ្នា។ { $by } បានឆ្លើយនៅថ្ងៃទី { $moment }។
# $premises - the place's name
# $by - who answered
# $moment - when
roll-call-some-left = ✅ ⟦{ $premises }⟧ ស្រង់វត្តមានប្រចាំសប្ដាហ៍៖ បានរាយការណ៍អ្នកចាកចេញ អ្នកផ្សេងទៀតនៅទីនេះ។ { $by } បានឆ្លើយនៅថ្ងៃទី { $moment }។
place-answer-taken = អរគុណ។ បានកត់ត្រាហើយ។ អ្នករួមការងារមិនបាច់ឆ្លើយទៀតទេ។
# $by - who answered
place-answer-already = អរគុណ។ { $by } បានឆ្លើយរួចហើយ។
# $premises - the place's name
# $days - days without a report
silent =
    🙂 ⟦{ $premises }⟧៖ { $days } ថ្ងៃហើយ មិនមានរបាយការណ៍ភ្ញៀវថ្មីទេ។ តើអ្វីៗដំណើរការធម្មតាទេ?

    បើគ្មានភ្ញៀវថ្មី ចុចប៊ូតុងតែម្ដងក៏គ្រប់គ្រាន់ហើយ។
silent-nobody = ✅ គ្មានភ្ញៀវថ្មីទេ
# $premises - the place's name
# $by - who answered
# $moment - when
silent-nobody-new = ✅ ⟦{ $premises }⟧៖ គ្មានភ្ញៀវថ្មីទេ។ { $by } បានឆ្លើយនៅថ្ងៃទី { $moment }។ អរគុណ។
# $deadline - until when it must be sent
draft-reminder = ⏳ របាយការណ៍របស់លោកអ្នកមិនទាន់ចប់ទេ។ ដើម្បីឱ្យទាន់ពេល សូមផ្ញើមុន { $deadline } (ម៉ោងភ្នំពេញ)។ ចម្លើយរបស់លោកអ្នកនៅរក្សាទុក។
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - last day of the work permit
# $days - days left
reminder-permit-until =
    🙂 សូមរំលឹក៖ ⟦{ $premises }⟧ បន្ទប់៖ { $unit } (ចូលស្នាក់នៅថ្ងៃទី { $arrived } របាយការណ៍ ⟪{ $report }⟫)។

    ប័ណ្ណការងាររបស់ភ្ញៀវនេះ មានសុពលភាពដល់ថ្ងៃទី ⟦{ $date }⟧។ នៅសល់ { $days } ថ្ងៃ។ ប័ណ្ណការងារត្រូវបន្តរៀងរាល់ឆ្នាំ ពីខែមករាដល់ខែមីនា។
