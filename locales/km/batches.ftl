# Many guests at once: pictures, lists, and what was read of them

read-ask = តើព័ត៌មាននេះត្រូវនឹងឯកសារទេ?
read-why = ម៉ាស៊ីនអាចអានអក្សរខុស។ សូមផ្ទៀងម្ដងមួយបន្ទាត់ជាមួយឯកសារ។
read-label = អានពីឯកសារ
read-known = 🔁 ឯកសារនេះបានរាយការណ៍នៅទីនេះរួចហើយ។ បើជាការស្នាក់នៅតែមួយ មិនបាច់ផ្ញើម្ដងទៀតទេ។
read-right = ✅ ត្រូវទាំងអស់
# $what - which answer
read-wrong = ✏️ ខុស៖ { $what }
doubt-repaired = បានកែតាមលេខផ្ទៀងផ្ទាត់៖ សូមពិនិត្យ
doubt-check-fails = លេខផ្ទៀងផ្ទាត់មិនត្រូវគ្នា៖ សូមពិនិត្យ
doubt-unclear = ត្រង់នេះ ខ្ញុំមិនប្រាកដថាអានត្រូវទេ៖ សូមពិនិត្យ
doubt-may-be-cut = ឈ្មោះក្នុងឯកសារអាចវែងជាងនេះ
doubt-unknown-country = លេខកូដប្រទេសនេះមិនមានក្នុងបញ្ជី
doubt-guessed = អាចអានបានពីរបែប៖ សូមពិនិត្យ
doubt-passed = ថ្ងៃនេះបានកន្លងផុតហើយ៖ សូមពិនិត្យ
file-before-start = សូមជ្រើសរើសភាសាជាមុនសិន រួចផ្ញើម្ដងទៀត។ ខ្ញុំបានលុបវាចេញពីឆាត ហើយមិនបានរក្សាទុកទេ។
file-before-place = អាចផ្ញើរូប និងបញ្ជីបាន ពេលកន្លែងរបស់លោកអ្នកបានចុះឈ្មោះរួច។ សូមធ្វើជំហាននេះសិន រួចផ្ញើម្ដងទៀត។ ខ្ញុំបានលុបវាចេញពីឆាត ហើយមិនបានរក្សាទុកទេ។
file-for-guests = សូមវាយចម្លើយនេះជាអក្សរ។ ខ្ញុំបានលុបរូបចេញពីឆាត ហើយមិនបានរក្សាទុកទេ។
file-too-large = ឯកសារនេះធំជាង 20 MB។ សូមផ្ញើជារូបថត ឬចែកបញ្ជីជាពីរ។
refused-too-dark = រូបងងឹតពេក។ សូមបើកភ្លើង ឬទៅជិតបង្អួច ដោយមិនបើកហ្វ្លាស។
refused-too-bright = មានពន្លឺចាំងលើទំព័រ។ សូមផ្អៀងឯកសារបន្តិច ហើយកុំបើកហ្វ្លាស។
refused-blurred = រូបមិនច្បាស់។ សូមកាន់ទូរសព្ទឱ្យនឹង ហើយចុចលើអក្សរលើអេក្រង់ ដើម្បីឱ្យកាមេរ៉ាច្បាស់។
refused-cut-off = បន្ទាត់ដែលមាន <<< នៅខាងក្រោម ថតមិនអស់ទេ។ សូមថតទំព័រទាំងមូល។
refused-turned = ឯកសារទ្រេតពេក។ សូមថតពីលើចំត្រង់។
refused-too-small = ឯកសារតូចពេកក្នុងរូប។ សូមថតឱ្យជិត ឱ្យទំព័រពេញរូប។
refused-no-zone = ខ្ញុំរកមិនឃើញបន្ទាត់ <<< ក្នុងរូបទេ។ ក្នុងលិខិតឆ្លងដែន វានៅខាងក្រោមទំព័រដែលមានរូបថត។
refused-several-pages = PDF នេះមានច្រើនទំព័រ។ សូមផ្ញើតែទំព័រដែលមានរូបថត។
refused-too-many-pixels = រូបធំពេក អានមិនបាន។ សូមផ្ញើជារូបថត កុំផ្ញើជាឯកសារ។
refused-encrypted = ឯកសារនេះមានពាក្យសម្ងាត់។ សូមរក្សាទុកដោយគ្មានពាក្យសម្ងាត់ រួចផ្ញើម្ដងទៀត។
refused-damaged = ឯកសារនេះខូច ឬមិនពេញ។ សូមរក្សាទុកថ្មី រួចផ្ញើម្ដងទៀត។
refused-took-too-long = អានយូរពេក។ សូមផ្ញើម្ដងទៀត ឬផ្ញើមួយតូចជាងនេះ។
refused-unavailable = ឥឡូវនេះខ្ញុំអានរូប និងឯកសារមិនបានទេ។ សូមវាយចម្លើយ។ អ្នកគ្រប់គ្រងប្រព័ន្ធបានដឹងហើយ។
refused-gone = Telegram លែងមានឯកសារនេះហើយ។ សូមផ្ញើម្ដងទៀត។
refused-unfolds = តារាងនេះធំហួសបញ្ជីភ្ញៀវ។ សូមចម្លងភ្ញៀវទៅឯកសារថ្មី ឧទាហរណ៍ពី /template។
refused-too-many-rows = តារាងមានលើសពី ៥០០០ បន្ទាត់។ សូមផ្ញើជាផ្នែកៗ។
refused-empty = ក្នុងឯកសារនេះគ្មានអ្វីទេ។ សូមពិនិត្យថាបានរក្សាទុកឬនៅ រួចផ្ញើម្ដងទៀត។
refused-no-header = ខ្ញុំរកមិនឃើញបន្ទាត់ចំណងជើង ដូចជា «ឈ្មោះ» ឬ «លេខលិខិតឆ្លងដែន» ទេ។ សូមបន្ថែម ឬប្រើឯកសារពី /template។
refused-unknown = ខ្ញុំអានឯកសារប្រភេទនេះមិនបានទេ។ សូមផ្ញើរូប (JPEG, PNG, WebP, HEIC) PDF មួយទំព័រ ឬបញ្ជី (XLSX, XLS, ODS, CSV)។
# $many - how many
batch-pictures = 📷 រូប៖ { $many }
# $many - how many people
batch-table = 📄 បញ្ជីរបស់លោកអ្នក៖ { $many } នាក់
# $many - how many people
batch-roster = 👷 អ្នកស្នាក់នៅទាំងអស់៖ { $many } នាក់
# $many - how many are left
batch-reading = ⏳ កំពុងអាន នៅសល់ { $many }។
batch-state-read = អានរួច។ មិនទាន់ផ្ញើបានទេ ព្រោះនៅខ្វះព័ត៌មាន។
batch-state-here = អានរួច។ គ្រប់គ្នាបានរាយការណ៍រួចហើយ មិនចាំបាច់ផ្ញើទៀតទេ។
batch-state-to-confirm = អានរួច។ សូមពិនិត្យ។ ខ្ញុំមិនផ្ញើទេ មុនលោកអ្នកចុច។
# $done - how many are sent
# $all - how many there are
batch-state-sending = 📤 កំពុងផ្ញើ៖ { $done } ក្នុងចំណោម { $all }
batch-state-sent = ✅ បានផ្ញើទាំងអស់។ បង្កាន់ដៃនឹងមកដល់។
batch-state-partly = ✅ អ្នកដែលមានព័ត៌មានគ្រប់ត្រូវបានផ្ញើហើយ។ អ្នកឯទៀតនៅរង់ចាំលោកអ្នកនៅទីនេះ។
batch-state-failed = អានរកមិនឃើញឈ្មោះអ្នកណាទេ។
# $many - how many
batch-good = ✅ គ្រប់គ្រាន់៖ { $many }
# $many - how many
batch-open = ✏️ ត្រូវពិនិត្យ៖ { $many }
# $many - how many
batch-here = 🔁 បានរាយការណ៍រួចហើយ៖ { $many }
# $many - how many
batch-sent = 🧾 បានផ្ញើ៖ { $many }
# $many - how many people
batch-send = 📤 ផ្ញើ { $many } នាក់ដែលគ្រប់គ្រាន់
batch-done = រួចហើយ បង្ហាញទាំងអស់
batch-one-by-one = មើលម្នាក់ម្ដងៗ
batch-more = ➕ បន្ថែមទៀត
batch-send-more = សូមផ្ញើរូបបន្ទាប់មកទីនេះ។
batch-sheet = 📄 បញ្ជី ដែលបង្ហាញអ្វីត្រូវកែ
batch-sheet-follows = បញ្ជីនឹងមកដល់ ដោយមានមូលហេតុនៅក្បែរបន្ទាត់នីមួយៗ។
batch-type = ⌨️ វាយបញ្ចូលវិញ
batch-drop = 🗑 បោះចោល
batch-dropped = បានបោះចោលហើយ។ ខ្ញុំមិនបានផ្ញើ ឬរក្សាទុកអ្វីទេ។
batch-dropped-rest = បានបោះចោលអ្វីដែលនៅសល់។ អ្នកដែលបានផ្ញើ នៅតែបានរាយការណ៍។
batch-place-ask = តើពួកគាត់ស្នាក់នៅកន្លែងណា?
# $header - as it stands in the list
# $examples - some values
batch-column-ask =
    ⟦តើជួរឈរ «{ $header }» ជាព័ត៌មានអ្វី?⟧
    ឧទាហរណ៍៖ { $examples }

    ខ្ញុំនឹងចាំសម្រាប់កន្លែងនេះ។
