# Who works at a place, and what guests fill in themselves: both through links that work once.

link-in-a-minute = ខ្ញុំទើបតែចាប់ផ្ដើម ហើយមិនទាន់អាចបង្កើតតំណបានទេ។ សូមចុចម្ដងទៀតក្នុងមួយនាទី។
link-unknown = ខ្ញុំមិនស្គាល់តំណនេះទេ។ ប្រហែលជាបាត់អក្សរណាមួយពេលចម្លង។ សូមសុំតំណនេះម្ដងទៀតពីអ្នកដែលផ្ញើមក។
link-used = តំណនេះមានគេប្រើរួចហើយ។ តំណនីមួយៗប្រើបានតែម្ដង។ បើនៅត្រូវការ សូមសុំតំណថ្មីពីអ្នកដែលផ្ញើមក។
link-expired = តំណនេះផុតកំណត់ហើយ។ សូមសុំតំណថ្មីពីអ្នកដែលផ្ញើមក។ គាត់បង្កើតថ្មីបាន ដោយចុចតែពីរដង។
link-revoked = តំណនេះត្រូវបានដកវិញ ហើយលែងប្រើបានទៀត។ សូមសួរអ្នកដែលផ្ញើមក។
place-back = ← កន្លែង
# $premises - the place
# $kind - what kind of place
# $address - its address
# $role - the reader's part there
# $count - how many work there
place-card =
    ⟦{ $premises }⟧
    { $kind }
    { $address }

    តួនាទីរបស់លោកអ្នក៖ { $role }។ ចំនួនអ្នកធ្វើការនៅទីនេះ៖ { $count } នាក់។
place-stays = 👥 ភ្ញៀវកំពុងស្នាក់នៅ
place-members = 🧑‍💼 សមាជិក
place-invite = ✉️ អញ្ជើញសមាជិក
place-guest-links = 🔗 តំណសម្រាប់ភ្ញៀវ
place-leave = 🚪 ឈប់ធ្វើជាសមាជិក
# $premises - the place
place-leave-ask = ឈប់ធ្វើជាសមាជិកនៃ ⟦{ $premises }⟧ មែនទេ? លោកអ្នកនឹងលែងឃើញភ្ញៀវនៅទីនោះ ហើយមិនអាចរាយការណ៍ជូនបានទៀតទេ។ អ្វីដែលបានរាយការណ៍ នៅរក្សាទុក។
place-leave-yes = បាទ/ចាស ឈប់
# $premises - the place
place-left = លោកអ្នកលែងជាសមាជិកនៃ { $premises } ហើយ។
place-last-owner = កន្លែងនីមួយៗត្រូវមានម្ចាស់ ហើយនេះជាម្ចាស់តែម្នាក់គត់។ សូមអញ្ជើញម្ចាស់ម្នាក់ទៀតជាមុនសិន។
# $premises - the place
members-heading = 🧑‍💼 ⟦{ $premises }⟧៖ សមាជិក
# $member - who, with their part
# $date - since when
members-line = • { $member } · តាំងពី { $date }
# $member - who, with their part
# $date - since when
members-line-you = • { $member } · តាំងពី { $date } · លោកអ្នក
members-invited = ✉️ បានអញ្ជើញ មិនទាន់ឆ្លើយ៖
# $member - who, with their part
# $until - until when
members-invited-line = • { $member } · តំណប្រើបានដល់ { $until }
# $member - who, with their part
members-revoke = ✕ ដកចេញ៖ { $member }
# $member - who, with their part
members-take-back = ↩︎ ដកការអញ្ជើញ៖ { $member }
members-taken-back = បានដកការអញ្ជើញវិញហើយ។ តំណនោះលែងប្រើបានទៀត។
# $member - who, with their part
# $premises - the place
members-revoke-ask = ដក ⟦{ $member }⟧ ចេញពី { $premises } មែនទេ? ចាប់ពីពេលនោះ គាត់លែងឃើញអ្វីនៅកន្លែងនេះ ហើយមិនអាចរាយការណ៍ជូនបានទេ។ ខ្ញុំនឹងប្រាប់ឱ្យគាត់ដឹង។
members-revoke-yes = បាទ/ចាស ដកចេញ
# $member - who, with their part
members-revoked = បានដក { $member } ចេញហើយ។
members-back = ← សមាជិក
# $premises - the place
revoked = លោកអ្នកលែងជាសមាជិកនៃ ⟦{ $premises }⟧ ទៀតហើយ។ បើមានការភាន់ច្រឡំ សូមសួរម្ចាស់កន្លែង។
invitation-summary = ការអញ្ជើញ
invitation-role-ask = តើគាត់មានតួនាទីអ្វីនៅទីនេះ?
invitation-role-example = ម្ចាស់ធ្វើបានទាំងអស់។ អ្នកគ្រប់គ្រងក៏ដូចគ្នា តែមិនអាចអញ្ជើញ ឬដកម្ចាស់ និងអ្នកគ្រប់គ្រងទេ។ បុគ្គលិករាយការណ៍ និងកែ។ សន្តិសុខរាយការណ៍តែអ្នកចូល និងអ្នកចេញ។
invitation-role-why = សមាជិកគ្រប់រូបឃើញភ្ញៀវនៅទីនេះ ដូច្នេះសូមជ្រើសតួនាទីតូចបំផុតដែលគ្រប់គ្រាន់។
invitation-role-label = តួនាទី
invitation-called-ask = តើអ្នករួមការងារហៅគាត់ថាអ្វី?
invitation-called-example = ឧទាហរណ៍៖ ដារ៉ា វេនយប់
invitation-called-why = ឈ្មោះនេះបង្ហាញក្បែរអ្វីដែលគាត់រាយការណ៍ ទាំងនៅកន្លែងនេះ ទាំងលើបង្កាន់ដៃ។
invitation-called-label = ហៅថា
invitation-make = ✉️ បង្កើតតំណ
invitation-made = តំណនៅខាងក្រោម។ សូមផ្ញើទៅតែគាត់ម្នាក់ ឬឱ្យគាត់ស្កេនរូប។
# $premises - the place
# $role - their part
# $until - until when
# $link - the link
invitation-link =
    ✉️ សូមអញ្ជើញមកធ្វើការនៅ ⟦{ $premises }⟧ ជា{ $role }។ សូមបើកតំណ ឬស្កេនរូប។ ប្រើបានតែម្ដង ដល់ { $until }។

    { $link }
