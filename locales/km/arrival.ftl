# Reporting an arrival and its receipt; telling an extension.

arrival-premises-ask = តើភ្ញៀវស្នាក់នៅកន្លែងណា?
arrival-premises-label = កន្លែង
arrival-document-ask = តើភ្ញៀវបានបង្ហាញឯកសារអ្វី?
arrival-document-why = សូមប្រាប់តែអ្វីដែលលោកអ្នកបានឃើញ។ ឆ្លើយថា «មិនបានបង្ហាញ» ក៏បាន។
arrival-document-label = ឯកសារ
arrival-number-ask = សូមវាយលេខឯកសារ និងឈ្មោះ ដូចក្នុងឯកសារ។
arrival-number-example = វាយទាំងពីរក្នុងសារតែមួយ ឬវាយលេខមុន។ ឧទាហរណ៍៖ N01234567 WANG XIAOMING
arrival-number-why = មានលេខនេះ ទើបអាចរករបាយការណ៍ឃើញវិញ ហើយមិនច្រឡំមនុស្ស។
arrival-number-label = លេខឯកសារ
number-too-short = លេខនេះខ្លីពេក។
number-too-long = លេខនេះវែងពេក។
number-no-digit = លេខឯកសារត្រូវមានលេខយ៉ាងតិចមួយខ្ទង់។
# $character - what does not belong there
number-strange = លេខឯកសារមិនអាចមាន «{ $character }» ទេ។ មានតែអក្សរ A–Z និងលេខប៉ុណ្ណោះ។
arrival-name-ask = តើឈ្មោះក្នុងឯកសារសរសេរដូចម្ដេច?
arrival-name-example = សូមវាយជាអក្សរឡាតាំង។ ឧទាហរណ៍៖ WANG XIAOMING
arrival-name-why = វាយដូចក្នុងឯកសារ ដើម្បីឱ្យគ្រប់គ្នាសរសេរដូចគ្នា។
arrival-name-label = ឈ្មោះ
# $example - what an answer may look like
name-not-latin = ឯកសារតែងមានឈ្មោះជាអក្សរឡាតាំងដែរ។ { $example } តើឯកសារនេះពិតជាគ្មានអក្សរឡាតាំងមែនទេ?
name-no-letters = ខ្ញុំមិនឃើញមានអក្សរទេ។
name-too-long = ឈ្មោះនេះវែងពេក។
name-has-digits = ឈ្មោះមិនមានលេខទេ។
# $character - what does not belong there
name-strange = ឈ្មោះមិនអាចមាន «{ $character }» ទេ។
arrival-sex-ask = តើក្នុងឯកសារសរសេរ F ឬ M?
arrival-sex-label = ភេទ
arrival-birth-ask = តើភ្ញៀវកើតថ្ងៃខែឆ្នាំណា?
arrival-birth-example = សូមវាយ ថ្ងៃ ខែ ឆ្នាំ។ ឧទាហរណ៍៖ ៧/៣/១៩៨៥។ បើឯកសារមានតែឆ្នាំ សូមវាយតែឆ្នាំ។
arrival-birth-why = ដើម្បីកុំឱ្យច្រឡំមនុស្សឈ្មោះដូចគ្នា និងដើម្បីការពារកុមារ។
arrival-birth-label = ថ្ងៃខែឆ្នាំកំណើត
arrival-nationality-ask = តើប្រទេសណាចេញឯកសារនេះ?
arrival-nationality-example = សូមចុចប៊ូតុង ឬវាយឈ្មោះប្រទេស។ ឧទាហរណ៍៖ កូរ៉េ
arrival-nationality-why = ត្រូវការដើម្បីសម្គាល់លេខឯកសារ។ ប្រព័ន្ធមិនវិនិច្ឆ័យតាមសញ្ជាតិទេ។
arrival-nationality-label = សញ្ជាតិ
nationality-not-found = ខ្ញុំរកប្រទេសនេះមិនឃើញទេ។ សូមវាយឈ្មោះប្រទេស ឬអក្សរបីតួក្នុងឯកសារ។ ឧទាហរណ៍៖ ចិន ឬ CHN
arrival-visa-ask = តើឯកសារមានទិដ្ឋាការ (វីសា) ប្រភេទណា?
arrival-visa-example = អក្សរប្រភេទ មាននៅលើទិដ្ឋាការ ឬស្លាកបន្តទិដ្ឋាការ។ បើគ្មាន ឬមើលមិនដឹង ក៏អាចជ្រើសរើសបានដែរ។
arrival-visa-why = ដើម្បីប្រាប់លោកអ្នកថា ត្រូវមើលកាលបរិច្ឆេទនៅកន្លែងណា។
arrival-visa-label = ទិដ្ឋាការ
arrival-stay-until-ask = តើភ្ញៀវអាចស្នាក់នៅដល់ថ្ងៃណា?
arrival-card-until-ask = តើប័ណ្ណស្នាក់នៅមានសុពលភាពដល់ថ្ងៃណា?
arrival-stay-until-example = មើលនៅ ① ត្រាចូល ឬ ② ស្លាកបន្តទិដ្ឋាការចុងក្រោយ រួចវាយថ្ងៃ។ ឧទាហរណ៍៖ ៣/៥/២០២៦
arrival-card-until-example = មាននៅផ្នែកមុខនៃប័ណ្ណ។ សូមវាយបញ្ចូល។ ឧទាហរណ៍៖ ៣/៥/២០២៦
arrival-card-until-why = ប័ណ្ណមានសុពលភាពពីរឆ្នាំ។
arrival-stay-until-why = ត្រូវយកកាលបរិច្ឆេទនេះ មិនមែនថ្ងៃផុតសុពលភាពទិដ្ឋាការទេ។
arrival-stay-until-label = អាចស្នាក់នៅដល់ថ្ងៃ
arrival-stay-until-unreadable = ខ្ញុំមើលមិនដាច់
# $date - the date as it was read
arrival-stay-until-past = ថ្ងៃទី ⟦{ $date }⟧ កន្លងផុតហើយ។ តើនៅលើត្រា ឬស្លាកចុងក្រោយ ពិតជាសរសេរដូច្នេះមែនទេ?
arrival-source-ask = តើលោកអ្នកអានកាលបរិច្ឆេទនេះពីណា?
arrival-source-label = អានកាលបរិច្ឆេទពី
arrival-unit-ask = តើបន្ទប់ណា?
arrival-unit-example = ឧទាហរណ៍៖ 204
arrival-unit-label = បន្ទប់
arrival-arrived-ask = តើភ្ញៀវចូលស្នាក់នៅថ្ងៃណា?
arrival-arrived-example = សូមចុចប៊ូតុង ឬវាយថ្ងៃ។ ឧទាហរណ៍៖ ២០/១១/២០២៦
arrival-arrived-why = រយៈពេល { $hours } ម៉ោងសម្រាប់រាយការណ៍ គិតពីចុងថ្ងៃនោះ។
arrival-arrived-label = ថ្ងៃចូលស្នាក់នៅ
# $today - the day it is
arrived-in-future = ថ្ងៃនោះមិនទាន់មកដល់ទេ។ ថ្ងៃនេះ គឺថ្ងៃទី { $today }។ សូមរាយការណ៍ពេលភ្ញៀវមកដល់។
arrival-leaves-ask = តើភ្ញៀវនឹងចាកចេញថ្ងៃណា?
arrival-leaves-example = បើមិនដឹង សូមចុច «រំលង»។ ឧទាហរណ៍៖ ២៥/១១/២០២៦
arrival-leaves-label = ថ្ងៃចាកចេញ
leaves-before-arrival = កាលបរិច្ឆេទនេះមុនថ្ងៃចូលស្នាក់នៅ។ សូមពិនិត្យម្ដងទៀត ឬចុច «រំលង»។
arrival-work-ask = តើភ្ញៀវធ្វើការនៅទីនេះទេ?
arrival-work-why = ប័ណ្ណការងារត្រូវបន្តរៀងរាល់ឆ្នាំ ពីខែមករាដល់ខែមីនា។
arrival-work-label = ការងារ
arrival-summary = របាយការណ៍ភ្ញៀវចូលស្នាក់នៅ
arrival-send = ✅ ផ្ញើរបាយការណ៍