batch-column-ignored = មិនពាក់ព័ន្ធនឹងការរាយការណ៍
# $row - its number
# $why - what is wrong
batch-row = បន្ទាត់ { $row }៖ { $why }
# $field - of what
# $what - what is wrong
batch-complaint = { $field }៖ { $what }
# $field - of what
# $why - why it is doubtful
batch-doubt = ⚠️ { $field }៖ { $why }
# $what - which answers
batch-missing = នៅខ្វះ៖ { $what }
batch-nobody-to-send = ឥឡូវនេះគ្មាននរណាត្រូវផ្ញើទេ។
# $many - how many people
batch-fill-in = ✏️ បំពេញអ្វីដែលខ្វះ ({ $many })
batch-lend = 🔁 ថ្ងៃ និងទិដ្ឋាការដូចគ្នាសម្រាប់អ្នកឯទៀត
batch-change = ✏️ កែ ឬបំពេញ
batch-leave-out = ➖ ដកចេញ
batch-keep = ✅ រក្សាទុក
batch-is-sent = បានផ្ញើហើយ
# $row - which place in the list
batch-twin = ឯកសារដូចលេខ { $row }
batch-here-already = បានរាយការណ៍រួចហើយ
wrong-date-unclear = អានថ្ងៃនេះមិនបាន។ ឧទាហរណ៍ ៣១/១២/២០២៦
wrong-date-incomplete = ត្រូវមានថ្ងៃ ខែ និងឆ្នាំ។ ឧទាហរណ៍ ៣១/១២/២០២៦
wrong-date-impossible = គ្មានថ្ងៃនេះក្នុងប្រតិទិនទេ
wrong-date-lunar = ជាថ្ងៃចន្ទគតិ។ សូមប្រើថ្ងៃសុរិយគតិ
wrong-date-past = ថ្ងៃនេះយូរពេកហើយ មិនអាចត្រូវទេ
wrong-date-future = ថ្ងៃនេះឆ្ងាយពេក មិនអាចត្រូវទេ
wrong-born-future = ថ្ងៃកំណើតនេះមិនទាន់មកដល់ទេ
wrong-leaves-before = ថ្ងៃចេញនៅមុនថ្ងៃចូល
wrong-number = មិនមែនជាលេខឯកសារ។ ឧទាហរណ៍ N1234567
wrong-number-rounded = កម្មវិធីបានបង្គត់លេខ។ សូមវាយជាអក្សរ (Text)
wrong-name-not-latin = សូមសរសេរឈ្មោះជាអក្សរឡាតាំង ដូចក្នុងលិខិតឆ្លងដែន
wrong-name-digits = មានលេខក្នុងឈ្មោះ
wrong-name = មានសញ្ញាដែលឈ្មោះមិនប្រើ
wrong-country = ខ្ញុំមិនស្គាល់ប្រទេសនេះទេ។ ឧទាហរណ៍ ចិន ឬ CHN
wrong-country-unclear = មានប្រទេសច្រើនឈ្មោះនេះ។ សូមប្រើលេខកូដ ឧទាហរណ៍ KOR
wrong-sex = សូមសរសេរ M ឬ F
wrong-document = ខ្ញុំមិនស្គាល់ប្រភេទឯកសារនេះ។ ឧទាហរណ៍ លិខិតឆ្លងដែន
wrong-visa = ខ្ញុំមិនស្គាល់ប្រភេទទិដ្ឋាការនេះ។ ឧទាហរណ៍ T ឬ EB
wrong-source = សូមសរសេរ ត្រា ស្ទីគ័រ ឬប័ណ្ណ
wrong-work = សូមសរសេរ មាន ឬ គ្មាន
wrong-too-long = វែងពេក
wrong-formula = កម្មវិធីបង្ហាញកំហុសនៅទីនេះ
wrong-became-date = កម្មវិធីបានប្ដូរវាជាថ្ងៃខែ។ សូមវាយជាអក្សរ (Text)
# $count - how many guests
# $number - the receipt's number
# $moment - when they were received
# $timeliness - how many on time and late
# $premises - the place's name
# $address - its address
# $listed - who was reported, a line each
# $by - who reported
# $code - the verification code
receipt-many =
    🧾 ⟦បង្កាន់ដៃ ភ្ញៀវ { $count } នាក់⟧ ⟪{ $number }⟫

    បានទទួល៖ { $moment } (ម៉ោងភ្នំពេញ)
    { $timeliness }
    កន្លែង៖ ⟦{ $premises }⟧ · { $address }
    { $listed }

    អ្នករាយការណ៍៖ { $by }
    លេខកូដផ្ទៀងផ្ទាត់៖ ⟪{ $code }⟫

    សូមរក្សាសារនេះទុក។ សារនេះបញ្ជាក់ថា លោកអ្នកបានរាយការណ៍ និងពេលដែលបានរាយការណ៍។ នេះជាបង្កាន់ដៃរបស់សេវានេះ។ បើចាំបាច់ មន្ត្រីនឹងបញ្ជាក់បន្ថែម។