# $premises - the place
# $role - their part
invited =
    ✉️ លោកអ្នកត្រូវបានអញ្ជើញឱ្យធ្វើការនៅ ⟦{ $premises }⟧ ជា⟦{ $role }⟧។

    បើទទួល លោកអ្នកនឹងឃើញភ្ញៀវនៅទីនោះ ហើយរាយការណ៍ជូនបាន។ របាយការណ៍នីមួយៗរបស់លោកអ្នក នឹងបញ្ជាក់ថាលោកអ្នកជាអ្នករាយការណ៍។
invited-accept = ✓ ទទួល
invited-decline = បដិសេធ
# $premises - the place
# $role - their part
invited-joined = ✅ ឥឡូវលោកអ្នកធ្វើការនៅ ⟦{ $premises }⟧ ជា{ $role }។
# $premises - the place
# $role - their part
invited-already = លោកអ្នកជា{ $role }នៅ ⟦{ $premises }⟧ រួចហើយ។ តំណនេះនៅប្រើបានសម្រាប់អ្នកដទៃ។
invited-declined = លោកអ្នកបានបដិសេធហើយ។ តំណនោះលែងប្រើបានទៀត។
# $member - who, with their part
# $premises - the place
invitation-accepted = ✅ { $member } បានទទួលការអញ្ជើញ ហើយឥឡូវធ្វើការនៅ ⟦{ $premises }⟧។
# $member - who, with their part
# $premises - the place
invitation-declined = { $member } បានបដិសេធការអញ្ជើញមក ⟦{ $premises }⟧។
# $premises - the place
guest-links-heading = 🔗 ⟦{ $premises }⟧៖ តំណសម្រាប់ភ្ញៀវ
guest-links-about = តាមតំណនេះ ភ្ញៀវបំពេញព័ត៌មានរបស់ខ្លួន លើទូរសព្ទខ្លួន ជាភាសារបស់ខ្លួន។ លោកអ្នកផ្ទៀងជាមួយឯកសារ បន្ថែមបន្ទប់ និងថ្ងៃ រួចផ្ញើ។ តំណមួយសម្រាប់ភ្ញៀវម្នាក់ ហើយប្រើបានតែម្ដង។
guest-links-new = 🔗 បង្កើតតំណសម្រាប់ភ្ញៀវ
# $moment - when it was made
# $until - until when
guest-links-unopened = • បង្កើត { $moment } មិនទាន់បើក ប្រើបានដល់ { $until }
# $moment - when it was made
guest-links-open = • បង្កើត { $moment } ភ្ញៀវកំពុងបំពេញ
# $moment - when it was handed over
guest-links-handed = • បំពេញរួច { $moment } រង់ចាំលោកអ្នក
# $moment - when it was made
guest-links-take-back = ↩︎ ដកវិញ៖ { $moment }
guest-links-taken-back = បានដកតំណវិញ ហើយលុបអ្វីដែលបានបំពេញចោល។
guest-links-made = តំណនៅខាងក្រោម។ សូមផ្ញើទៅតែភ្ញៀវនោះ ឬឱ្យភ្ញៀវស្កេនរូប។
# $premises - the place
# $until - until when
guest-link = សម្រាប់ភ្ញៀវនៃ ⟦{ $premises }⟧៖ សូមបើកតំណ ឬស្កេនរូប រួចបំពេញព័ត៌មានរបស់លោកអ្នក។ ប្រើបានតែម្ដង ដល់ { $until }។
# $premises - the place
guest-handed = 🧳 ភ្ញៀវម្នាក់បានបំពេញព័ត៌មានរបស់ខ្លួនសម្រាប់ ⟦{ $premises }⟧។ សូមផ្ទៀងជាមួយភ្ញៀវ និងឯកសារ បន្ថែមបន្ទប់ និងថ្ងៃ រួចផ្ញើ។
guest-handed-open = 📝 ផ្ទៀង និងរាយការណ៍
guest-gone = ព័ត៌មាននេះលែងមានទៀតហើយ៖ បានរាយការណ៍រួច ត្រូវបានដកវិញ ឬត្រូវបានលុបពេលផុតកំណត់។
guest-reported-already = អ្នករួមការងាររបស់លោកអ្នកបានរាយការណ៍ភ្ញៀវនេះរួចហើយ។ មិនបាច់ធ្វើអ្វីទៀតទេ។
# $guest - who
# $duty - state of the report
guest-waiting = • { $guest } · ភ្ញៀវបំពេញដោយខ្លួនឯង · { $duty }
# $guest - who
guest-waiting-open = 📝 { $guest }៖ ផ្ទៀង និងរាយការណ៍
guest-seen-ask = តើលោកអ្នកបានឃើញភ្ញៀវ និងឯកសារហើយឬនៅ?
guest-seen-example = ភ្ញៀវបានវាយព័ត៌មាននេះ។ បើមិនទាន់ផ្ទៀង សូមចុច «ខ្ញុំផ្ទៀងឥឡូវ»។
# $summary - what the guest entered, one a line
guest-seen-compare =
    សូមផ្ទៀងជាមួយឯកសារ៖
    { $summary }
