# Who is here, one stay, receipts, the check of a receipt, FPCS.

# $premises - the place
# $count - how many are here
stays-heading = 👥 ⟦{ $premises }⟧៖ ភ្ញៀវ { $count } នាក់
# $premises - the place
# $count - how many stays have ended
stays-past-heading = 🕘 ⟦{ $premises }⟧៖ ការស្នាក់នៅមុនៗ ចំនួន { $count }
stays-none = គ្មានរបាយការណ៍ថាមានភ្ញៀវកំពុងស្នាក់នៅទីនេះទេ។
# $typed - what was looked for
stays-found-none = រក «{ $typed }» មិនឃើញទេ។ សូមវាយលេខបន្ទប់ ឬផ្នែកណាមួយនៃឈ្មោះ។
stays-find = សូមចុចឈ្មោះភ្ញៀវ ឬវាយលេខបន្ទប់ ឬផ្នែកណាមួយនៃឈ្មោះ។
stays-which = តើកន្លែងណា?
# $room - the room
stays-room = 🚪 { $room }
stays-no-room = មិនបានប្រាប់បន្ទប់
# $guest - who
# $from - day of arrival
# $until - until when the guest may stay
# $duty - state of the report
stays-line = • { $guest } · តាំងពី { $from } · អាចស្នាក់នៅដល់៖ { $until } · { $duty }
# $guest - who
# $from - day of arrival
# $until - day of departure
# $duty - state of the report
stays-past-line = • { $guest } · { $from } – { $until } · { $duty }
# $duty - state of the draft
stays-draft = • របាយការណ៍របស់លោកអ្នកមិនទាន់ចប់ · { $duty }
stays-continue = ✏️ បន្តបំពេញ
stays-several = 🚶 ភ្ញៀវច្រើននាក់ចាកចេញ
stays-past = 🕘 ភ្ញៀវមុនៗ
stays-present = 👥 ភ្ញៀវកំពុងស្នាក់នៅ
stays-back = ← បញ្ជី
stays-fpcs = 🖥 ភ្ញៀវចូលថ្ងៃនេះ សម្រាប់ FPCS
# $count - how many are chosen
several-ask = តើអ្នកណាខ្លះចាកចេញ? សូមចុចម្នាក់ម្ដងៗ (បានជ្រើស { $count } នាក់)។
several-none = សូមជ្រើសភ្ញៀវជាមុនសិន។
stay-left-today = 🚶 ចាកចេញថ្ងៃនេះ
stay-left-yesterday = ចាកចេញម្សិលមិញ
stay-left-other = ចាកចេញថ្ងៃផ្សេង
stay-extend = ⏩ បានបន្តទិដ្ឋាការ
stay-move = 🚚 ប្ដូរកន្លែង
stay-correct = ✏️ កែ
stay-cancel = 🗑 បោះបង់របាយការណ៍
stay-receipt = 🧾 បង្កាន់ដៃ
stay-fpcs = 🖥 សម្រាប់ FPCS
stay-not-left = ↩︎ ភ្ញៀវមិនបានចាកចេញទេ
stay-again = 🔁 មកស្នាក់នៅម្ដងទៀត
# $guest - who
# $room - the room
# $premises - the place
# $document - document and number
# $until - until when the guest may stay
# $arrived - day of arrival
# $leaves - planned or real departure
# $permit - a line on work and permit, or nothing
# $number - the report's number
# $by - who reported
# $duty - state of the report
stay-card =
    👤 ⟦{ $guest }⟧
    បន្ទប់៖ { $room } · { $premises }
    ឯកសារ៖ { $document }
    អាចស្នាក់នៅដល់ថ្ងៃ៖ { $until }
    ថ្ងៃចូលស្នាក់នៅ៖ { $arrived }
    { $leaves }{ $permit }
    របាយការណ៍៖ ⟪{ $number }⟫ ដោយ { $by }
    { $duty }
# $date - planned departure
stay-leaves = គ្រោងចាកចេញ៖ { $date }
# $date - day of departure
stay-departed = បានចាកចេញ៖ { $date }
stay-cancel-why = ហេតុអ្វីបោះបង់របាយការណ៍? របាយការណ៍ និងមូលហេតុត្រូវរក្សាទុក ហើយប៉ុស្តិ៍នគរបាលនឹងបានដឹង។
receipts-heading = 🧾 ⟦បង្កាន់ដៃ⟧ ក្នុង ៥ ឆ្នាំចុងក្រោយ ចាប់ពីថ្មីបំផុត។ សូមចុចមួយ ដើម្បីទទួលម្ដងទៀត។
receipts-none = មិនទាន់មានបង្កាន់ដៃទេ។
# $number - the report's number
# $kind - what it reports
# $moment - when
# $premises - the place
receipts-line = • ⟪{ $number }⟫ · { $kind } · { $moment } · { $premises }
receipts-sent = បង្កាន់ដៃនឹងមកតាមក្រោយ។
# $number - the report's number
# $kind - what it reports
# $moment - when it was received
# $timeliness - on time or late
# $guests - how many guests
receipt-genuine =
    ✅ បង្កាន់ដៃនេះពិតប្រាកដ៖ ⟪{ $number }⟫

    { $kind } · បានទទួលនៅថ្ងៃទី { $moment } (ម៉ោងភ្នំពេញ)
    { $timeliness }
    ចំនួនភ្ញៀវ៖ { $guests }

    ឈ្មោះមិនបង្ហាញនៅទីនេះទេ។ នេះជាបង្កាន់ដៃរបស់សេវារាយការណ៍នេះ មិនមែនរបស់អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍ទេ។
receipt-genuine-on-time = ✅ ទាន់ពេល
receipt-genuine-late = 🕐 យឺតជាងពេលកំណត់
receipt-genuine-no-deadline = មិនមានពេលកំណត់ទេ
# $moment - when
receipt-genuine-changed = ក្រោយមក របាយការណ៍នេះត្រូវបានកែ ឬបោះបង់ នៅថ្ងៃទី { $moment }។
receipt-not-genuine = ❌ ខ្ញុំរកមិនឃើញបង្កាន់ដៃដែលមានលេខ និងលេខកូដនេះទេ។ សូមផ្ទៀងទាំងពីរជាមួយក្រដាស។ លេខមានទម្រង់ដូច R-7XK2M9Q លេខកូដដូច 4H7T-9QZC។
receipt-check-how = ដើម្បីផ្ទៀងផ្ទាត់បង្កាន់ដៃ សូមស្កេនកូដ QR ឬផ្ញើលេខ និងលេខកូដ ក្នុងសារតែមួយ។ ឧទាហរណ៍៖ /check R-7XK2M9Q 4H7T-9QZC
# $count - how many guests
# $reference - the reference, or that there is none
fpcs-heading = 🖥 ⟦សម្រាប់ FPCS⟧ ({ $count }) តាមលំដាប់ក្នុងទម្រង់ FPCS។ ចុចលើព័ត៌មានណាមួយ ដើម្បីចម្លង។ លេខយោង៖ { $reference }
# $label - the field
# $value - its value
fpcs-line = { $label }៖ ⟪{ $value }⟫
fpcs-next = ភ្ញៀវបន្ទាប់ →
fpcs-note = 📌 កត់លេខ FPCS
fpcs-none-today = ថ្ងៃនេះ គ្មានភ្ញៀវចូលស្នាក់នៅកន្លែងនេះទេ។