# $guest - who
# $room - the room
# $date - day of arrival
# $number - the report's number
receipt-many-line = • { $guest } បន្ទប់ { $room } { $date } ⟪{ $number }⟫
# $many - how many
receipt-many-on-time = ✅ ទាន់ពេល៖ { $many } នាក់
# $many - how many
receipt-many-late = 🕐 យឺតជាងពេលកំណត់៖ { $many } នាក់។ អរគុណដែលបានរាយការណ៍។ លើកក្រោយ សូមរាយការណ៍ភ្លាមៗពេលភ្ញៀវមកដល់។
batch-sheet-caption = 📄 បញ្ជីរបស់លោកអ្នក ដោយមានអ្វីត្រូវកែក្បែរបន្ទាត់នីមួយៗ។ សូមកែ រួចផ្ញើមកទីនេះម្ដងទៀត។ អ្នកដែលបានរាយការណ៍រួចមិនត្រូវរាប់ពីរដងទេ។
# $place - the place's name
roster-ask =
    ⟦តើបញ្ជីនេះមាននរណាខ្លះ?⟧

    បើមានអ្នកទាំងអស់ដែលស្នាក់នៅ { $place } ឥឡូវនេះ ខ្ញុំនឹងផ្ទៀងជាមួយអ្នកដែលបានរាយការណ៍។