guest-seen-why = លោកអ្នកជាអ្នកផ្ញើ និងទទួលខុសត្រូវលើរបាយការណ៍។ ភ្ញៀវគ្រាន់តែជួយបំពេញ។
guest-seen-label = ការផ្ទៀង
guest-seen-yes = ✓ បានឃើញ ត្រូវតាមដែលបំពេញ
guest-seen-now = 🔍 ខ្ញុំផ្ទៀងឥឡូវ
guest-seen-differs = ✏️ មានចំណុចខុស ខ្ញុំនឹងកែ
# $premises - the place
# $days - days for which it is kept if nobody reports it
guest-consent =
    🔒 ⟦{ $premises }⟧ សុំព័ត៌មានរបស់លោកអ្នក

    អ្នកដែលឱ្យជនបរទេសស្នាក់នៅ ត្រូវរាយការណ៍ទៅនគរបាល។ លោកអ្នកអាចបំពេញព័ត៌មានរបស់ខ្លួននៅទីនេះ ដើម្បីកុំឱ្យសរសេរខុស។

    • ⟦អ្វីខ្លះ៖⟧ ឯកសារ និងលេខឯកសារ ឈ្មោះ ភេទ ថ្ងៃខែឆ្នាំកំណើត សញ្ជាតិ ទិដ្ឋាការ និងថ្ងៃផុតកំណត់ស្នាក់នៅ។
    • ⟦អ្នកណាឃើញ៖⟧ ម្ចាស់កន្លែង ដែលផ្ទៀងជាមួយឯកសារ បន្ថែមបន្ទប់ និងថ្ងៃ រួចផ្ញើរបាយការណ៍។ បន្ទាប់មក អង្គភាពនគរបាលដែលទទួលបន្ទុកកន្លែងនោះ។
    • ⟦រយៈពេលប៉ុន្មាន៖⟧ អ្វីដែលលោកអ្នកបំពេញ រក្សាទុកជាកូដសម្ងាត់ (អ៊ិនគ្រីប) ហើយលុបក្រោយ { $days } ថ្ងៃ បើមិនបានរាយការណ៍។ មុនពេលនោះ លោកអ្នកអាចដកវិញបាន។ របាយការណ៍លុប ១២ ខែក្រោយលោកអ្នកចាកចេញ។
    • ពេលរាយការណ៍រួច លោកអ្នកទទួលបានភស្តុតាងដែលមានលេខ។ មិនត្រូវការរូបថតទេ។

    លោកអ្នកអាចមិនយល់ព្រម ហើយបង្ហាញឯកសារដល់ម្ចាស់កន្លែងដូចធម្មតា។