# $number - the report's number
# $moment - when it was received
# $timeliness - on time or late, and what was corrected
# $premises - the place's name
# $address - its address
# $guest - who was reported
# $arrived - day of arrival
# $by - who reported
# $code - the verification code
receipt =
    🧾 ⟦បង្កាន់ដៃ⟧ ⟪{ $number }⟫

    បានទទួល៖ { $moment } (ម៉ោងភ្នំពេញ)
    { $timeliness }
    កន្លែង៖ ⟦{ $premises }⟧ · { $address }
    ភ្ញៀវ៖ { $guest }
    ថ្ងៃចូលស្នាក់នៅ៖ { $arrived }
    អ្នករាយការណ៍៖ { $by }
    លេខកូដផ្ទៀងផ្ទាត់៖ ⟪{ $code }⟫

    សូមរក្សាសារនេះទុក។ សារនេះបញ្ជាក់ថា លោកអ្នកបានរាយការណ៍ និងពេលដែលបានរាយការណ៍។ នេះជាបង្កាន់ដៃរបស់សេវានេះ។ បើចាំបាច់ មន្ត្រីនឹងបញ្ជាក់បន្ថែម។
# $deadline - until when a report was on time
receipt-on-time = ✅ ទាន់ពេល (ពេលកំណត់៖ { $deadline })
# $deadline - until when a report was on time
receipt-late = 🕐 យឺតជាងពេលកំណត់ ({ $deadline })។ អរគុណដែលបានរាយការណ៍។ លើកក្រោយ សូមរាយការណ៍ភ្លាមៗពេលភ្ញៀវមកដល់។
receipt-exempt = អ្នកការទូត៖ លើកលែង មិនវាយតម្លៃ
receipt-unnamed = មិនដឹងឈ្មោះ
report-another = ➕ រាយការណ៍ភ្ញៀវម្នាក់ទៀត
report-sent = ✅ ផ្ញើរួចហើយ។ បង្កាន់ដៃនឹងមកតាមក្រោយ។
# $number - the report's number
report-sent-already = របាយការណ៍នេះបានផ្ញើរួចហើយ៖ ⟪{ $number }⟫។

extension-summary = ការបន្តទិដ្ឋាការ
extension-visa-ask = តើស្លាកបន្តទិដ្ឋាការ សរសេរប្រភេទណា?
extension-until-ask = តើការបន្តនេះ អនុញ្ញាតឱ្យស្នាក់នៅដល់ថ្ងៃណា?
# $date - the date as it was read
extension-in-past = ថ្ងៃទី { $date } កន្លងផុតហើយ។ សូមវាយថ្ងៃនៅលើស្លាកចុងក្រោយ។ ឧទាហរណ៍៖ ៣/៥/២០២៧
# $number - the report's number
# $date - the new date
# $moment - when it was received
extension-done =
    ✅ បានកត់ត្រានៅថ្ងៃទី { $moment }៖ ភ្ញៀវអាចស្នាក់នៅដល់ថ្ងៃទី ⟦{ $date }⟧។
    របាយការណ៍៖ ⟪{ $number }⟫
arrival-unseen-name-ask = តើភ្ញៀវឈ្មោះអ្វី តាមដែលលោកអ្នកដឹង?
arrival-unseen-name-example = បើអាច សូមវាយជាអក្សរឡាតាំង។ ឧទាហរណ៍៖ WANG XIAOMING
arrival-unseen-sex-ask = តើភ្ញៀវជាស្រី ឬប្រុស?
arrival-unseen-nationality-ask = តើភ្ញៀវមកពីប្រទេសណា តាមដែលលោកអ្នកដឹង?
arrival-unseen-birth-ask = តើភ្ញៀវកើតនៅថ្ងៃណា តាមដែលលោកអ្នកដឹង?
arrival-premises-example = សូមចុចឈ្មោះកន្លែង។
arrival-premises-why = កន្លែងនីមួយៗ មានប៉ុស្តិ៍នគរបាលទទួលបន្ទុករៀងៗខ្លួន។
arrival-document-example = ភ្ញៀវភាគច្រើន៖ លិខិតឆ្លងដែន។
arrival-sex-example = មាននៅក្បែរឈ្មោះ។ ឧទាហរណ៍៖ M
arrival-sex-why = ជួយបែងចែកមនុស្សដែលមានឈ្មោះដូចគ្នា។
arrival-unseen-sex-example = សូមចុចប៊ូតុង។
arrival-unseen-why = ដឹងប៉ុណ្ណា ប្រាប់ប៉ុណ្ណឹង។ ឆ្លើយថា «មិនដឹង» ក៏បាន។
arrival-unit-why = ដើម្បីរកភ្ញៀវឱ្យត្រូវ ហើយមិនរំខានអ្នកដទៃ។
arrival-leaves-why = បង្ហាញថាភ្ញៀវគ្រោងស្នាក់នៅយូរប៉ុណ្ណា។ បើប្ដូរ ក៏មិនអីដែរ។
arrival-work-example = សូមចុចតាមអ្វីដែលលោកអ្នកដឹង។ ឧទាហរណ៍៖ ជាងសំណង់មានប័ណ្ណការងារ។
arrival-source-example = ① ត្រាចូល ② ស្លាកបន្តទិដ្ឋាការ៖ សូមមើលរូប។
arrival-source-why = ដើម្បីកុំឱ្យច្រឡំកាលបរិច្ឆេទមួយ ជាមួយកាលបរិច្ឆេទមួយទៀត។
extension-visa-example = អក្សរនេះមាននៅលើស្លាក។ ឧទាហរណ៍៖ EB
extension-visa-why = ប្រភេទនេះភ្ជាប់ជាមួយកាលបរិច្ឆេទថ្មី។
# $date - the date as it was read
arrival-card-until-past = ថ្ងៃទី ⟦{ $date }⟧ កន្លងផុតហើយ។ តើនៅលើប័ណ្ណ ពិតជាសរសេរដូច្នេះមែនទេ?
extension-until-example = មាននៅលើស្លាកចុងក្រោយ៖ ② ក្នុងរូប។ ឧទាហរណ៍៖ ៣/៥/២០២៧
extension-sent = ✅ ផ្ញើរួចហើយ។ ខ្ញុំកំពុងកត់ត្រាថ្ងៃថ្មី។
# $moment - when it was corrected
# $version - which version
# $reason - why
receipt-corrected = ✏️ បានកែនៅថ្ងៃទី { $moment } (កំណែទី { $version })៖ { $reason }
# $moment - when it was cancelled
# $reason - why
receipt-cancelled = 🗑 បានបោះបង់នៅថ្ងៃទី { $moment }៖ { $reason }
receipt-forgotten = បានលុប ក្រោយផុតរយៈពេលដែលច្បាប់កំណត់
receipt-paper = 📄 បង្កាន់ដៃ PDF
# $moment - when it was noted
# $guests - who left and when, one a line
departure-done =
    ✅ បានកត់ត្រានៅថ្ងៃទី { $moment }។ ចាកចេញ៖
    { $guests }
# $guest - who left
# $room - the room
# $date - day of departure
# $number - the report's number
departure-line = • { $guest } បន្ទប់ { $room } ថ្ងៃទី { $date } ⟪{ $number }⟫
# $place - where to
departure-to =    ទៅ៖ { $place }
departure-sent = ✅ ផ្ញើរួចហើយ។ ខ្ញុំកំពុងកត់ត្រាការចាកចេញ។
departure-taken-back = ✅ បានកត់ត្រា៖ ភ្ញៀវនៅទីនេះដដែល។
departure-summary = ការចាកចេញ
# $count - how many guests
departure-ask = តើភ្ញៀវចាកចេញនៅថ្ងៃណា? ({ $count } នាក់)
departure-example = សូមចុចប៊ូតុង ឬវាយកាលបរិច្ឆេទ។ ឧទាហរណ៍៖ ២៥/១១/២០២៦
departure-why = ការស្នាក់នៅចប់ត្រឹមថ្ងៃនោះ ហើយខ្ញុំមិនសួរអំពីការស្នាក់នៅនេះទៀតទេ។
# $today - the day it is
departure-in-future = ថ្ងៃនោះមិនទាន់មកដល់ទេ។ ថ្ងៃនេះ គឺថ្ងៃទី { $today }។ សូមរាយការណ៍ ពេលភ្ញៀវចាកចេញហើយ។
# $arrived - day of arrival
departure-before-arrival = ភ្ញៀវចូលស្នាក់នៅថ្ងៃទី { $arrived }។ ថ្ងៃចាកចេញមិនអាចមុននោះទេ។ សូមពិនិត្យម្ដងទៀត។
move-summary = ប្ដូរកន្លែង
move-where-ask = តើភ្ញៀវប្ដូរទៅណា?
move-where-example = សូមចុចកន្លែងរបស់លោកអ្នក ឬ «កន្លែងផ្សេង»។
move-where-why = បើជាកន្លែងរបស់លោកអ្នក របាយការណ៍បន្តដោយស្វ័យប្រវត្តិ មិនបាច់បញ្ចូលភ្ញៀវម្ដងទៀតទេ។
move-where-label = ប្ដូរទៅ
move-elsewhere = កន្លែងផ្សេង
move-place-ask = តើលោកអ្នកដឹងថាទៅណាទេ?
move-place-example = សូមវាយឈ្មោះក្រុង ឬអាសយដ្ឋាន ឬចុច «រំលង»។ ឧទាហរណ៍៖ សៀមរាប
move-place-why = ប្រាប់តែបើដឹង។ គ្មានអ្នកណាសួរលោកអ្នកទៀតទេ។
move-place-label = ទីកន្លែង
move-day-ask = តើប្ដូរនៅថ្ងៃណា?
move-day-label = ថ្ងៃទី
arrival-came-from-ask = មុននេះ តើភ្ញៀវស្នាក់នៅឯណា?
arrival-came-from-example = សូមវាយឈ្មោះក្រុង ឬទីកន្លែង ឬចុច «រំលង»។ ឧទាហរណ៍៖ សៀមរាប
arrival-came-from-why = គ្រប់គ្នាអាចរំលងសំណួរនេះបាន។
arrival-came-from-label = មកពី
correction-summary = ការកែរបាយការណ៍
correction-why-ask = តើត្រូវកែអ្វី?
correction-why-example = សូមចុចចំណុចដែលត្រូវជាងគេ។ បន្ទាប់មក លោកអ្នកកែចម្លើយ។
correction-why-why = មូលហេតុនេះកត់ត្រាជាមួយកំណែថ្មី។ កំណែចាស់ក៏រក្សាទុកដែរ។
correction-why-label = មូលហេតុ
correction-sent = ✅ ផ្ញើរួចហើយ។ បង្កាន់ដៃនៃរបាយការណ៍ដែលបានកែ នឹងមកតាមក្រោយ។
cancellation-sent = ✅ បានបោះបង់របាយការណ៍ហើយ។
move-sent = ✅ ផ្ញើរួចហើយ។ បង្កាន់ដៃសម្រាប់កន្លែងថ្មី នឹងមកតាមក្រោយ។
reference-summary = លេខយោង FPCS
reference-ask = តើ FPCS ផ្ដល់លេខអ្វីសម្រាប់ភ្ញៀវនេះ?
reference-example = សូមវាយ ឬចម្លងមកដាក់។ ឧទាហរណ៍៖ FP-2026-004711
reference-why = ដើម្បីឱ្យងាយរកឃើញរបាយការណ៍ទាំងពីរជាមួយគ្នា។
reference-save = ✅ កត់ត្រាទុក
reference-saved = ✅ បានកត់ត្រាទុក។
# $room - the room
# $arrived - day of arrival
# $number - the report's number
same-guest = ភ្ញៀវដែលមានលេខឯកសារនេះ មានក្នុងរបាយការណ៍នៅទីនេះរួចហើយ៖ បន្ទប់ { $room } តាំងពីថ្ងៃទី { $arrived } ⟪{ $number }⟫។ តើនេះជាការស្នាក់នៅផ្សេងទៀតមែនទេ?
same-guest-open = ទេ បើកមើលរបាយការណ៍នោះ
same-guest-send = មែនហើយ ផ្ញើមួយនេះដែរ
may-not = តួនាទីរបស់លោកអ្នកនៅកន្លែងនេះ មិនអនុញ្ញាតឱ្យធ្វើការនេះទេ។ សូមសួរម្ចាស់ ឬអ្នកគ្រប់គ្រង។
stay-closed = ការស្នាក់នៅនេះបានចប់ហើយ។ ប្រហែលជាអ្នករួមការងារបានកត់ត្រារួចហើយ។
known-guest = ភ្ញៀវនេះធ្លាប់ស្នាក់នៅទីនេះ។ ខ្ញុំបានបំពេញអ្វីដែលដឹងហើយ។ សូមផ្ទៀងជាមួយឯកសារ។
report-group = 👥 ភ្ញៀវបន្ទាប់ក្នុងក្រុមតែមួយ
# $number - the report's number
# $kind - what it reports
receipt-paper-caption = 📄 បង្កាន់ដៃ ⟪{ $number }⟫ ({ $kind })។ សូមស្កេនកូដ QR លើបង្កាន់ដៃ ដើម្បីផ្ទៀងផ្ទាត់។
arrival-permit-until-ask = តើប័ណ្ណការងារមានសុពលភាពដល់ថ្ងៃណា?
arrival-permit-until-example = សូមវាយថ្ងៃដែលមាននៅលើប័ណ្ណ។ បើមិនដឹង សូមចុច «រំលង»។ ឧទាហរណ៍៖ ៣១/១២/២០២៦
arrival-permit-until-why = ខ្ញុំនឹងរំលឹកលោកអ្នក មុនពេលប័ណ្ណផុតសុពលភាព។
arrival-permit-until-label = ប័ណ្ណការងារមានសុពលភាពដល់ថ្ងៃ
# $date - the date as it was read
arrival-permit-until-past = ថ្ងៃទី ⟦{ $date }⟧ កន្លងផុតហើយ។ តើនៅលើប័ណ្ណការងារ ពិតជាសរសេរដូច្នេះមែនទេ?