roster-everybody = 👷 ទាំងអស់៖ ផ្ទៀង
roster-newcomers = ➕ តែអ្នកថ្មី
# $many - how many
roster-joined = ➕ ចូលថ្មី៖ { $many }
# $many - how many
roster-left = ➖ ចាកចេញ៖ { $many }
# $many - how many
roster-changed = ✏️ មានប្រែប្រួល៖ { $many }
# $many - how many
roster-unchanged = 🟰 ដដែល៖ { $many }
# $many - how many
roster-unclear = ❓ មិនច្បាស់៖ { $many }។ ខ្ញុំមិនរាយការណ៍ទេ។ សូមពិនិត្យក្នុង «អ្នកស្នាក់នៅ»។
roster-drastic = ⚠️ បញ្ជីនេះខ្វះអ្នកស្នាក់នៅភាគច្រើន។ តើពិតជាអ្នកទាំងអស់នៅកន្លែងនេះមែនទេ? បើគ្រាន់តែមួយផ្នែក សូមបោះបង់។
# $many - how many
roster-send = 📤 រាយការណ៍ទាំងអស់ ({ $many })
roster-change-unit = ប្ដូរបន្ទប់
roster-change-work = ការងារ ឬប័ណ្ណការងារ
roster-change-permit = សុពលភាពប័ណ្ណការងារ
roster-change-extended = ស្នាក់នៅបានយូរជាងមុន
roster-change-shortened = ថ្ងៃផុតកំណត់ខ្លីជាងមុន (សូមពិនិត្យ)
roster-change-leaves = ថ្ងៃគ្រោងចាកចេញ
roster-change-number = លេខឯកសារផ្សេង (សូមពិនិត្យ)
# $what - what it is made of
batch-waits = 📥 មិនទាន់ផ្ញើ៖ { $what }
operator-cannot-read = ⚠️ ម៉ាស៊ីននេះអានរូប និងហ្វាលមិនបានទេ។ សូមដំណើរការ `snaknov doctor` ដើម្បីដឹងមូលហេតុ។ ផ្នែកផ្សេងទៀតដំណើរការធម្មតា។
batch-unclear = ប្រហែលជាអ្នកដែលស្នាក់នៅរួចហើយ៖ មិនរាយការណ៍ទេ