guest-consent-agree = ✓ ខ្ញុំយល់ព្រម
guest-consent-decline = មិនយល់ព្រម
guest-declined = នេះជាការសម្រេចរបស់លោកអ្នក។ ខ្ញុំមិនរក្សាទុកអ្វីអំពីលោកអ្នកទេ។ សូមបង្ហាញឯកសារដល់ម្ចាស់កន្លែងដូចធម្មតា។ បើប្ដូរចិត្ត សូមបើកតំណម្ដងទៀត។
# $premises - the place
guest-own-link = តំណនេះសម្រាប់ភ្ញៀវនៃ { $premises } ហើយលោកអ្នកធ្វើការនៅទីនោះ។ សូមផ្ញើទៅភ្ញៀវ។ តំណនៅប្រើបាន។
guest-form-summary = ព័ត៌មានរបស់លោកអ្នក
guest-form-hand-over = ✅ ប្រគល់ទៅម្ចាស់កន្លែង
guest-document-ask = តើលោកអ្នកមានឯកសារអ្វីតាមខ្លួន?
guest-document-why = ម្ចាស់កន្លែងនឹងផ្ទៀងអ្វីដែលលោកអ្នកបំពេញ ជាមួយឯកសារនេះ។
guest-birth-ask = តើលោកអ្នកកើតថ្ងៃខែឆ្នាំណា?
guest-stay-until-ask = តើលោកអ្នកអាចស្នាក់នៅកម្ពុជាដល់ថ្ងៃណា?
# $premises - the place
guest-done = ✅ បានប្រគល់ទៅ ⟦{ $premises }⟧ ហើយ។ ម្ចាស់កន្លែងនឹងផ្ទៀងជាមួយឯកសារ រួចផ្ញើរបាយការណ៍។ បន្ទាប់មក លោកអ្នកនឹងទទួលបានភស្តុតាងនៅទីនេះ។
guest-done-change = ✏️ កែចម្លើយ
guest-done-take-back = ↩︎ ដកវិញ
guest-done-taken-back = លោកអ្នកបានដកវិញហើយ។ អ្វីដែលបានបំពេញ ត្រូវបានលុប។ សូមបង្ហាញឯកសារដល់ម្ចាស់កន្លែងដូចធម្មតា។
# $premises - the place
# $moment - when it was reported
# $number - the report's number
# $code - the verification code
guest-proof =
    🧾 ⟦{ $premises }⟧ បានរាយការណ៍អំពីការស្នាក់នៅរបស់លោកអ្នក៖ { $moment } (ម៉ោងភ្នំពេញ)។

    ភស្តុតាង៖ ⟪{ $number }⟫ លេខកូដ៖ ⟪{ $code }⟫

    អ្នកណាក៏អាចផ្ទៀងផ្ទាត់បាននៅទីនេះ ដោយផ្ញើ៖ ⟪/check { $number } { $code }⟫
    សូមរក្សាសារនេះទុក។ នេះជាភស្តុតាងរបស់សេវានេះ មិនមែនរបស់អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍ទេ។
